"""Notes are few on a free account: who gets one, who a blank request, and the user's word on it."""

from datetime import date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from contacts.models import Contact, Meeting, Promise
from outreach.models import Message, NoteAllowance, PrivateFact

PLAN = reverse("outreach:note-plan")


@pytest.fixture(autouse=True)
def _monday(monday):
    """All of it on 23 November 2026."""


def meet(owner, name: str, *, days_ago: int = 3, detail: str = "", **more) -> Contact:
    """Somebody met that long ago, to whom nothing was sent."""
    contact = Contact.objects.create(owner=owner, name=name)
    met_on = timezone.localdate() - timedelta(days_ago)
    Meeting.objects.create(owner=owner, contact=contact, met_on=met_on, detail=detail, **more)
    return contact


def note(contact: Contact, sent_at: datetime | None = None, body: str = "Hi") -> Message:
    return Message.objects.create(
        owner=contact.owner,
        contact=contact,
        channel="linkedin_note",
        purpose="connect",
        body=body,
        state="accepted",
        sent_at=sent_at or timezone.now(),
    )


def names(lines) -> list[str]:
    return [line.contact.name for line in lines]


def plan(client):
    return client.get(PLAN).context["plan"]


def act(client, verb: str, contact: Contact):
    return client.post(reverse(f"outreach:{verb}", args=[contact.pk]), follow=True)


def test_notes_of_this_month_count_by_the_users_own_clock(client, ada):
    ada.profile.time_zone = "Pacific/Auckland"
    ada.profile.save()
    zone = ada.profile.zone
    note(meet(ada, "In October"), datetime(2026, 10, 31, 23, 59, tzinfo=zone))
    note(meet(ada, "In November"), datetime(2026, 11, 1, 0, 0, tzinfo=zone))
    note(meet(ada, "Without words"), body=" \n")

    assert "4 of 5 notes left in November" in client.get(PLAN).content.decode()
    assert (
        "4 of 5 notes left in November" in client.get(reverse("outreach:messages")).content.decode()
    )


def test_the_notes_go_where_they_say_most_and_the_others_are_asked_blank(client, ada):
    NoteAllowance.objects.create(owner=ada, notes_a_month=2)
    meet(ada, "Nothing Noted", days_ago=0)
    meet(ada, "Long Ago", days_ago=300, detail="the folding bicycle")
    meet(ada, "Last Week", days_ago=7, detail="the brass ruler")
    promised = meet(ada, "With Promise", days_ago=30, detail="the red scarf")
    Promise.objects.create(owner=ada, contact=promised, by="me", text="send the minutes")

    shared = plan(client)

    assert names(shared.notes) == ["With Promise", "Last Week"]
    assert names(shared.blanks) == ["Long Ago", "Nothing Noted"]
    assert "you promised to send the minutes" in shared.notes[0].why
    assert "the brass ruler" in shared.notes[1].why
    assert "Others come first" in shared.blanks[0].why
    assert "Nothing only true of them is noted" in shared.blanks[1].why


def test_what_the_user_owes_comes_before_small_talk_of_yesterday(client, ada):
    NoteAllowance.objects.create(owner=ada, notes_a_month=1)
    lunch = meet(ada, "At The Counter", days_ago=1, talked_about="lunch", detail="nice shop")
    Promise.objects.create(owner=ada, contact=lunch, by="them", text="put up the poster")
    owed = meet(
        ada, "Is Owed", days_ago=12, talked_about="flood maps of Tarnbrook", detail="a sou'wester"
    )
    Promise.objects.create(owner=ada, contact=owed, by="me", text="send the costing")

    shared = plan(client)

    assert names(shared.notes) == ["Is Owed"]
    assert "they offered to put up the poster. Others come first" in shared.blanks[0].why


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("intro to her editor", "they offered: intro to her editor"),
        ("show me the mill", "they offered to show me the mill"),
    ],
)
def test_what_was_offered_is_told_as_it_was_typed(client, ada, typed, said):
    host = meet(ada, "The Host", days_ago=1, detail="a sou'wester")
    Promise.objects.create(owner=ada, contact=host, by="them", text=typed)

    assert said in plan(client).notes[0].why


def test_what_the_user_owes_in_plain_words_comes_before_what_is_offered_in_rare_ones(client, ada):
    NoteAllowance.objects.create(owner=ada, notes_a_month=1)
    offers = meet(ada, "Offers", talked_about="kelp farms of Tarnbrook", detail="a sou'wester")
    Promise.objects.create(owner=ada, contact=offers, by="them", text="intro to the CFO of Maple")
    owed = meet(ada, "Is Owed", talked_about="kelp farms of Tarnbrook", detail="a sou'wester")
    Promise.objects.create(owner=ada, contact=owed, by="me", text="send the list")

    assert names(plan(client).notes) == ["Is Owed"]


def test_what_is_private_is_no_reason_for_a_note(client, ada):
    someone = meet(ada, "Zoë Quint", detail="the brass ruler")
    [met] = someone.meetings.all()
    PrivateFact.objects.create(owner=ada, contact=someone, fact_id=f"meeting:{met.pk}:detail")

    shared = plan(client)

    assert not shared.notes
    assert "brass ruler" not in shared.blanks[0].why


def test_when_the_notes_are_used_up_all_are_asked_blank(client, ada):
    NoteAllowance.objects.create(owner=ada, notes_a_month=1)
    note(meet(ada, "Had The Note"))
    meet(ada, "Zoë Quint", detail="the brass ruler")

    shared = plan(client)

    assert not shared.notes
    assert "used up" in shared.blanks[0].why
    assert "No note is left until 1 December" in client.get(PLAN).content.decode()


def test_on_premium_everybody_with_something_to_say_gets_a_note(client, ada):
    ada.profile.linkedin_plan = "premium"
    ada.profile.save()
    for number in range(7):
        meet(ada, f"Person {number}", detail="the brass ruler")

    answer = client.get(PLAN)

    assert len(answer.context["plan"].notes) == 7
    assert "as many as you like" in answer.content.decode()
    assert "Notes a month" not in answer.content.decode()


def test_whom_one_wrote_to_or_put_away_is_not_planned_for(client, ada):
    note(meet(ada, "Connected", detail="the brass ruler"))
    archived = meet(ada, "Put Away", detail="the brass ruler")
    Contact.objects.filter(pk=archived.pk).update(archived_at=timezone.now())
    Contact.objects.create(owner=ada, name="Never Met")

    assert "Nobody you met is waiting for a request" in client.get(PLAN).content.decode()


def test_the_users_word_goes_over_the_plan_and_can_be_taken_back(client, ada):
    NoteAllowance.objects.create(owner=ada, notes_a_month=1)
    meet(ada, "First", detail="the brass ruler")
    second = meet(ada, "Second", days_ago=90, detail="the red scarf")

    act(client, "note-give", second)
    assert names(plan(client).notes) == ["Second"]

    act(client, "note-as-planned", second)
    assert names(plan(client).notes) == ["First"]

    answer = act(client, "note-leave-out", second)
    assert names(plan(client).left_out) == ["Second"]

    assert f'name="next" value="{PLAN}"' in answer.content.decode()
    undo = [m.extra_tags.removeprefix("undo:") for m in answer.context["messages"]]
    assert client.post(undo[0], {"next": PLAN}).url == PLAN
    assert names(plan(client).blanks) == ["Second"]


def test_a_choice_that_stands_already_is_said_to(client, ada):
    someone = meet(ada, "Zoë Quint")

    act(client, "note-blank", someone)
    answer = act(client, "note-blank", someone)

    assert answer.status_code == 409
    assert "settled already" in answer.content.decode()


def test_a_blank_request_on_purpose_waits_for_acceptance_and_is_not_nagged_about(
    client, ada, monday
):
    someone = meet(ada, "Zoë Quint", detail="the brass ruler")

    act(client, "blank-send", someone)
    [owed] = someone.follow_ups.all()
    assert (owed.reason, owed.due_on) == ("pending", date(2026, 12, 7))

    monday.shift(timedelta(days=3))
    request = someone.messages.get()
    client.post(reverse("outreach:message-accept", args=[request.pk]))

    [owed] = someone.follow_ups.filter(state="open")
    assert (owed.reason, owed.due_on) == ("accepted_silent", date(2026, 11, 28))
    assert not names(plan(client).blanks)


def test_a_blank_request_uses_no_note(client, ada):
    act(client, "blank-send", meet(ada, "Zoë Quint"))

    assert plan(client).budget.used == 0


def test_compose_says_how_many_are_left_where_a_note_is_written(client, ada):
    someone = meet(ada, "Zoë Quint", detail="the brass ruler")
    compose = reverse("outreach:message-compose", args=[someone.pk])

    assert "5 of 5 notes left in November" in client.get(compose).content.decode()
    by_mail = client.get(compose, {"channel": "email"})
    assert "notes left" not in by_mail.content.decode()


@pytest.mark.parametrize("wrong", ["", "-1", "201", "many", "1e9"])
def test_a_slip_in_the_number_is_said_and_the_page_stands(client, ada, wrong):
    answer = client.post(reverse("outreach:note-allowance"), {"notes_a_month": wrong})

    assert answer.status_code == 422
    assert answer.context["allowance"].errors
    assert not NoteAllowance.objects.exists()


def test_the_number_of_notes_is_kept(client, ada):
    client.post(reverse("outreach:note-allowance"), {"notes_a_month": "3"})

    assert "3 of 3 notes left" in client.get(PLAN).content.decode()


def test_the_plan_takes_the_same_queries_for_one_and_for_twenty(client, ada):
    counts = []
    for number in range(20):
        meet(ada, f"Person {number}", detail="the brass ruler")
        if number in (0, 19):
            with CaptureQueriesContext(connection) as asked:
                client.get(PLAN)
            counts.append(len(asked))

    assert counts[0] == counts[1]
