"""A rule speaks where it is broken, in the user's own words, and never stands in the way."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from outreach.models import Message, Rule

MINE = "As I say it"


@pytest.fixture(autouse=True)
def _monday(monday):
    """All of it on 23 November 2026."""


def rule(owner, kind: str, **more) -> Rule:
    return Rule.objects.create(owner=owner, kind=kind, wording=MINE, **more)


def assess(client, contact, body: str, *, channel="linkedin_note", purpose="connect") -> str:
    url = reverse("outreach:message-assess", args=[contact.pk])
    typed = {"body": body, "channel": channel, "purpose": purpose}
    page = client.post(url, typed, headers={"HX-Request": "true"}).content.decode()
    return re.sub(r"<[^>]+>|\s+", " ", page)


def speaks(page: str) -> bool:
    return f"“{MINE}”" in page


@pytest.mark.parametrize(
    ("kind", "more", "broken", "kept"),
    [
        ("say_met", {}, "Hi Grace, the lighthouse ran well.", "Hi Grace, we met at Harbour Fair."),
        ("never_say", {"words": "synergy\npick your brain"}, "Such Synergy!", "Such energy!"),
        ("max_length", {"longest": 50}, "We met at Harbour Fair. " * 4, "We met at Harbour Fair."),
        ("never_bare", {}, " ", "We met at Harbour Fair."),
    ],
)
def test_a_broken_rule_is_quoted_while_typing(client, ada, grace, met, kind, more, broken, kept):
    rule(ada, kind, **more)

    assert speaks(assess(client, grace, broken))
    assert not speaks(assess(client, grace, kept))


def test_not_having_met_is_said_for_a_request_and_for_an_invitation_that_came(client, ada, grace):
    rule(ada, "must_have_met")

    assert "no meeting with Grace Hollis is logged" in assess(client, grace, "Hi Grace")
    assert speaks(assess(client, grace, "Hi", channel="linkedin_message", purpose="answer_generic"))
    assert not speaks(assess(client, grace, "Hi", channel="email", purpose="thank"))


def test_having_met_is_enough(client, ada, grace, met):
    rule(ada, "must_have_met")

    assert not speaks(assess(client, grace, "Hi Grace"))


def test_rules_about_connecting_leave_later_messages_alone(client, ada, grace, met):
    rule(ada, "say_met")

    assert not speaks(assess(client, grace, "Thank you!", channel="email", purpose="thank"))


def test_a_quiet_day_is_a_hint_in_compose_in_the_plan_and_on_today(client, ada, grace, met):
    rule(ada, "quiet_days", weekdays="0")

    assert "today is Monday" in assess(client, grace, "We met at Harbour Fair.")
    for page in ("outreach:note-plan", "outreach:today"):
        assert "today is Monday" in client.get(reverse(page)).content.decode()


def test_what_only_the_user_can_check_is_there_to_read_while_connecting(client, ada, grace, met):
    rule(ada, "own")

    assert "only you can check it" in assess(client, grace, "Hi Grace")
    assert not speaks(assess(client, grace, "Hi", channel="email", purpose="thank"))


def test_rules_of_others_and_removed_ones_are_silent(client, ada, bob, grace, met):
    rule(bob, "say_met")
    rule(ada, "never_bare", removed_at="2026-11-01T00:00:00Z")

    assert not speaks(assess(client, grace, ""))


def test_a_sent_message_keeps_what_the_rules_said_of_it(client, ada, grace):
    rule(ada, "must_have_met")
    rule(ada, "never_say", words="lighthouse")

    answer = client.post(
        reverse("outreach:message-send", args=[grace.pk]),
        {"channel": "linkedin_note", "purpose": "connect", "body": "Hi Grace, the lighthouse."},
    )

    assert answer.status_code == 302
    said = [reason for reason in Message.objects.get().reasons if MINE in reason]
    assert len(said) == 2


@pytest.mark.parametrize("url", ["default-send", "blank-send"])
def test_a_bare_request_is_recorded_and_the_rule_quoted(client, ada, grace, met, url):
    rule(ada, "never_bare")

    answer = client.post(reverse(f"outreach:{url}", args=[grace.pk]), follow=True)

    assert Message.objects.get().went_out_bare
    assert speaks(answer.content.decode())
    assert any(MINE in reason for reason in Message.objects.get().reasons)


def drafted(client, contact, **asked):
    url = reverse("outreach:message-compose", args=[contact.pk])
    return client.get(url, asked).context["composition"]


def test_drafts_are_as_short_as_the_rule_wants_them(client, ada, grace, met):
    rule(ada, "max_length", longest=130)

    for channel in ("linkedin_note", "linkedin_message"):
        assert drafted(client, grace, channel=channel).draft.length <= 130


def test_a_length_for_notes_leaves_letters_as_long_as_they_are(client, ada, grace, met):
    usual = drafted(client, grace, channel="email").draft.text
    rule(ada, "max_length", longest=130, channel="linkedin_note")

    assert drafted(client, grace, channel="linkedin_note").draft.length <= 130
    assert drafted(client, grace, channel="email").draft.text == usual


def test_a_rule_that_no_draft_can_keep_costs_none_and_speaks(client, ada, grace, met):
    rule(ada, "never_say", words="Grace")

    assert "it says “Grace”" in drafted(client, grace).draft.verdict.reasons[0]
    page = client.get(reverse("outreach:message-compose", args=[grace.pk])).content.decode()
    assert speaks(page)


def test_a_rule_is_quoted_beside_the_draft_on_today(client, ada, grace, met, monday):
    rule(ada, "never_say", words="Grace")
    client.post(reverse("outreach:default-send", args=[grace.pk]))
    monday.shift(timedelta(days=1))

    lines = client.get(reverse("outreach:today"))

    assert lines.context["lines"][0].draft
    assert speaks(lines.content.decode())


def test_what_a_rule_wants_and_nobody_told_is_asked_for(client, ada, grace):
    add = reverse("outreach:fact-add", args=[grace.pk])
    client.post(add, {"kind": "detail", "text": "the model lighthouse on the laptop"})
    client.post(add, {"kind": "purpose", "text": "I would like to see the lighthouse plans"})
    assert drafted(client, grace).draft.verdict.missing

    rule(ada, "say_met")

    assert drafted(client, grace).question.ingredient == "met"


def test_what_a_rule_wants_and_something_else_would_be_asked_for_is_said_of_the_draft(
    client, ada, grace
):
    add = reverse("outreach:fact-add", args=[grace.pk])
    client.post(add, {"kind": "talked_about", "text": "moving the build to one lock file"})
    rule(ada, "say_who")

    assert "it does not say who you are" in drafted(client, grace).draft.verdict.reasons[0]


def test_who_asks_for_a_note_with_each_request_is_told_to_wait_for_the_next_month(
    client, ada, grace, met
):
    rule(ada, "never_bare")
    client.post(reverse("outreach:note-allowance"), {"notes_a_month": "0"})

    answer = client.get(reverse("outreach:note-plan"))

    assert not answer.context["plan"].blanks
    [waiting] = answer.context["plan"].waiting
    assert waiting.contact == grace
    assert speaks(answer.content.decode())
    assert "Wait until 1 December" in answer.content.decode()
