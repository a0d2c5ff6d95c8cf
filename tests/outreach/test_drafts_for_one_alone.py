"""A draft fits nobody else, and says why one writes only where it was told for."""

import pytest
from django.urls import reverse
from django.utils import timezone

from contacts.models import Contact, Event, Meeting
from outreach.drafting import Purpose
from outreach.models import AddedFact, Message

TOPIC = "why lighthouse lamps need seal oil"


@pytest.fixture
def met_at_the_fair(ada, grace):
    """Grace and Iris, met at one fair, with whom Ada talked about the same."""
    fair = Event.objects.create(owner=ada, name="Harbour Fair")
    iris = Contact.objects.create(owner=ada, name="Iris Moon")
    for person in (grace, iris):
        Meeting.objects.create(
            owner=ada, contact=person, event=fair, met_on="2026-11-20", talked_about=TOPIC
        )
        person.refresh_search_text()
        person.save()
    return iris


def compose(client, contact: Contact, **asked: str):
    return client.get(reverse("outreach:message-compose", args=[contact.pk]), asked).context


@pytest.mark.parametrize("purpose", ["connect", "first_message", "interview", "reconnect"])
def test_compose_never_calls_its_own_draft_generic(client, grace, met_at_the_fair, purpose):
    Meeting.objects.filter(contact=grace).update(detail="the model of a lamp in her bag")

    page = compose(client, grace, channel="email", purpose=purpose)

    assert page["composition"].draft
    assert page["assessment"].verdict.is_tailored


def test_an_answer_is_for_letters_to_the_end_it_was_asked_for(client, grace, met):
    client.post(
        reverse("outreach:question-answer", args=[grace.pk]),
        {"question": "purpose", "answer": "lending me her umbrella", "purpose": "thank"},
    )

    thanks = compose(client, grace, channel="email", purpose="thank")["composition"]
    assert "umbrella" in thanks.draft.text
    for purpose in set(Purpose) - {Purpose.THANK}:
        other = compose(client, grace, channel="email", purpose=purpose)["composition"]
        assert "umbrella" not in (other.draft.text if other.draft else other.question.prompt)
        assert not any("umbrella" in line.fact.text for line in other.facts)


def test_what_was_told_for_no_end_in_particular_serves_all(client, ada, grace, met):
    told = {"kind": "purpose", "text": "the model lighthouse is ready", "owner": ada}
    AddedFact.objects.create(**told, contact=grace)

    for purpose in ("connect", "reconnect"):
        page = compose(client, grace, channel="email", purpose=purpose)
        assert "The model lighthouse is ready." in page["composition"].draft.text


def test_who_was_at_the_same_event_gets_another_text_than_went_out_already(
    client, ada, grace, met_at_the_fair
):
    Meeting.objects.filter(contact=grace).update(talked_about="a keeper's diary of 1871")
    Meeting.objects.filter(contact=met_at_the_fair).update(talked_about="a keeper's log of 1871")
    asked = {"channel": "email", "purpose": "thank"}
    for _ in range(2):  # whatever the draft is, it went to somebody else word for word
        letter = compose(client, grace, **asked)["composition"].draft.text
        to_iris = letter.replace("Grace", "Iris").replace("diary", "log")
        said = {"state": "sent", "sent_at": timezone.now(), "body": to_iris, "purpose": "thank"}
        Message.objects.create(owner=ada, contact=met_at_the_fair, channel="email", **said)

        now = compose(client, grace, **asked)
        assert now["composition"].draft.text != letter
        assert not now["assessment"].verdict.near_duplicates
