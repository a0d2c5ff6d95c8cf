"""What docker-compose.yml deploys for the browser comes up on Postgres, and ends when told to."""

import json
import urllib.error
import urllib.request

import pytest

from tests.processes import compose
from tests.servers.process import stop

pytestmark = pytest.mark.django_db(transaction=True)


def test_migrate_says_nothing_is_left_to_do(tmp_path):
    with compose.running("migrate", log=tmp_path / "log") as migrate:
        code = migrate.wait(30)

    assert code == 0, (tmp_path / "log").read_text()
    assert "No migrations to apply" in (tmp_path / "log").read_text()


def test_web_answers_that_all_around_it_is_well_and_ends_cleanly(tmp_path):
    log = tmp_path / "log"
    with compose.web(log=log) as (address, web):
        try:
            answer = urllib.request.urlopen(f"{address}/readyz", timeout=5)
        except urllib.error.HTTPError as not_ready:
            answer = not_ready  # nothing ticks in this test
        said = json.load(answer)
        code = stop(web)

    assert {said["database"], said["migrations"], said["broker"]} == {"ok"}
    assert code == 0, log.read_text()
