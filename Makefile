# Everything that people do here. `make` alone lists the verbs.
# A distribution builds its Python with optimizations that one built by a version manager lacks:
# all that runs here takes a sixth less time. Another can be named: make PYTHON=python3.13 setup
PYTHON ?= $(shell for python in /usr/bin/python3 python3; do $$python -c \
	'import ensurepip, sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& echo $$python && break; done || echo python3)
VENV := .venv
PY := $(VENV)/bin/python
PYTEST := $(PY) -m pytest -q --numprocesses logical --dist loadfile --no-loadscope-reorder
IN_TEST_SETTINGS := $(PY) -m tests.servers.environment
PIP_INSTALL := $(PY) -m pip install --quiet --disable-pip-version-check --no-input \
	--no-deps --require-hashes
RUN_TIME := $(VENV)/.run-time-installed
DEVELOPMENT := $(VENV)/.development-installed
TEMPLATES := find templates -name '*.html' -print0
# What runs side by side is printed one after the other, where make can (not macOS's 3.81).
TOGETHER := $(if $(filter output-sync,$(.FEATURES)),--output-sync=target)
LOCK := $(VENV)/bin/uv pip compile --quiet --universal --python-version 3.11 \
	--generate-hashes --no-header

# Where this is set, each of the many processes would compile every module anew.
export PYTHONDONTWRITEBYTECODE :=

.DEFAULT_GOAL := help
.PHONY: help run demo setup test test-fast test-sqlite test-postgres check fmt lock faults \
	check-format check-lint check-types check-templates check-migrations

help: ## list the verbs
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1|\2/p' Makefile | while IFS='|' read -r verb what; \
		do printf '%-15s %s\n' "$$verb" "$$what"; done

run: $(RUN_TIME) ## run Rapport on this machine; Ctrl-C stops it
	@exec $(PY) manage.py run

demo: $(RUN_TIME) ## fill an empty instance with made-up people, to look around
	@exec $(PY) manage.py demo

setup: $(RUN_TIME) $(DEVELOPMENT) ## install what running, tests and checks need into .venv

# All at once: each part waits for a server, a browser or a clock most of its time.
test: setup ## every check and every test, on SQLite and on Postgres with Redis
	@echo "Checks, and tests on SQLite and on Postgres with Redis; each reports when it is through"
	@+$(MAKE) --no-print-directory -j $(TOGETHER) check test-sqlite test-postgres

test-sqlite: setup
	@$(PY) -m tests.servers.chromium
	@echo "== The tests on SQLite, in the browser too"
	@$(PYTEST) --durations=10 -m "not processes"

test-postgres: setup
	@echo "== The tests that touch the database, on Postgres and Redis, with processes of their own"
	@$(PY) -m tests.servers $(PYTEST) --durations=10 -m "not browser"

test-fast: setup ## SQLite only, without the browser, processes of their own and the long walks
	@$(PYTEST) -m "not browser and not processes and not thorough"

check: check-format check-lint check-types check-templates check-migrations ## every check; -k for all

check-format: setup
	@$(VENV)/bin/ruff format --check .

check-lint: setup
	@$(VENV)/bin/ruff check .

check-types: setup
	@$(IN_TEST_SETTINGS) $(VENV)/bin/mypy .

check-templates: setup
	@$(TEMPLATES) | xargs -0 -r $(VENV)/bin/djade --target-version 5.2 --check

check-migrations: setup
	@$(IN_TEST_SETTINGS) $(PY) manage.py makemigrations --check --dry-run

fmt: setup ## format code and templates, and fix what the linter can
	@$(VENV)/bin/ruff check --fix-only .
	@$(VENV)/bin/ruff format .
	@$(TEMPLATES) | xargs -0 -r $(VENV)/bin/djade --target-version 5.2

faults: setup ## count lost and doubled reminders while things break; SEED=1 SIZE=10000
	@$(IN_TEST_SETTINGS) $(PY) -m benchmarks.faults --seed $(or $(SEED),1) --size $(or $(SIZE),10000)

lock: setup ## rewrite both lock files from the .in files
	@$(LOCK) requirements.in --output-file requirements.lock $(if $(UPGRADE),--upgrade)
	@$(LOCK) requirements-dev.in --output-file requirements-dev.lock $(if $(UPGRADE),--upgrade)

$(PY):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo >&2 \
		"Rapport needs Python 3.11 or later. Name one: make PYTHON=python3.12 …"; exit 1; }
	@# Debian without python3-venv cannot put pip into a new environment, but its own pip can.
	@$(PYTHON) -m venv $(VENV) >/dev/null 2>&1 || { \
		$(PYTHON) -m venv --clear --without-pip $(VENV) \
		&& $(PYTHON) -m pip --quiet --python $@ install pip; } || { rm -rf $(VENV); echo >&2 \
		"Python cannot make a virtual environment. On Debian: apt-get install python3-venv"; exit 1; }

$(RUN_TIME): requirements.lock | $(PY)
	@echo "Installing what Rapport needs to run (about 20 seconds, once)"
	@$(PIP_INSTALL) -r requirements.lock
	@touch $@

$(DEVELOPMENT): requirements-dev.lock $(RUN_TIME) | $(PY)
	@echo "Installing what tests and checks need"
	@$(PIP_INSTALL) -r requirements-dev.lock
	@touch $@
