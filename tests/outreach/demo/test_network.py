"""The made-up network itself: nobody in it is real, and its story holds together."""

import re
from dataclasses import astuple

from outreach.demo.events import EVENTS
from outreach.demo.messages import MESSAGES
from outreach.demo.people import PEOPLE

# Numbers that are kept free for fiction have 555 before the last digits.
MADE_UP_PHONE = re.compile(r"\+?[\d ]+ 555 \d{3,4}")


def test_no_address_of_the_demo_leads_to_anyone():
    hosts = [email.partition("@")[2] for one in PEOPLE for email in one.emails]
    hosts += [link.split("/")[2] for one in PEOPLE for link in one.links]

    assert hosts
    assert [host for host in hosts if not host.endswith(".example")] == []


def test_no_telephone_of_the_demo_rings():
    phones = [phone for one in PEOPLE for phone in one.phones]

    assert phones
    assert [phone for phone in phones if not MADE_UP_PHONE.fullmatch(phone)] == []


def test_nothing_is_told_twice():
    told = [text for one in PEOPLE for met in one.met for text in astuple(met)[:2]]
    told += [
        text for one in PEOPLE for met in one.met for text in (met.i_promised, met.they_offered)
    ]
    told = [text for text in told if text]

    assert len(told) == len(set(told))


def test_whoever_introduces_somebody_was_met_no_later():
    met_first = {one.name: min(_days_ago(met) * -1 for met in one.met) for one in PEOPLE}

    too_early = [
        (one.name, met.introduced_by)
        for one in PEOPLE
        for met in one.met
        if met.introduced_by and met_first[met.introduced_by] > -_days_ago(met)
    ]

    assert too_early == []


def test_everything_happened_before_today():
    days = [_days_ago(met) for one in PEOPLE for met in one.met]
    days += [wrote.days_ago for wrote in MESSAGES]

    assert min(days) >= 1


def test_nobody_is_written_to_before_they_were_met():
    met_first = {one.name: max(_days_ago(met) for met in one.met) for one in PEOPLE}

    assert [w.to for w in MESSAGES if w.days_ago >= met_first[w.to]] == []


def test_events_have_names_of_their_own_in_any_year():
    names = {one.name.format(year=2026) for one in EVENTS.values()}

    assert len(names) == len(EVENTS) == 8


def _days_ago(met) -> int:
    return EVENTS[met.at].days_ago - met.on_day + 1 if met.at else met.days_ago
