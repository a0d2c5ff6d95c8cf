"""A draft that was saved is found again wherever one writes to that person."""

from datetime import timedelta

import pytest
from django.urls import reverse

from outreach.models import FollowUp, Message


def act(action: str, contact) -> str:
    return reverse(f"outreach:{action}", args=[contact.pk])


def posted(page, **typed: str) -> dict[str, str]:
    """The letter's form as a browser sends it, with what was typed."""
    form = page.context["letter"]
    return (
        {name: str(form[name].value() or "") for name in form.fields if name != "anyway"}
        | typed
        | {"drafted": form.drafted}
    )


@pytest.mark.parametrize("asked", [{}, {"channel": "email", "purpose": "connect"}])
def test_who_writes_to_somebody_again_finds_the_draft_that_was_saved(
    client, met, letter, grace, asked
):
    page = client.get(act("message-compose", grace), asked, follow=True)

    assert page.context["letter"]["body"].value() == letter.body
    assert "Your draft, saved on" in page.content.decode()


def test_saving_it_again_makes_no_second_draft(client, met, grace):
    page = client.get(act("message-compose", grace))
    client.post(act("message-save", grace), posted(page, body="Mine, begun."))

    again = client.get(act("message-compose", grace), follow=True)
    client.post(act("message-save", grace), posted(again, body="Mine, gone on with."))

    assert Message.objects.get().body == "Mine, gone on with."


def test_a_draft_for_a_follow_up_is_found_from_that_follow_up(
    bare_request, monday, client, met, grace
):
    monday.shift(timedelta(days=1))
    asked = {"follow_up": str(FollowUp.objects.get(reason="went_generic").pk)}
    page = client.get(act("message-compose", grace), asked)
    client.post(act("message-save", grace), posted(page, body="Mine, for this one."))

    again = client.get(act("message-compose", grace), asked, follow=True)

    assert again.context["letter"]["body"].value() == "Mine, for this one."


def test_where_something_else_is_written_it_is_said_that_a_draft_was_saved(
    bare_request, monday, client, met, letter, grace
):
    monday.shift(timedelta(days=1))
    asked = {"follow_up": FollowUp.objects.get(reason="went_generic").pk}

    page = client.get(act("message-compose", grace), asked)

    assert page.context["letter"]["body"].value() != letter.body
    said = f'You saved <a href="{letter.get_absolute_url()}">a draft</a> on 23 November.'
    assert said in page.content.decode()


def test_a_request_that_went_out_bare_is_put_right_before_a_saved_draft_is_gone_on_with(
    client, met, letter, grace
):
    client.post(act("default-send", grace))

    page = client.get(act("message-compose", grace), follow=True)

    assert page.context["letter"]["purpose"].value() == "repair"
    assert f'You saved <a href="{letter.get_absolute_url()}">a draft</a>' in page.content.decode()


def test_another_wording_leaves_the_saved_draft_as_it_is_until_one_saves(
    client, met, letter, grace
):
    page = client.get(act("message-compose", grace), follow=True)
    fresh = client.post(act("message-redraft", grace), posted(page) | {"variant": "1"}, follow=True)

    assert fresh.context["letter"]["body"].value() != letter.body
    assert "This one takes its place when you save it." in fresh.content.decode()
    assert Message.objects.get().body == letter.body


def test_a_fact_added_beside_a_saved_draft_leaves_the_draft_on_the_page(client, met, letter, grace):
    page = client.get(act("message-compose", grace), follow=True)
    told = {"kind": "detail", "text": "the fog horn"}

    after = client.post(act("fact-add", grace), posted(page) | told, follow=True)

    assert after.context["letter"]["body"].value() == letter.body


def test_a_saved_draft_keeps_the_tone_that_was_chosen_for_it(client, met, grace):
    page = client.get(act("message-compose", grace), {"tone": "formal"})
    client.post(act("message-save", grace), posted(page, body="Mine, begun.") | {"tone": "formal"})

    again = client.get(act("message-compose", grace), follow=True)

    assert again.context["occasion"]["tone"].value() == "formal"
