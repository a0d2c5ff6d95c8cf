"""No text is too odd to be judged, and the package stands alone."""

import ast
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import outreach.drafting
import outreach.tailoring
from outreach.tailoring import Channel, Fact, FactKind, Ingredient, Person, SentText, assess

pytestmark = pytest.mark.thorough

TEXT = st.text(max_size=300)


@given(TEXT, TEXT, TEXT, st.sampled_from(Channel))
@settings(max_examples=150, deadline=None)
def test_any_text_in_any_script_gets_a_verdict(
    text: str, name: str, said: str, channel: Channel
) -> None:
    fact = Fact("1", FactKind.TALKED_ABOUT, said, Ingredient.THEIRS, "Meeting")

    verdict = assess(
        text,
        channel=channel,
        subject=said,
        recipient=Person(name, company=said),
        sender=Person(said),
        facts=[fact],
        outbox=[SentText(said, name)],
    )

    assert 0 <= verdict.score <= 100
    assert (verdict.score >= 50) == (verdict.verdict == "tailored")
    for found in verdict.present:
        assert text[found.start : found.end] == found.words


@pytest.mark.parametrize(
    "piece", ["\n", "a", "[a", "Best,\n", "\nDear x", "thank you for ", "$A", "🚀"]
)
def test_a_text_of_any_length_is_judged_in_a_moment(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    started = time.process_time()

    verdict = assess(text, channel=Channel.EMAIL, recipient=Person("Ana Lee", company="Kiln"))

    assert time.process_time() - started < 5
    assert verdict.length >= len(text)


@pytest.mark.parametrize("package", [outreach.tailoring, outreach.drafting])
def test_the_package_knows_nothing_of_django_or_of_other_floors(package: object) -> None:
    folder = Path(package.__file__).parent
    allowed = {"outreach.tailoring", "outreach.drafting"}

    for path in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            named = [one.name for one in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom):
                named.append(node.module or "")
            for name in named:
                top = name.split(".")[0]
                assert top not in {"django", "contacts", "crm"}, path
                assert top != "outreach" or ".".join(name.split(".")[:2]) in allowed, path
