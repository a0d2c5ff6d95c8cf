"""Whatever people type, there is a draft or a question, and a draft keeps its promises."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from outreach.drafting import Brief, Draft, Purpose, Question, Tone, draft
from outreach.tailoring import Channel, Fact, FactKind, Ingredient, Person, count_characters

pytestmark = pytest.mark.thorough

TODAY = date(2026, 11, 23)
ODD = st.sampled_from(
    [
        "",
        " ",
        "\x00",
        "\u202eevil\u202c",
        "שלום עולם",
        "مرحبا",
        "山田太郎",
        "🚀" * 30,
        "<met|x>",
        "{topic}",
        "a" * 300,
        "O'Brien-van der Berg, PhD",
        "I promised to send them the thing.",
        "...",
        "'",
        "her",
        "\u200d",
        "\ud800",
        "Dr.",
        "=x",
    ]
)
TEXT = st.one_of(ODD, st.text(max_size=120))
PEOPLE = st.builds(Person, name=TEXT, given_name=ODD, pronouns=ODD, company=TEXT, headline=TEXT)
FACTS = st.builds(
    Fact,
    id=st.uuids().map(str),
    kind=st.sampled_from(FactKind),
    text=TEXT,
    ingredient=st.sampled_from(Ingredient),
    source=st.just("Meeting"),
    on=st.none() | st.dates(date(2000, 1, 1), date(2030, 1, 1)),
    strength=st.floats(0, 1),
    private=st.booleans(),
)
BRIEFS = st.builds(
    Brief,
    recipient=PEOPLE,
    sender=PEOPLE,
    facts=st.lists(FACTS, max_size=12),
    channel=st.sampled_from(Channel),
    purpose=st.sampled_from(Purpose),
    today=st.just(TODAY),
    tone=st.sampled_from(Tone),
    limit=st.none() | st.integers(0, 400),
    sent=st.lists(TEXT, max_size=2).map(tuple),
    earlier_on=st.none() | st.dates(date(2020, 1, 1), date(2027, 1, 1)),
    variant=st.integers(0, 50),
)


@given(BRIEFS)
@settings(max_examples=150, deadline=None)
def test_any_brief_gives_a_draft_that_keeps_its_promises_or_a_question(brief: Brief) -> None:
    result = draft(brief)

    if isinstance(result, Question):
        assert result.prompt.endswith("?") or result.prompt.endswith(".")
        return
    private = {fact.id for fact in brief.facts if fact.private}
    assert "".join(segment.text for segment in result.segments) == result.text
    # Who asks a stranger who they are has nothing to be tailored to.
    assert result.verdict.is_tailored or brief.purpose is Purpose.ANSWER_GENERIC
    assert result.length == count_characters(result.text)
    assert brief.limit is None or result.length <= brief.limit
    assert not private & set(result.facts)
    assert "\x00" not in result.text
    assert "\u202e" not in result.text


@given(st.integers(0, 20))
@settings(max_examples=3, deadline=None)
def test_a_thousand_facts_are_no_trouble(variant: int) -> None:
    facts = [
        Fact(
            str(number),
            list(FactKind)[number % len(FactKind)],
            f"the lighthouse number {number} on the north coast",
            list(Ingredient)[number % 4],
            "Meeting",
        )
        for number in range(1000)
    ]
    brief = Brief(
        Person("Priya Nair"),
        Person("Ada Quill"),
        facts,
        Channel.LINKEDIN_NOTE,
        Purpose.CONNECT,
        TODAY,
        limit=200,
        variant=variant,
    )

    result = draft(brief)

    assert isinstance(result, Draft)
    assert result.length <= 200
    assert {one.fact for one in result.left_out} | set(result.facts) == {f.id for f in facts}
