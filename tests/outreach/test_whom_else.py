"""Whom else a letter would fit, and who got nearly the same: told while one writes."""

from datetime import UTC, datetime

import pytest
from django.urls import reverse

from contacts.models import Contact, Event, Meeting
from outreach.models import Message

AT_THE_FAIR = "Hi Grace, we met at Harbour Fair."
LETTER = "Hi Grace, good to argue with you about lighthouses and the price of lamp oil in Kiel."


@pytest.fixture
def assess(htmx, grace):
    """The reasons for the verdict on a letter to Grace, as the page would show them."""
    url = reverse("outreach:message-assess", args=[grace.pk])

    def assess(body: str) -> str:
        answer = htmx.post(url, {"channel": "email", "body": body})
        return " ".join(answer.context["assessment"].verdict.reasons)

    return assess


def meet(ada, count: int, **told: str) -> list[Contact]:
    """So many people whom Ada met at the fair."""
    fair, _ = Event.objects.get_or_create(owner=ada, name="Harbour Fair")
    people = [Contact(owner=ada, name=f"Person {n}") for n in range(count)]
    for person in people:
        person.save()
        met = {"owner": ada, "contact": person, "event": fair, "met_on": "2026-11-20"}
        Meeting.objects.create(**met, **told)
        person.refresh_search_text()
        person.save()
    return people


def wrote(ada, contact: Contact, body: str) -> None:
    sent = {"state": "sent", "sent_at": datetime(2026, 5, 3, 12, tzinfo=UTC)}
    what = {"channel": "email", "purpose": "connect", "body": body}
    Message.objects.create(owner=ada, contact=contact, **what, **sent)


def test_a_letter_about_the_event_alone_would_fit_the_others_who_were_there(assess, met, ada):
    meet(ada, 4)
    Contact.objects.create(owner=ada, name="Elsewhere")

    assert "It would fit Person 0, Person 1 and 2 others as it stands." in assess(AT_THE_FAIR)
    assert "would fit" not in assess(f"{AT_THE_FAIR} I remember the model lighthouse.")


def test_what_a_letter_offers_does_not_hide_whom_else_it_would_fit(assess, met, ada):
    meet(ada, 2)

    said = assess(f"{AT_THE_FAIR} I run data tooling at Maple. May I send you a link?")

    assert "It would fit Person 0 and Person 1 as it stands." in said


def test_who_introduced_the_two_is_not_whom_it_would_fit(assess, met, ada):
    ingrid, wim = (Contact(owner=ada, name=name) for name in ("Ingrid van Dalen", "Wim Post"))
    wim.notes = "Ingrid van Dalen knows him."
    for person in (ingrid, wim):
        person.refresh_search_text()
        person.save()
    met.introduced_by = "Ingrid van Dalen"
    met.save()

    said = assess("Hi Grace, Ingrid van Dalen introduced us. Whom else should I meet?")

    assert "It would fit Wim Post as it stands." in said


def test_what_is_true_of_another_too_is_not_ticked_as_only_true_of_the_reader(
    htmx, grace, met, ada
):
    meet(ada, 1, talked_about="lighthouses")
    met.talked_about = "lighthouses"
    met.save()
    url = reverse("outreach:message-assess", args=[grace.pk])

    page = htmx.post(url, {"channel": "email", "body": f"{AT_THE_FAIR} I like lighthouses."})

    assert "True of them and of Person 0" in page.text
    assert "Only true of them" not in page.text


def test_only_whole_words_make_a_letter_fit(assess, met, ada, grace):
    party = Contact(owner=ada, name="Cleo Park", notes="Threw a party.")
    party.refresh_search_text()
    party.save()
    met.detail = "art"
    met.save()

    assert "would fit" not in assess("Hi Grace, I remember the art.")


def test_the_contacts_of_others_and_archived_ones_do_not_count(assess, met, ada, bob):
    meet(bob, 2)
    for person in meet(ada, 1):
        Contact.objects.filter(pk=person.pk).update(archived_at="2026-11-21T12:00Z")

    assert "would fit" not in assess(AT_THE_FAIR)


def test_who_got_nearly_the_same_is_named_with_the_day(assess, met, ada, bob, grace):
    ana, cleo = Contact.objects.bulk_create(
        [Contact(owner=ada, name="Ana Ruiz"), Contact(owner=bob, name="Cleo Park")]
    )
    wrote(ada, ana, LETTER.replace("Grace", "Ana"))
    wrote(bob, cleo, LETTER.replace("Grace", "Cleo"))

    assert "You sent nearly this to Ana Ruiz on 3 May 2026." in assess(LETTER)
    assert "Cleo" not in assess(LETTER)
    assert "nearly this" not in assess("Hi Grace, thank you for the grafting knife you lent me.")


def test_it_is_recorded_with_what_was_sent(client, assess, met, ada, grace):
    ana = Contact.objects.create(owner=ada, name="Ana Ruiz")
    wrote(ada, ana, LETTER)
    sent = {"channel": "email", "purpose": "connect", "body": LETTER}

    client.post(reverse("outreach:message-send", args=[grace.pk]), sent)

    said = grace.messages.get().reasons
    assert any("You sent nearly this to Ana Ruiz" in reason for reason in said)


@pytest.mark.parametrize("count", [1, 12])
def test_a_pause_in_typing_costs_the_same_queries_whatever_the_number_of_contacts(
    assess, met, ada, count, django_assert_max_num_queries
):
    for person in meet(ada, count):
        wrote(ada, person, LETTER)

    with django_assert_max_num_queries(17):
        assess(f"{AT_THE_FAIR} {LETTER}")
