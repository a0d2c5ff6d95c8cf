"""Today: what is due, with its reason and its draft; and logging whom one met."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from contacts.models import Contact, Meeting
from outreach.followups.planner import plan_follow_ups
from outreach.messages import services
from outreach.models import FollowUp, Message
from outreach.tailoring import Channel, assess

TODAY = reverse("outreach:today")
LOG = reverse("outreach:log")
JUST_MET = reverse("outreach:just-met")


def test_an_empty_day_says_so_and_offers_to_log(client):
    page = client.get(TODAY).content.decode()

    assert "You owe nobody a message today" in page
    assert f'action="{LOG}"' in page


def test_what_is_due_stands_there_with_its_reason_and_its_draft(
    bare_request, monday, client, met, grace
):
    monday.shift(timedelta(days=1))

    page = client.get(TODAY).content.decode()

    assert "Grace Hollis" in page
    assert "Your request went out yesterday without a note." in page
    assert "You met at Harbour Fair on Friday, introduced by Ana Ruiz." in page
    assert "Hi Grace" in page


def test_a_draft_is_copied_to_where_it_goes(bare_request, monday, client, met, grace, ada):
    ada.profile.linkedin_plan = "premium"
    ada.profile.save()
    monday.shift(timedelta(days=1))
    by_email = client.get(TODAY).content.decode()
    grace.points.all().delete()
    as_inmail = client.get(TODAY).content.decode()

    assert "The e-mail to send" in by_email
    assert 'href="mailto:grace@northwind.example?subject=' in by_email
    assert "Copy and open the profile" not in by_email
    assert "The InMail to send" in as_inmail
    assert 'data-open="https://www.linkedin.com/in/grace-hollis/"' in as_inmail


def test_a_follow_up_without_context_asks_for_some(bare_request, monday, client, grace):
    monday.shift(timedelta(days=1))

    page = client.get(TODAY).content.decode()

    assert "Answer, and get a draft" in page


def test_what_is_not_due_yet_is_coming_up(bare_request, client):
    page = client.get(TODAY).content.decode()

    assert "Tue 24 Nov" in page


def test_at_most_five_are_shown_and_the_rest_is_one_click_away(monday, client, ada):
    for n in range(7):
        contact = Contact.objects.create(owner=ada, name=f"Person {n}")
        services.record_default_sent(contact)
    monday.shift(timedelta(days=1))

    answer = client.get(TODAY)

    assert len(answer.context["lines"]) == 5
    assert b"All 7 that are due" in answer.content
    assert b"Person 6" in client.get(reverse("outreach:follow-ups")).content


def test_of_those_just_met_five_are_shown_and_the_rest_is_one_click_away(client, ada):
    for n in range(7):
        contact = Contact.objects.create(owner=ada, name=f"Person {n}")
        for days in (1, 2):
            met_on = timezone.localdate() - timedelta(days)
            Meeting.objects.create(owner=ada, contact=contact, met_on=met_on)

    today = client.get(TODAY).content.decode()
    everybody = client.get(JUST_MET).content.decode()

    assert today.count("nothing sent yet</div>") == 5
    assert f'<a href="{JUST_MET}">And 2 more</a>' in today
    assert [everybody.count(f">Person {n}</a>") for n in range(7)] == [1] * 7


def test_logging_somebody_new_leads_to_a_draft(client, ada):
    answer = client.post(
        LOG,
        {
            "name": "Marcus Oyelaran",
            "event": "Cloud meetup",
            "met_on": timezone.localdate().isoformat(),
            "talked_about": "how nine people share on-call",
            "i_promised": "send the runbook template",
            "then": "write",
        },
    )

    contact = Contact.objects.get()
    assert contact.name == "Marcus Oyelaran"
    assert answer["Location"] == reverse("outreach:message-compose", args=[contact.pk])
    assert FollowUp.objects.get().reason == "promise"


def test_the_next_person_has_event_and_day_of_the_last_and_nothing_else(client, ada):
    values = {"met_on": "2026-11-20", "event": "PyCon & friends", "place": "the queue"}

    answer = client.post(LOG, {"name": "Marcus Oyelaran", **values, "then": "next"}, follow=True)

    form = answer.context["log"]
    assert (form["event"].value(), form["met_on"].value()) == ("PyCon & friends", "2026-11-20")
    assert not form["name"].value()
    assert not form["place"].value()


def test_logging_a_known_name_asks_whether_it_is_the_same_person(client, grace):
    values = {"name": "grace hollis", "met_on": "2026-11-20", "detail": "the lighthouse"}

    asked = client.post(LOG, values)
    chosen = client.post(LOG, {**values, "who": str(grace.pk)})

    assert asked.status_code == 422
    assert "Is it the same person?" in asked.content.decode()
    assert "the lighthouse" in asked.content.decode()
    assert chosen.status_code == 302
    assert Meeting.objects.get().contact == grace


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": ""},
        {"name": "x" * 201},
        {"name": "a\0b"},
        {"met_on": "3026-01-01"},
        {"met_on": "0001-01-01"},
        {"met_on": "yesterday"},
        {"linkedin_slug": "https://example.org/x"},
        {"who": "somebody"},
        {"i_promised_due": "2026-12-01"},
        {"talked_about": "ж" * 501},
    ],
)
def test_a_slip_in_the_log_is_said_at_the_field_and_nothing_typed_is_lost(client, ada, wrong):
    values = {"name": "Jo Sandoval", "met_on": "2026-11-20", "detail": "the green hat"} | wrong

    answer = client.post(LOG, values)

    assert answer.status_code == 422
    assert set(answer.context["log"].errors) <= {*wrong, "i_promised"}
    assert "the green hat" in answer.content.decode()
    assert not Contact.objects.exists()


def fill(ada, count: int) -> None:
    """People with everything that Today and the person page show, all due today."""
    for n in range(count):
        contact = Contact.objects.create(owner=ada, name=f"Person {n}")
        Meeting.objects.create(
            owner=ada, contact=contact, met_on=date(2026, 11, 20), detail=f"the hat number {n}"
        )
        services.record_default_sent(contact)


def test_queries_do_not_grow_with_rows(client, ada, monday, django_assert_max_num_queries):
    pages = [reverse(f"outreach:{name}") for name in ("today", "follow-ups", "messages")]
    few = {}
    fill(ada, 1)
    monday.shift(timedelta(days=1))
    for page in pages:
        with django_assert_max_num_queries(40) as asked:
            client.get(page)
        few[page] = len(asked.captured_queries)
    fill(ada, 49)
    plan_follow_ups()
    monday.shift(timedelta(days=1))

    for page in pages:
        with django_assert_max_num_queries(few[page]):
            client.get(page)


def test_the_queries_of_a_person_do_not_grow_with_their_history(
    client, ada, grace, monday, django_assert_max_num_queries
):
    generic = assess("Thanks", channel=Channel.EMAIL)

    def say(count: int) -> None:
        for n in range(count):
            message = Message.objects.create(
                owner=ada, contact=grace, channel="email", purpose="thank", body=f"Thanks {n}"
            )
            services.record_sent(message, verdict=generic)

    say(1)
    with django_assert_max_num_queries(60) as few:
        client.get(grace.get_absolute_url())
    say(49)

    with django_assert_max_num_queries(len(few.captured_queries)):
        client.get(grace.get_absolute_url())
