"""Colours come from one place, and can be read by everybody in both schemes."""

import re
from itertools import product
from pathlib import Path

import pytest

from tests.architecture.source import report, repository_files, text_of

TOKENS = Path("static/css/tokens.css")
STYLESHEETS = [path for path in repository_files() if path.match("static/css/*.css")]
COLOUR = re.compile(
    r"#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|color-mix|light-dark)\("
    r"|:\s*(?:black|white|red|green|blue|gr[ae]y|silver|orange|yellow|purple)\b",
    re.IGNORECASE,
)
PAPERS = ("paper", "surface", "sunken")
INKS = ("ink", "ink-soft", "ink-faint", "accent", "tailored", "generic", "late")
INGREDIENTS = ("who", "met", "why", "theirs")
READ = [
    *product(INKS, PAPERS),
    *product(INGREDIENTS, PAPERS),
    *((name, f"{name}-soft") for name in ("accent", "tailored", "generic", "late", *INGREDIENTS)),
    *(("ink", f"{name}-soft") for name in ("accent", "generic", "late", *INGREDIENTS)),
    ("accent-ink", "accent"),
    ("accent-ink", "accent-deep"),
    ("accent-deep", "paper"),
    ("accent-deep", "surface"),
    ("paper", "ink"),  # a toast
    ("surface", "late"),  # a toast that says what went wrong
]
SEEN = [*product(("edge", "accent"), PAPERS)]  # the border of a field, the ring of the focus


def tokens() -> dict[str, tuple[str, str]]:
    """Name to its colour in light and in dark."""
    pairs = re.findall(
        r"--([\w-]+):\s*light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)", text_of(TOKENS)
    )
    return {name: (light, dark) for name, light, dark in pairs}


def luminance(colour: str) -> float:
    """Relative luminance by WCAG 2.2."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio by WCAG 2.2, 1 to 21."""
    dark, light = sorted([luminance(one), luminance(other)])
    return (light + 0.05) / (dark + 0.05)


def too_faint(pairs: list[tuple[str, str]], least: float) -> list[str]:
    known = tokens()
    return [
        f"{front} on {back}, {scheme}: {ratio:.2f}"
        for front, back in pairs
        for scheme, one, other in zip(("light", "dark"), known[front], known[back], strict=True)
        if (ratio := contrast(one, other)) < least
    ]


def test_no_stylesheet_but_the_tokens_names_a_colour():
    broken = [
        f"{path}: {found.group()}"
        for path in STYLESHEETS
        if path != TOKENS
        for found in COLOUR.finditer(text_of(path))
    ]

    assert len(STYLESHEETS) > 1
    assert not broken, report(broken, f"Name the colour in {TOKENS}.")


def test_every_name_that_a_stylesheet_uses_is_given_a_value():
    css = "".join(text_of(path) for path in STYLESHEETS)

    unknown = set(re.findall(r"var\(--([\w-]+)", css)) - set(re.findall(r"--([\w-]+):", css))

    assert not unknown


@pytest.mark.parametrize(
    ("pairs", "least"), [(READ, 4.5), (SEEN, 3)], ids=["what is read", "what is seen"]
)
def test_contrast_is_enough_in_light_and_dark(pairs, least):
    faint = too_faint(pairs, least)

    assert not faint, report(faint, f"WCAG 2.2 AA asks for {least}.")
