"""Who was invited without a word may ask back without one: that is no alarm and wants no repair."""

import pytest
from django.urls import reverse

from contacts.models import Contact
from outreach.models import FollowUp, Message

GENERIC_TAG = 'class="tag generic"'


@pytest.fixture
def url(grace, ada) -> str:
    Contact.objects.create(owner=ada, name="Ben Ito")  # it would fit him, too
    return reverse("outreach:message-compose", args=[grace.pk]) + "?purpose=answer_generic"


def assess(htmx, grace, body: str) -> str:
    told = {"channel": "linkedin_message", "purpose": "answer_generic", "body": body}
    return htmx.post(reverse("outreach:message-assess", args=[grace.pk]), told).content.decode()


def test_an_answer_to_a_generic_invitation_may_go_as_it_is(client, url):
    page = client.get(url).content.decode()

    assert "May go as it is" in page
    assert GENERIC_TAG not in page
    assert "is missing" not in page
    assert '<details class="why-verdict" open>' not in page


@pytest.mark.parametrize(("headline", "is_said"), [("Glazier", True), ("", False)])
def test_an_answer_says_what_they_work_as_only_where_that_is_known(
    client, url, grace, headline, is_said
):
    grace.headline, grace.company = headline, "Panes Ltd"
    grace.save()

    drafts = [client.get(f"{url}&variant={n}").context["composition"].draft.text for n in range(4)]

    assert any("ork as" in text for text in drafts) == is_said
    assert any("Panes" in text for text in drafts) == is_said


def test_an_answer_with_a_slot_open_or_to_somebody_else_is_an_alarm_all_the_same(htmx, grace):
    for body in ("Hi [first name], how do we know each other?", "Hi Marcus, how do we know you?"):
        assert GENERIC_TAG in assess(htmx, grace, body)


def test_a_sent_answer_is_nowhere_labelled_as_if_it_wanted_repair(client, url, grace):
    letter = client.get(url).context["letter"]
    told = {name: letter[name].value() or "" for name in ("channel", "purpose", "body")}
    client.post(reverse("outreach:message-send", args=[grace.pk]), told)

    sent = Message.objects.get()
    assert sent.verdict == "generic"
    assert not FollowUp.objects.filter(reason="went_generic").exists()
    for page in (sent.get_absolute_url(), grace.get_absolute_url(), reverse("outreach:messages")):
        assert GENERIC_TAG not in client.get(page).content.decode()
    again = client.get(reverse("outreach:message-compose", args=[grace.pk]))
    assert again.context["composition"].occasion.purpose == "follow_up"
