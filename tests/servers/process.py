"""Starting a server as a child that cannot outlive us, and waiting until it answers."""

import ctypes
import os
import pwd
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

PR_SET_PDEATHSIG = 1  # <linux/prctl.h>
PAUSE_SECONDS = 0.02

_libc = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None


class ServerFailed(Exception):
    """A server did not start. The message says which and what it printed."""


def start(
    command: Sequence[str | Path],
    *,
    log: Path,
    user: str | None = None,
    environment: Mapping[str, str] | None = None,
    folder: Path | None = None,
    if_we_die: signal.Signals = signal.SIGTERM,
) -> subprocess.Popen[bytes]:
    """Start a child that writes to `log`. If this process is killed, it gets `if_we_die` (Linux).

    `user` is who it runs as; only root may name another.
    """

    with log.open("ab") as output:
        return subprocess.Popen(
            [str(part) for part in command],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            env={**os.environ, **(environment or {})},
            cwd=folder,
            user=user,
            group=pwd.getpwnam(user).pw_gid if user else None,
            extra_groups=[] if user else None,
            preexec_fn=lambda: end_with_parent(if_we_die),  # no threads yet when servers start
        )


def end_with_parent(by: signal.Signals) -> None:
    """Have this process get a signal when its parent ends (Linux)."""
    if _libc:
        _libc.prctl(PR_SET_PDEATHSIG, by)


def wait_until(
    answers: Callable[[], bool],
    *,
    name: str,
    log: Path,
    process: subprocess.Popen[bytes],
    seconds: float = 20,
) -> None:
    """Return once `answers()` is true. Raises ServerFailed with the end of the log otherwise."""
    give_up = time.monotonic() + seconds
    while not answers():
        if process.poll() is not None or time.monotonic() > give_up:
            said = log.read_text(errors="replace")[-2000:]
            why = "stopped at once" if process.poll() is not None else "does not answer"
            raise ServerFailed(f"{name} {why}. It said:\n{said}")
        time.sleep(PAUSE_SECONDS)


def stop(
    process: subprocess.Popen[bytes], *, by: signal.Signals = signal.SIGTERM, seconds: float = 30
) -> int:
    """Ask the child to end, and end it when it does not. Returns its exit code."""
    if process.poll() is None:
        process.send_signal(by)
    try:
        return process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        return process.wait()
