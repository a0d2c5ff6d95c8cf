"""The user's own rules: chosen from a list, worded by them, changed, removed and brought back."""

import pytest
from django.urls import reverse

from outreach.models import Rule

RULES = reverse("outreach:rules")
ADD = reverse("outreach:rule-add")
PROFILE = reverse("crm:profile")


def add(client, kind: str, **typed):
    return client.post(f"{ADD}?kind={kind}", {"wording": "As I say it", **typed})


def act(client, verb: str, rule: Rule):
    return client.post(reverse(f"outreach:{verb}", args=[rule.pk]), follow=True)


@pytest.mark.parametrize(
    ("kind", "typed"),
    [
        ("must_have_met", {}),
        ("never_bare", {}),
        ("say_met", {}),
        ("no_pitch", {}),
        ("never_say", {"words": "synergy\npick your brain"}),
        ("max_length", {"longest": "180"}),
        ("max_length", {"longest": "180", "channel": "linkedin_note"}),
        ("quiet_days", {"weekdays": ["5", "6"]}),
        ("own", {}),
    ],
)
def test_a_rule_is_worded_by_the_user_and_stands_on_the_profile(client, kind, typed):
    assert "As I say it" not in client.get(PROFILE).content.decode()

    assert add(client, kind, **typed).status_code == 302

    assert Rule.objects.get().kind == kind
    assert "As I say it" in client.get(PROFILE).content.decode()
    assert "As I say it" in client.get(RULES).content.decode()


def test_the_form_begins_with_the_usual_wording(client):
    page = client.get(f"{ADD}?kind=say_met").content.decode()

    assert "Always say how we met" in page


@pytest.mark.parametrize(
    ("kind", "field", "wrong"),
    [
        ("say_met", "wording", ""),
        ("say_met", "wording", "x" * 201),
        ("say_met", "wording", "a\0b"),
        ("never_say", "words", " \n "),
        ("never_say", "words", "x" * 1001),
        ("max_length", "longest", "ten"),
        ("max_length", "longest", "49"),
        ("max_length", "longest", "99999999999999999999"),
        ("quiet_days", "weekdays", []),
        ("quiet_days", "weekdays", ["7"]),
    ],
)
def test_a_slip_is_said_at_its_field(client, kind, field, wrong):
    answer = add(client, kind, **{field: wrong})

    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [field]
    assert not Rule.objects.exists()
    assert "Ensure" not in answer.content.decode()


def test_a_length_for_a_channel_that_is_none_is_said_there(client):
    answer = add(client, "max_length", longest="180", channel="pigeon")

    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == ["channel"]


@pytest.mark.parametrize("kind", ["", "shout", "\0"])
def test_a_kind_that_is_none_leads_back_to_the_list(client, kind):
    assert client.get(ADD, {"kind": kind}).url == RULES
    assert add(client, kind).url == RULES


def test_there_is_one_rule_of_a_kind_and_many_that_only_the_user_can_check(client):
    add(client, "say_met")
    again = add(client, "say_met")
    add(client, "own")
    add(client, "own")

    assert again.status_code == 422
    assert "already" in again.content.decode()
    assert Rule.objects.count() == 3


def test_a_rule_can_be_worded_differently(client):
    add(client, "never_say", words="synergy")
    rule = Rule.objects.get()

    client.post(rule.get_absolute_url(), {"wording": "No buzzwords", "words": "leverage"})

    rule.refresh_from_db()
    assert (rule.wording, rule.phrases) == ("No buzzwords", ["leverage"])


def test_a_removed_rule_can_be_brought_back_unless_another_took_its_place(client):
    add(client, "say_met")
    rule = Rule.objects.get()

    act(client, "rule-remove", rule)
    assert not Rule.objects.standing().exists()
    act(client, "rule-bring-back", rule)
    assert Rule.objects.standing().get() == rule

    act(client, "rule-remove", rule)
    add(client, "say_met")
    assert act(client, "rule-bring-back", rule).status_code == 409
