"""“You wrote of it on 25 November” stands at what that message said, and at nothing else."""

from datetime import UTC, datetime

import pytest
from django.urls import reverse

from contacts.models import Contact, Event, Meeting
from outreach.models import AddedFact

SCHOOL, HEADLINE = "TU Murtal", "Tide engineer, between jobs"
WHO = "I build tide gauges and I am between jobs right now"


@pytest.fixture
def written(monday, client, ada, grace):
    """Send Grace these words; what is marked as written of then."""
    ada.profile.headline, ada.profile.who_you_are = HEADLINE, WHO
    ada.profile.schools, grace.schools = [SCHOOL], [SCHOOL]
    ada.profile.save()
    grace.save()
    evening = Event.objects.create(owner=ada, name="TU Murtal alumni evening")
    Meeting.objects.create(owner=ada, contact=grace, event=evening, met_on="2026-11-20")

    def write(body: str) -> set[str]:
        told = {"channel": "email", "purpose": "connect", "body": body}
        client.post(reverse("outreach:message-send", args=[grace.pk]), told)
        page = client.get(reverse("outreach:message-compose", args=[grace.pk]))
        assert "You wrote of it on 23 Nov" in page.content.decode()
        return {line.fact.text for line in page.context["composition"].facts if line.said_on}

    return write


def test_the_name_of_an_event_does_not_say_that_both_studied_there(written):
    assert written("Hi Grace, it was good to meet you at the TU Murtal alumni evening.") == {
        "TU Murtal alumni evening"
    }


def test_where_a_fact_is_from_has_its_year_once_that_is_over(written, monday, client, ada, grace):
    AddedFact.objects.create(owner=ada, contact=grace, kind="detail", text="the brass telescope")
    cleo = Contact.objects.create(owner=ada, name="Cleo Park")
    Meeting.objects.create(owner=ada, contact=cleo, introducer=grace, met_on="2026-11-19")
    written("Hi Grace, how is the brass telescope?")
    url = reverse("outreach:message-compose", args=[grace.pk])
    told = ["Meeting, 20 Nov", "Meeting, 19 Nov", "You added, 23 Nov", "E-mail, 23 Nov"]
    told.append("You wrote of it on 23 Nov")

    this_year = client.get(url).content.decode()
    monday.move_to(datetime(2027, 1, 4, 9, tzinfo=UTC))
    client.force_login(ada)
    next_year = client.get(url).content.decode()

    for words in told:
        assert words in this_year
        assert f"{words} 2026" not in this_year
        assert f"{words} 2026" in next_year


def test_who_one_is_does_not_say_ones_headline(written):
    assert written(f"Hi Grace, {WHO}. May I ask about the lighthouse?") == {WHO}


def test_what_is_said_beside_the_longer_one_is_written_of(written):
    said = written(
        "Hi Grace, we met at the TU Murtal alumni evening. We both studied at TU Murtal."
    )

    assert said == {"TU Murtal alumni evening", SCHOOL}


def test_what_is_said_in_words_of_its_own_is_written_of(written):
    assert written("Hi Grace, we both studied at TU Murtal, I hear.") >= {SCHOOL}


def test_a_fact_noted_twice_is_written_of_twice(written, ada, grace):
    Meeting.objects.create(
        owner=ada, contact=grace, met_on="2026-11-21", talked_about="the model lighthouse"
    )
    Meeting.objects.create(
        owner=ada, contact=grace, met_on="2026-11-22", detail="a model lighthouse"
    )

    said = written("Hi Grace, how is the model lighthouse?")

    assert said == {"the model lighthouse", "a model lighthouse"}
