"""The judge and the drafter on the command line."""

import io
import json

import pytest
from django.core.management import CommandError, call_command

from outreach.models import Rule

STOCK = "I'd like to add you to my professional network on LinkedIn."


def assess(monkeypatch, *lines: object) -> list[dict]:
    text = "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines)
    monkeypatch.setattr("sys.stdin", io.StringIO(text))
    out = io.StringIO()
    call_command("assess", stdout=out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def draft(contact, owner: str, **options: object) -> dict:
    out = io.StringIO()
    call_command("draft", str(contact.pk), owner=owner, json=True, stdout=out, **options)
    return json.loads(out.getvalue())


def test_each_line_gets_its_verdict(monkeypatch):
    stock, empty = assess(
        monkeypatch, {"text": STOCK, "channel": "linkedin_note"}, {"text": "", "channel": "email"}
    )

    assert stock["verdict"] == empty["verdict"] == "generic"
    assert set(stock) == {
        "verdict", "score", "present", "missing", "stock", "placeholders", "reasons",
    }  # fmt: skip


def test_with_a_contact_their_facts_count(monkeypatch, ada, grace, met):
    line = {"text": "Hi Grace, the model lighthouse on the laptop!", "channel": "linkedin_note"}

    [known] = assess(monkeypatch, {**line, "contact": str(grace.pk), "owner": ada.email})

    assert "theirs" in {found["ingredient"] for found in known["present"]}


def test_with_a_contact_the_rules_of_the_user_speak(monkeypatch, ada, grace, met):
    Rule.objects.create(owner=ada, kind="never_say", wording="No lamps", words="lighthouse")
    line = {"text": "Hi Grace, the model lighthouse!", "contact": str(grace.pk)}

    [judged] = assess(monkeypatch, {**line, "owner": ada.email})

    assert any("“No lamps”" in reason for reason in judged["reasons"])


@pytest.mark.parametrize(
    "line",
    [
        "no json",
        "[]",
        '{"channel": "email"}',
        '{"text": 3}',
        "[" * 100_000,
        '{"text": ' + "9" * 5000 + "}",
        '{"text": "x", "contact": "y", "owner": "ada@example.org"}',
        '{"text": "x", "contact": "01a20a52-d445-7b07-89db-f9935b401bbf", "owner": "no@one"}',
        '{"text": "x", "contact": "01a20a52-d445-7b07-89db-f9935b401bbf", "owner": "\\ud800"}',
    ],
)
def test_a_line_that_makes_no_sense_says_so_and_the_next_is_judged(monkeypatch, ada, line):
    wrong, right = assess(monkeypatch, line, {"text": STOCK, "channel": "pigeon"})

    assert wrong["error"]
    assert right["verdict"] == "generic"


@pytest.mark.parametrize("text", ["Hi Grace, " + "x" * 60_000, "We met, " + "y" * 49_999])
def test_a_word_without_end_is_judged_for_a_contact_too(
    monkeypatch, ada, grace, met, others_written_to, text
):
    asked = {"contact": str(grace.pk), "owner": ada.email}

    endless, right = assess(monkeypatch, {"text": text, **asked}, {"text": STOCK, **asked})

    assert endless["verdict"]
    assert right["verdict"] == "generic"


def test_the_lengths_that_the_instance_sets_hold_here_too(monkeypatch, settings):
    settings.EMAIL_AIM_WORDS = 5

    [judged] = assess(monkeypatch, {"text": STOCK, "channel": "email"})

    assert "It is 11 words long, and over 5 is a lot to read." in judged["reasons"]


def test_half_a_character_and_nothing_at_all_are_judged_too(monkeypatch):
    answers = assess(monkeypatch, '{"text": "[\\ud800 name]"}', {"text": "\x00\u202e"})

    assert [one["verdict"] for one in answers] == ["generic", "generic"]


def test_another_owner_s_contact_is_none(monkeypatch, bob, grace):
    [answer] = assess(monkeypatch, {"text": "x", "contact": str(grace.pk), "owner": bob.email})

    assert answer == {"error": "This owner has no such contact."}


def test_a_draft_comes_with_what_it_rests_on(ada, grace, met):
    drafted = draft(grace, ada.email, channel="linkedin_note", purpose="connect")

    assert drafted["verdict"] == "tailored"
    assert drafted["length"] <= drafted["limit"] == 200
    assert "".join(segment["text"] for segment in drafted["segments"]) == drafted["text"]
    assert {fact for segment in drafted["segments"] for fact in segment["facts"]} <= {
        fact["id"] for fact in drafted["facts"]
    }


def test_context_that_is_too_thin_asks_and_exits_with_three(ada, grace, capsys):
    with pytest.raises(SystemExit) as exit_:
        call_command("draft", str(grace.pk), owner=ada.email, json=True)

    assert exit_.value.code == 3
    assert json.loads(capsys.readouterr().out)["ask"]["prompt"]


def test_another_owner_s_contact_cannot_be_drafted_to(bob, grace):
    with pytest.raises(CommandError, match="no contact"):
        draft(grace, bob.email)


def test_one_process_for_all_is_refused_where_workers_are_processes_of_their_own(settings):
    settings.EMBEDDED = False

    with pytest.raises(CommandError, match="REDIS_URL is set, so web, worker and beat"):
        call_command("run")
