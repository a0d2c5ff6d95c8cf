"""Hours that do not exist or come twice, and the edges of the world: when each is due, in UTC.

The times are written out from the zone database by hand (release 2025b), not computed: the product
must not be asked, nor the library that it asks.
"""

from datetime import UTC, datetime

from benchmarks.faults.truth import Expected

# zone, date and hour there, the moment in UTC
TABLE = (
    ("Europe/Berlin", "2027-03-28", 1, "2027-03-28T00:00"),
    ("Europe/Berlin", "2027-03-28", 2, "2027-03-28T01:00"),  # 02:00 is missing: 03:00
    ("Europe/Berlin", "2027-03-28", 8, "2027-03-28T06:00"),
    ("Europe/Berlin", "2027-10-31", 1, "2027-10-30T23:00"),
    ("Europe/Berlin", "2027-10-31", 2, "2027-10-31T00:00"),  # comes twice: the first
    ("Europe/Berlin", "2027-10-31", 8, "2027-10-31T07:00"),
    ("America/New_York", "2027-03-14", 2, "2027-03-14T07:00"),  # is missing: 03:00
    ("America/New_York", "2027-11-07", 1, "2027-11-07T05:00"),  # comes twice: the first
    ("Australia/Lord_Howe", "2027-04-04", 1, "2027-04-03T14:00"),  # 01:30 to 02:00 comes twice
    ("Australia/Lord_Howe", "2027-04-04", 2, "2027-04-03T15:30"),
    ("Africa/Casablanca", "2027-02-07", 2, "2027-02-07T01:00"),  # Ramadan: the first of two
    ("Pacific/Kiritimati", "2027-06-15", 8, "2027-06-14T18:00"),  # UTC+14
    ("Etc/GMT+12", "2027-06-15", 8, "2027-06-15T20:00"),  # UTC−12
    ("Etc/GMT+12", "2027-06-15", 23, "2027-06-16T11:00"),
    ("Middle/Nowhere", "2027-06-15", 8, "2027-06-15T08:00"),  # unknown: by UTC
)
BEGINNING = datetime(2027, 1, 1, tzinfo=UTC)


def expected() -> list[Expected]:
    """One reminder for each line; the next step of the clock is its deadline."""
    moments = sorted(datetime.fromisoformat(f"{at}+00:00") for *_rest, at in TABLE)
    rows = []
    for number, (zone, day, hour, at) in enumerate(TABLE):
        due = datetime.fromisoformat(f"{at}+00:00")
        after = next((later for later in moments if later > due), datetime(2028, 1, 1, tzinfo=UTC))
        rows.append(
            Expected(
                recipient=f"user{number}@example.org",
                fate="delivered",
                zone=zone,
                hour=hour,
                due_on=day,
                not_before=due.isoformat(),
                deadline=after.isoformat(),
            )
        )
    return rows
