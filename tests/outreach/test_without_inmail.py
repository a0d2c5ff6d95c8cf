"""A free LinkedIn account has no InMail: what it is told to send, it can send."""

from datetime import timedelta

import pytest
from django.urls import reverse

from outreach.messages import services
from outreach.models import FollowUp

TODAY = reverse("outreach:today")
WAIT = "Without InMail you can write to Grace on LinkedIn only once you are connected"


@pytest.fixture
def no_address(grace) -> None:
    grace.points.all().delete()


@pytest.fixture
def due(monday):
    """On Friday all that was promised and all that went generic is due."""
    return lambda: monday.shift(timedelta(days=4))


def compose(client, grace, follow_up: FollowUp | None = None):
    asked = {"follow_up": follow_up.pk} if follow_up else {}
    return client.get(reverse("outreach:message-compose", args=[grace.pk]), asked)


def promise_to(grace) -> FollowUp:
    services.plan_these([grace.pk])
    return FollowUp.objects.get(reason="promise")


def test_a_request_nobody_accepted_waits_and_says_so(
    bare_request, due, client, met, grace, no_address
):
    due()

    page = client.get(TODAY).content.decode()

    assert "InMail to send" not in page
    assert "The LinkedIn message to send once they accept" in page
    assert WAIT in page
    assert WAIT in compose(client, grace).content.decode()


def test_a_promise_to_somebody_connected_is_kept_in_a_linkedin_message(
    bare_request, due, client, met, grace, no_address
):
    services.record_accepted(bare_request, at=bare_request.sent_at)
    due()

    answer = compose(client, grace, promise_to(grace))

    assert answer.context["composition"].occasion.channel == "linkedin_message"
    assert "checker benchmark" in answer.context["letter"]["body"].value()
    assert WAIT not in answer.content.decode()


def test_a_promise_to_somebody_never_asked_to_connect_goes_into_the_note(
    due, client, met, grace, no_address
):
    owed = promise_to(grace)
    due()

    answer = compose(client, grace, owed)

    assert answer.context["composition"].occasion.channel == "linkedin_note"
    assert "checker benchmark" in answer.context["letter"]["body"].value()


def test_a_promise_to_somebody_whose_request_is_pending_waits(
    bare_request, due, client, met, grace, no_address
):
    owed = promise_to(grace)
    due()

    page = client.get(owed.get_absolute_url()).content.decode()

    assert WAIT in page
    assert "The LinkedIn message to send once they accept</h2>" in page


def test_who_has_withdrawn_is_not_sent_to_inmail_while_linkedin_takes_no_request(
    bare_request, client, met, grace, no_address
):
    services.record_withdrawn(bare_request, at=bare_request.sent_at)

    answer = compose(client, grace)

    assert answer.context["composition"].occasion.channel == "linkedin_note"
    assert "LinkedIn takes no new one until" in answer.content.decode()


def test_an_address_is_used_where_there_is_one(bare_request, due, client, met, grace):
    due()

    assert "The e-mail to send" in client.get(TODAY).content.decode()


def test_a_premium_account_is_offered_inmail(
    bare_request, due, client, met, grace, ada, no_address
):
    ada.profile.linkedin_plan = "premium"
    ada.profile.save()
    due()

    page = client.get(TODAY).content.decode()

    assert "The InMail to send" in page
    assert WAIT not in page
