"""Follow-ups under the hand: one key each, with undo; the list as it is narrowed."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from contacts.models import Contact
from outreach.messages.services import record_default_sent
from outreach.models import FollowUp
from tests.browser.screen import PHONE

pytestmark = pytest.mark.browser


@pytest.fixture
def owed(page: Page, ada) -> Page:
    """Two notes of Ada's are due, the first of them to Abel."""
    day = timezone.localdate(timezone=ada.profile.zone) - timedelta(days=1)
    for number, name in enumerate(["Abel", "Berit"]):
        contact = Contact.objects.create(owner=ada, name=name)
        due_on = day + timedelta(days=number)
        FollowUp.objects.create(
            **{"owner": ada, "contact": contact, "reason": "own", "text": f"Call {name}"},
            **{"planned_on": due_on, "due_on": due_on},
        )
    return page


def test_j_and_k_move_and_one_key_acts_on_the_one_in_focus(owed):
    owed.goto("/")
    owed.keyboard.press("d")  # none has the focus yet, so nothing happens
    owed.keyboard.press("j")
    owed.keyboard.press("j")
    expect(owed.get_by_role("link", name="Berit").first).to_be_focused()
    owed.keyboard.press("k")
    owed.keyboard.press("d")

    expect(owed.locator("[data-toast]")).to_contain_text("Done: Abel.")
    expect(owed.get_by_role("link", name="Berit").first).to_be_focused()  # one goes on with her
    owed.get_by_role("button", name="Undo").first.click()
    expect(owed.get_by_text("Call Abel")).to_be_visible()


def test_the_keys_that_are_named_are_those_of_the_line_in_focus(owed, grace):
    record_default_sent(grace, at=timezone.now() - timedelta(days=5))
    FollowUp.objects.filter(contact=grace).update(due_on="2020-01-01")
    owed.goto("/")
    replied = owed.get_by_text("replied,")
    expect(replied).to_be_visible()

    owed.keyboard.press("j")  # Grace may have replied
    expect(replied).to_be_visible()
    owed.keyboard.press("j")  # nobody replies to a note of one's own
    expect(replied).to_be_hidden()
    expect(owed.get_by_text("tomorrow,")).to_be_visible()


def test_the_list_narrows_as_one_chooses_and_its_address_can_be_kept(owed):
    owed.goto("/follow-ups/")

    owed.get_by_label("Due").select_option("overdue")

    expect(owed.get_by_text("Call Berit")).to_have_count(0)
    expect(owed.get_by_text("Call Abel")).to_be_visible()
    assert "when=overdue" in owed.url


@pytest.mark.parametrize("page", [PHONE], indirect=True)
def test_on_a_phone_what_is_done_less_often_stands_under_more(owed):
    owed.goto("/")
    line = owed.locator("[data-line]", has_text="Abel")
    expect(line.get_by_role("button", name="Let it go")).to_be_hidden()

    line.get_by_role("button", name="More to do about Abel").click()
    line.get_by_role("button", name="Let it go").click()

    expect(owed.locator("[data-toast]")).to_contain_text("Abel")
    assert FollowUp.objects.get(contact__name="Abel").state == "let_go"
