"""What the product believes became of each reminder, read past its code."""

import sqlite3
from collections.abc import Iterable
from urllib.parse import urlsplit

import psycopg

BELIEVED = """
    SELECT person.email, delivery.state
    FROM outreach_delivery delivery JOIN crm_user person ON person.id = delivery.owner_id
    ORDER BY delivery.due_at
"""


def believed(url: str) -> dict[str, str]:
    """By recipient, the state of the latest delivery; nothing while the database is away."""
    try:
        return dict(_rows(url))
    except (psycopg.OperationalError, sqlite3.OperationalError):
        return {}


def _rows(url: str) -> Iterable[tuple[str, str]]:
    path = "/" + urlsplit(url).path.lstrip("/")
    if url.startswith("sqlite"):
        connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=20)
        try:
            return connection.execute(BELIEVED).fetchall()
        finally:
            connection.close()
    folder, _slash, name = path.rpartition("/")
    with psycopg.connect(host=folder, user="rapport", dbname=name) as server:
        return server.execute(BELIEVED).fetchall()
