"""Another channel, purpose or tone: what becomes of the letter, on a desk and on a phone."""

import re

import pytest
from django.urls import reverse
from playwright.sync_api import Page, Route, expect

from outreach.models import Message
from tests.browser.screen import DESKTOP, PHONE

pytestmark = pytest.mark.browser
both = pytest.mark.parametrize("page", [DESKTOP, PHONE], indirect=True, ids=["desk", "phone"])


@pytest.fixture
def letter(page: Page, harbour_fair, grace) -> Page:
    """Ada writes to Grace, whom she met."""
    harbour_fair.talked_about = "moving the build to one lock file"
    harbour_fair.save()
    page.goto(reverse("outreach:message-compose", args=[grace.pk]))
    return page


@both
def test_a_letter_nobody_changed_is_drafted_anew_as_soon_as_one_chooses(letter):
    for label, choice in (("Purpose", "reconnect"), ("Tone", "formal"), ("Channel", "email")):
        before = letter.locator("#id_body").input_value()
        chosen = letter.get_by_label(label)
        chosen.focus()
        chosen.select_option(choice)

        expect(letter.locator("#id_body")).not_to_have_value(before)
        expect(letter.get_by_label(label)).to_have_value(choice)
        expect(letter.get_by_label(label)).to_be_focused()
    assert not Message.objects.exists()


@both
def test_words_of_ones_own_stay_and_it_is_said_beside_the_choice(letter):
    letter.locator("#id_body").fill("Mine: the model lighthouse!")
    letter.get_by_label("Channel").select_option("email")

    expect(letter.locator("#letter-kept")).to_have_text("Your letter is kept as you wrote it.")
    expect(letter.locator("#verdict")).to_contain_text("E-mail")
    expect(letter.locator("#id_body")).to_have_value("Mine: the model lighthouse!")
    again = letter.get_by_role("button", name="Draft again").bounding_box()
    tone = letter.get_by_label("Tone").bounding_box()
    assert again["y"] - (tone["y"] + tone["height"]) < 60

    letter.get_by_role("button", name="Draft again").click()
    expect(letter.locator("#id_body")).to_have_value(re.compile("lock file"))
    assert Message.objects.get().body == "Mine: the model lighthouse!"


def test_a_subject_of_ones_own_is_not_lost_to_another_tone(letter):
    letter.get_by_label("Channel").select_option("email")
    letter.get_by_label("Subject").fill("The lighthouse, once more")
    letter.get_by_label("Tone").select_option("formal")

    expect(letter.locator("#letter-kept")).to_contain_text("kept")
    expect(letter.get_by_label("Subject")).to_have_value("The lighthouse, once more")


def test_a_draft_that_was_saved_stays_when_another_channel_is_chosen(letter):
    letter.get_by_role("button", name="Save draft").click()
    saved = Message.objects.get().body
    letter.get_by_label("Channel").select_option("email")

    expect(letter.locator("#letter-kept")).to_contain_text("kept")
    expect(letter.locator("#id_body")).to_have_value(saved)


@pytest.mark.parametrize("press", ["I sent this", "Draft again", "Another wording"])
def test_nothing_complains_when_one_goes_on_while_a_check_is_under_way(letter, press):
    held: list[Route] = []
    letter.route("**/write/assess/", lambda route: held.append(route))
    body = letter.locator("#id_body")
    body.press("Control+End")
    with letter.expect_request("**/write/assess/"):
        body.press_sequentially(" P.S. How was Lisbon?")

    letter.get_by_label("Channel").select_option("email")  # wants a check, too
    letter.get_by_role("button", name=press).click()

    expect(letter.locator("#toasts")).to_contain_text(re.compile("Recorded|kept as a draft"))


def test_a_check_that_comes_late_says_nothing_of_what_was_typed_since(letter):
    held: list[Route] = []
    letter.route("**/write/assess/", lambda one: one.continue_() if held else held.append(one))
    body = letter.locator("#id_body")
    with letter.expect_request("**/write/assess/"):
        body.fill("How was Lisbon?")
    body.fill("How was Porto, and the rest of it?")

    held[0].continue_()

    expect(letter.locator("#verdict")).to_contain_text("“Porto”, which is in none of your facts")
    expect(letter.locator("#letter-backdrop")).to_have_text("How was Porto, and the rest of it?")
