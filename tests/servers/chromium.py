"""Chromium for the browser tests: found on the machine, or installed where we may.

`python -m tests.servers.chromium` prints where it is, and fails with what to do when there is none.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.servers.process import ServerFailed

# The shell has no window and no profile to look after: it takes under half the processor time.
SHELL = "chromium-headless-shell"
NAMES = (SHELL, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# It must say nothing to anyone but the page under test, and start no process to have it at hand.
FLAGS = (
    "--disable-gpu",
    "--renderer-process-limit=1",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def find() -> Path:
    """The executable: CHROMIUM, else one on the path. Raises ServerFailed when there is none."""
    if named := os.environ.get("CHROMIUM"):
        if not shutil.which(named):
            raise ServerFailed(f"CHROMIUM is “{named}”, which cannot be run.")
        return Path(named)
    for name in NAMES:
        if found := shutil.which(name):
            return Path(found)
    raise ServerFailed(
        "There is no Chromium for the browser tests. Install one (on Debian: apt-get install "
        f"{SHELL}), or name it: CHROMIUM=/path/to/chrome. `make test-fast` does without."
    )


def obtain() -> Path:
    """Like `find`, but as root on Debian it installs one first."""
    try:
        return find()
    except ServerFailed:
        if os.environ.get("CHROMIUM") or os.getuid() != 0 or not shutil.which("apt-get"):
            raise
    print("Installing Chromium for the browser tests", flush=True)
    for arguments in (["update"], ["install", "-y", "--no-install-recommends", SHELL]):
        installed = subprocess.run(
            ["apt-get", "-qq", *arguments],
            env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        if installed.returncode:
            print(installed.stderr[-2000:], file=sys.stderr)
    return find()


def launch_options() -> dict[str, Any]:
    """What Playwright's `chromium.launch` is called with."""
    sandbox = ["--no-sandbox"] if os.getuid() == 0 else []  # Chromium refuses root with it
    return {"executable_path": str(find()), "args": [*FLAGS, *sandbox]}


if __name__ == "__main__":
    try:
        print(f"The browser tests use {obtain()}")
    except ServerFailed as error:
        sys.exit(str(error))
