"""Settings from the environment: safe by default, refused in words when they make no sense.

Each setting NAME may also be given as NAME_FILE, the path of a file that holds the value, as
Docker secrets are.
"""

import secrets
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

_env = environ.FileAwareEnv()

SHORTEST_SECRET = 32  # characters; Django's own deploy check asks for 50 with 5 distinct
DATABASE_SCHEMES = ("sqlite", "postgres", "postgresql")
EMAIL_SCHEMES = ("smtp", "smtp+tls", "smtp+ssl", "smtps", "consolemail", "memorymail")


def text(name: str, default: str = "") -> str:
    """The setting without surrounding blanks or the newline that editors leave in files."""
    try:
        return str(_env.str(name, default=default)).strip()
    except OSError as error:
        raise ImproperlyConfigured(f"{name}_FILE cannot be read: {error}.") from error


def flag(name: str, *, default: bool) -> bool:
    """A yes or no. Anything but these words is refused, so that DEBUG=off is never taken for on."""
    value = text(name).lower()
    if value in ("true", "1", "yes", "on"):
        return True
    if value in ("false", "0", "no", "off"):
        return False
    if value:
        raise ImproperlyConfigured(f"{name} must be true or false, not “{value}”.")
    return default


def port(name: str, *, default: int) -> int:
    """A TCP port, 1 to 65535."""
    value = text(name, str(default))
    if not value.isascii() or not value.isdigit() or not 1 <= int(value) <= 65535:
        raise ImproperlyConfigured(f"{name} must be a port from 1 to 65535, not “{value}”.")
    return int(value)


def whole_number(name: str, *, default: int, least: int, most: int) -> int:
    """A number without a fraction, `least` to `most`."""
    value = text(name, str(default))
    is_number = value.isascii() and value.isdigit() and len(value) < 10
    if not is_number or not least <= int(value) <= most:
        raise ImproperlyConfigured(
            f"{name} must be a whole number from {least} to {most}, not “{value}”."
        )
    return int(value)


def site_url(name: str, *, default: str) -> str:
    """The address people type, without a trailing slash: every link in a mail begins with it."""
    value = text(name, default).rstrip("/")
    parts = urlsplit(value)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.path or parts.query:
        raise ImproperlyConfigured(
            f"{name} must look like https://rapport.example.org, not “{value}”."
        )
    return value


def database(name: str, *, default_file: Path) -> dict[str, Any]:
    """Django's description of the database, with what each kind needs to behave under load."""
    value = text(name, f"sqlite:///{default_file}")
    _require_scheme(name, value, DATABASE_SCHEMES)
    config: dict[str, Any] = dict(_env.db_url_config(value))
    if config["ENGINE"] == "django.db.backends.sqlite3":
        # IMMEDIATE and the time-out together: writers queue instead of "database is locked".
        config["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;"
            "PRAGMA mmap_size=134217728; PRAGMA cache_size=-16000;",
        }
        # A file in tests too: in memory, threads share one without WAL and lock each other out.
        config["TEST"] = {"NAME": str(default_file.with_name("test.sqlite3"))}
    else:
        config["OPTIONS"] = {**config.get("OPTIONS", {}), "pool": True}
        # After a restart of Postgres the pool is full of dead connections: each is asked first.
        config["CONN_HEALTH_CHECKS"] = True
    return config


def email(name: str) -> dict[str, Any]:
    """Django's EMAIL_* settings from a URL, or nothing when no mail server is named."""
    value = text(name)
    if not value:
        return {}
    _require_scheme(name, value, EMAIL_SCHEMES)
    config = _env.email_url_config(value)
    return {key: found for key, found in config.items() if key != "OPTIONS"}


def redis_url(name: str) -> str:
    """The broker of the distributed form, or "" for the embedded one."""
    value = text(name)
    if value:
        _require_scheme(name, value, ("redis", "rediss", "unix", "redis+socket"))
    return value


def secret_key(name: str, *, keep_in: Path | None) -> str:
    """The signing key. With `keep_in` a missing one is made once and kept there, for us alone."""
    value = text(name)
    if not value and keep_in:
        if not keep_in.exists():
            keep_in.touch(mode=0o600)
            keep_in.write_text(secrets.token_urlsafe(50))
        value = keep_in.read_text().strip()
    if len(value) < SHORTEST_SECRET or "change" in value.lower():
        raise ImproperlyConfigured(
            f"{name} must be a random text of at least {SHORTEST_SECRET} characters. "
            "Make one with: python3 -c 'import secrets; print(secrets.token_urlsafe(50))'"
        )
    return value


def _require_scheme(name: str, value: str, schemes: tuple[str, ...]) -> None:
    """Refuse a URL of another kind without showing it: it may hold a password."""
    scheme, separator, _rest = value.partition("://")
    if not separator or scheme not in schemes:
        known = ", ".join(f"{scheme}://" for scheme in schemes)
        raise ImproperlyConfigured(f"{name} must begin with one of {known}")
