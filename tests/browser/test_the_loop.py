"""The main job in a real browser, on a desk and on a phone, by mouse and by keyboard."""

import re

import pytest
from playwright.sync_api import expect

from contacts.models import Contact
from outreach.models import FollowUp, Message
from tests.browser.screen import DESKTOP, PHONE

both = pytest.mark.parametrize("page", [DESKTOP, PHONE], indirect=True, ids=["desk", "phone"])


def log_marcus(page) -> None:
    page.goto("/")
    page.locator("#id_name").fill("Marcus Oyelaran")
    page.get_by_label("We met at").fill("Toronto cloud meetup")
    page.get_by_label("We talked about").fill("how nine people share on-call")
    page.get_by_label("I would recognise them by").fill("the runbook with the swearing removed")
    page.get_by_label("I promised to").fill("send the runbook template")
    page.get_by_role("button", name="Save and write").click()


@both
def test_from_a_meeting_to_what_is_owed(page, ada):
    log_marcus(page)
    letter = page.locator("#id_body")
    expect(letter).to_have_value(re.compile("Toronto cloud meetup"))
    expect(page.locator("#verdict")).to_contain_text("Tailored")

    letter.fill("I'd like to add you to my professional network on LinkedIn.")
    expect(page.locator("#verdict")).to_contain_text("Generic")
    expect(letter).to_be_focused()

    page.get_by_role("button", name="I already sent the default one").click()
    expect(page.locator(".timeline")).to_contain_text("Without a note.")
    assert FollowUp.objects.filter(reason="went_generic").count() == 1

    page.locator("#toasts").get_by_role("button", name="Undo").click()
    expect(page.locator("#toasts")).to_contain_text("Taken back")
    assert not Message.objects.exists()


@both
def test_a_letter_is_said_to_be_sent_and_stands_in_the_history(page, ada):
    log_marcus(page)
    page.get_by_role("button", name="I sent this").click()

    expect(page.locator(".timeline")).to_contain_text("LinkedIn note sent")
    page.get_by_role("button", name="They accepted").click()
    expect(page.locator(".timeline")).to_contain_text("Accepted, nothing said yet")


def test_who_is_met_can_be_logged_by_keyboard_alone(page, ada):
    page.goto("/")
    page.keyboard.press("n")
    expect(page.locator("#id_name")).to_be_focused()

    page.keyboard.type("Jo Sandoval")
    page.keyboard.press("Tab")
    page.keyboard.type("Harbour Fair")
    page.keyboard.press("Enter")

    expect(page.locator("h1")).to_have_text("Write to Jo")
    assert Contact.objects.get().meetings.get().event.name == "Harbour Fair"


def test_a_known_name_is_offered_while_it_is_typed(page, ada, grace):
    page.goto("/")

    page.locator("#id_name").press_sequentially("Grace Hol")

    expect(page.get_by_role("radio", name="Grace Hollis")).to_be_visible()


def test_words_of_ones_own_are_kept_as_a_draft_when_another_is_asked_for(page, ada):
    log_marcus(page)
    page.locator("#id_body").fill("Words of my own about the runbook")

    page.get_by_role("button", name="Draft again").click()

    expect(page.locator("#toasts")).to_contain_text("kept as a draft")
    expect(page.locator("#id_body")).to_have_value(re.compile("Toronto cloud meetup"))
    assert Message.objects.get().body == "Words of my own about the runbook"


def test_the_channel_chosen_is_the_one_that_is_recorded(page, ada):
    log_marcus(page)

    page.get_by_label("Channel").select_option("inmail")
    expect(page.locator("#verdict")).to_contain_text("InMail")
    page.get_by_role("button", name="I sent this").click(timeout=3_000)  # no news lies over it

    expect(page.locator(".timeline")).to_contain_text("InMail sent")
