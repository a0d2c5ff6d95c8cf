"""What one finds in an instance that `manage.py demo` has filled."""

from collections import Counter

import pytest
from django.core.management import CommandError
from django.test import Client
from django.urls import reverse

from contacts.models import Contact, ContactPoint, Event, Meeting
from crm.accounts.models import User
from outreach.models import Action, FollowUp, Message
from tests.outreach.demo.running import MONDAY, demo

pytestmark = pytest.mark.thorough


@pytest.fixture(scope="module")
def said(django_db_setup, django_db_blocker):
    """What the command says; its one demo serves all tests that look at it, and is taken away."""
    with django_db_blocker.unblock():
        yield demo()
        User.objects.all().delete()


@pytest.fixture
def filled(said, db) -> User:
    """Whose demo it is."""
    return User.objects.get()


def test_an_empty_instance_gets_sixty_people_and_eight_events(filled):
    assert Contact.objects.for_user(filled).count() == 60
    assert Event.objects.for_user(filled).exclude(meetings=None).distinct().count() == 8
    assert not Contact.objects.filter(meetings=None).exists()


def test_messages_are_found_in_every_state(filled):
    states = Counter(Message.objects.values_list("state", flat=True))

    assert set(states) == set(Message.State.values)


def test_what_rests_on_facts_is_tailored_and_the_rest_generic(filled):
    said = Message.objects.said()

    generic = said.filter(verdict="generic")
    assert generic.filter(body="").count() >= 5
    assert generic.exclude(body="").count() >= 5
    assert said.filter(verdict="tailored").count() > 2 * generic.count()


def test_today_asks_for_five_things_or_more_for_different_reasons(filled):
    due = FollowUp.objects.for_user(filled).due(MONDAY.date())

    assert due.count() >= 5
    assert set(due.values_list("reason", flat=True)) == set(FollowUp.Reason.values)
    assert due.filter(reason="no_reply", step=2).exists()
    assert due.filter(due_on=MONDAY.date()).exists()
    assert due.filter(due_on__lt=MONDAY.date()).exists()


def test_more_is_coming_and_nothing_has_been_late_for_long(filled):
    mine = FollowUp.objects.for_user(filled)

    assert mine.upcoming(MONDAY.date()).count() >= 5
    assert min((MONDAY.date() - one.due_on).days for one in mine.due(MONDAY.date())) >= 0
    assert max((MONDAY.date() - one.due_on).days for one in mine.due(MONDAY.date())) <= 7


def test_a_request_went_out_bare_yesterday(filled):
    [bare] = FollowUp.objects.due(MONDAY.date()).filter(reason="went_generic", message__body="")

    assert bare.message.went_out_bare
    assert (MONDAY.date() - bare.message.sent_at.date()).days == 1


def test_history_is_as_old_as_it_says(filled):
    first = Contact.objects.order_by("created_at").first()

    assert first.created_at.date() == min(Meeting.objects.values_list("met_on", flat=True))
    assert not FollowUp.objects.filter(closed_at__gte=MONDAY).exists()
    assert not Action.objects.exists()


def test_many_were_introduced_by_people_of_the_network(filled):
    introduced = Meeting.objects.exclude(introduced_by="")

    assert introduced.count() >= 15
    assert not introduced.filter(introducer=None).exists()


def test_every_linkedin_profile_is_made_up_and_there_once(filled):
    slugs = Contact.objects.exclude(linkedin_slug=None).values_list("linkedin_slug", flat=True)

    assert len(slugs) == len(set(slugs)) >= 50
    assert all(slug.endswith("-example") for slug in slugs)


def test_no_address_leads_out_of_the_made_up_world(filled):
    emails = ContactPoint.objects.filter(kind="email")

    assert emails.count() > 40
    assert not emails.exclude(value__endswith=".example").exists()
    assert filled.email.endswith(".example")


def test_by_force_twice_changes_nothing_and_says_so(filled):
    with pytest.raises(CommandError, match="Nothing was added"):
        demo("--force")

    assert Contact.objects.count() == 60


def test_without_an_owner_an_account_is_made_and_its_password_said_once(filled, said, settings):
    # The demo was made before the tests took to a faster hash.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
    password = said.split("the password ")[1].split()[0]

    assert filled.email in said
    assert filled.check_password(password)
    assert said.count(password) == 1


def test_every_fact_that_a_draft_rests_on_lights_up_and_none_of_its_words_is_accused(filled):
    client = Client()
    client.force_login(filled)
    for contact in Contact.objects.for_user(filled)[::5]:
        url = reverse("outreach:message-compose", args=[contact.pk])
        page = client.get(url, {"channel": "email", "purpose": "interview"}).context

        lit = {fact for run in page["assessment"].runs for fact in run.facts}
        draft = page["composition"].draft
        assert lit.issuperset(draft.facts if draft else ()), contact
        assert not page["assessment"].claims, contact
