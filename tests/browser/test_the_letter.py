"""Writing in a real browser: facts and words that light up together, and what the typing meets."""

import re

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from contacts.models import Contact
from outreach.models import AddedFact, Message, PrivateFact

pytestmark = pytest.mark.browser


@pytest.fixture
def letter(page: Page, harbour_fair, grace) -> Page:
    """Ada writes to Grace, whom she met."""
    page.goto(reverse("outreach:message-compose", args=[grace.pk]) + "?channel=inmail")
    return page


def lit(page: Page, what: str) -> str:
    return " ".join(page.locator(f"{what}.lit").all_inner_texts())


def test_a_fact_and_its_words_light_up_together(letter):
    lighthouse = letter.locator(".fact", has_text="lighthouse")
    lighthouse.hover()
    assert "lighthouse" in lit(letter, "mark")
    assert "Harbour Fair" not in lit(letter, "mark")

    letter.get_by_role("checkbox", name=re.compile("Harbour Fair")).focus()
    expect(letter.locator("mark.lit")).to_have_text("Harbour Fair")

    box = letter.locator("mark", has_text="lighthouse").bounding_box()
    letter.mouse.move(box["x"] + 3, box["y"] + 3)
    expect(lighthouse).to_have_class(re.compile(r"\blit\b"))


def test_what_was_typed_and_is_in_no_fact_is_said_and_can_be_added(letter):
    body = letter.locator("#id_body")
    drafted = body.input_value()
    body.press("Control+End")
    body.press_sequentially(" P.S. How was Lisbon?")
    expect(letter.locator("#verdict")).to_contain_text("“Lisbon”, which is in none of your facts")
    expect(body).to_be_focused()
    expect(letter.locator("#verdict-said")).to_contain_text("In none of your facts: Lisbon")

    letter.get_by_role("button", name="Add it: Lisbon").click()

    expect(letter.locator("#toasts")).to_contain_text("Added to what you know")
    expect(letter.locator("#verdict")).to_be_focused()
    expect(letter.locator("#verdict")).not_to_contain_text("none of your facts")
    expect(body).to_have_value(drafted + " P.S. How was Lisbon?")
    assert AddedFact.objects.get().text == "How was Lisbon"


def test_a_fact_kept_private_leaves_the_draft_and_what_was_typed_stays(letter, grace):
    letter.locator("#id_body").fill("Mine: the model lighthouse!")
    line = letter.locator(".fact-line", has_text="lighthouse")
    line.hover()
    line.get_by_role("button", name="Keep private").click()

    expect(letter.locator("#verdict")).to_contain_text("which you keep private")
    expect(letter.locator("#id_body")).to_have_value("Mine: the model lighthouse!")
    letter.locator("#toasts").get_by_role("button", name="Undo").click()
    expect(letter.locator("#toasts")).to_contain_text("Taken back")
    assert not PrivateFact.objects.exists()


def test_the_subject_stands_there_only_for_channels_that_have_one(letter):
    expect(letter.get_by_label("Subject")).to_be_visible()

    letter.get_by_label("Channel").select_option("linkedin_note")
    expect(letter.get_by_label("Subject")).to_be_hidden()
    expect(letter.locator("#verdict")).to_contain_text("of 200 characters")


def test_enter_in_the_subject_keeps_the_letter_and_does_not_say_it_was_sent(letter):
    letter.get_by_label("Subject").press("Enter")

    expect(letter.locator("#toasts")).to_contain_text("Saved as a draft")
    assert Message.objects.get().is_draft


def test_without_javascript_all_of_it_works_by_buttons(letter, chromium, live_server, grace):
    state = letter.context.storage_state()
    context = chromium.new_context(
        base_url=live_server.url, storage_state=state, java_script_enabled=False
    )
    page = context.new_page()
    page.goto(letter.url)
    page.locator("#id_body").fill("Hello from Lisbon, a stranger.")
    page.get_by_label("Channel").select_option("linkedin_note")

    page.get_by_role("button", name="Check it").click()
    expect(page.locator("#verdict")).to_contain_text("of 200 characters")
    page.get_by_text("Add something you know").click()
    page.get_by_label("In your own words").fill("the fog horn")
    page.get_by_label("What is it?").select_option("detail")
    page.get_by_role("button", name="Add it", exact=True).click()
    expect(page.locator("#id_body")).to_have_value("Hello from Lisbon, a stranger.")
    page.get_by_role("button", name="Draft again").click()
    expect(page.locator("#id_body")).to_have_value(re.compile("Harbour Fair"))
    page.get_by_role("button", name="I sent this").click()

    context.close()
    said = Contact.objects.get(pk=grace.pk).messages.get()
    assert (said.channel, said.is_draft) == ("linkedin_note", False)
    assert AddedFact.objects.get().text == "the fog horn"


def test_a_letter_outlasts_the_session_it_was_typed_in(letter, ada):
    ada.set_password("correct horse battery")
    ada.save()
    letter.locator("#id_body").fill("Mine: the model lighthouse!")
    letter.context.clear_cookies(name="sessionid")
    letter.get_by_role("button", name="I sent this").click()
    letter.get_by_label("Email").fill(ada.email)
    letter.get_by_label("Password").fill("correct horse battery")
    letter.get_by_role("button", name="Sign in").click()

    expect(letter.locator("#id_body")).to_have_value("Mine: the model lighthouse!")
    expect(letter.locator("#verdict")).to_contain_text("27 of 1900")
