"""The user's own rules are checked, and a broken one says which it is and how."""

import pytest

from outreach.tailoring import Channel, Ingredient, Rule, assess

MET = "Good to meet you at PyCon in Ghent on Friday; your kiln controller talk won me over."


@pytest.mark.parametrize(
    ("text", "rule", "how"),
    [
        (
            "Your post on tide gauges in Cork made me try one.",
            Rule("Always say how we met", required=frozenset({Ingredient.MET})),
            "it does not say how you met",
        ),
        (f"{MET} Such Synergies!", Rule("No jargon", banned=("synergies",)), "“Synergies”"),
        (f"{MET} Circle  back?", Rule("No jargon", banned=("circle back",)), "“Circle  back”"),
        (f"{MET} 🚀", Rule("No rockets", banned=("🚀",)), "it says “🚀”"),
        (MET, Rule("Be short", longest=20), f"it has {len(MET)} characters"),
        (
            f"{MET} We help companies like yours grow their revenue.",
            Rule("No pitch in the first message", no_pitch=True),
            "it speaks of what you offer",
        ),
    ],
)
def test_a_broken_rule_speaks_in_the_users_words_and_says_how(
    text: str, rule: Rule, how: str
) -> None:
    verdict = assess(text, channel=Channel.LINKEDIN_MESSAGE, rules=[rule])

    assert [one.wording for one in verdict.broken_rules] == [rule.wording]
    assert how in verdict.broken_rules[0].how
    assert f"Your rule “{rule.wording}” speaks: {verdict.broken_rules[0].how}." in verdict.reasons


def test_only_the_rule_that_is_broken_speaks() -> None:
    rules = [
        Rule("Always say how we met", required=frozenset({Ingredient.MET})),
        Rule("No jargon", banned=("synergy", "won")),
        Rule("Be short", longest=200),
        Rule("No pitch", no_pitch=True),
    ]

    broken = assess(MET, channel=Channel.LINKEDIN_NOTE, rules=rules).broken_rules

    assert [one.how for one in broken] == ["it says “won”"]
    assert [MET[span.start : span.end] for one in broken for span in one.spans] == ["won"]


def test_a_broken_rule_is_the_users_affair_and_leaves_the_verdict_alone() -> None:
    free = assess(MET, channel=Channel.LINKEDIN_NOTE)
    ruled = assess(MET, channel=Channel.LINKEDIN_NOTE, rules=[Rule("Be short", longest=5)])

    assert (ruled.verdict, ruled.score) == (free.verdict, free.score)
