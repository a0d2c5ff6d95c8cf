"""Whatever is pressed beside a letter, the letter stays as it was typed, in one draft."""

import pytest
from django.urls import reverse

from outreach.models import Message

TYPED = {"channel": "email", "purpose": "thank", "body": "Mine, word by word.", "drafted": "Hi"}


def act(action, contact):
    return reverse(f"outreach:{action}", args=[contact.pk])


@pytest.mark.parametrize(
    ("action", "wrong"),
    [
        ("fact-add", {"kind": "", "text": ""}),
        ("claim-add", {"claim": ""}),
        ("question-answer", {"question": "detail", "answer": " "}),
        ("message-redraft", {"body": "x" * 10_001}),
        ("fact-add", {"body": "x" * 10_001, "kind": "detail", "text": "the lighthouse"}),
    ],
)
def test_a_mistake_beside_the_letter_leaves_the_letter_as_it_was_typed(
    htmx, met, grace, action, wrong
):
    page = htmx.post(act(action, grace), TYPED | wrong)

    assert page.status_code == 422
    assert page["HX-Push-Url"] == "false"
    assert page.context["letter"]["body"].value() == (TYPED | wrong)["body"]
    assert 'name="drafted" value="Hi"' in page.content.decode()


def test_one_page_leaves_one_draft_however_often_another_wording_is_asked_for(client, met, grace):
    page = client.get(act("message-compose", grace))
    typed = TYPED | {"letter_id": page.context["letter"]["letter_id"].value()}
    for turn in range(3):
        action = ("message-redraft", "fact-add")[turn % 2]
        told = {"body": f"Mine, turn {turn}.", "kind": "detail", "text": "the lighthouse"}
        page = client.post(act(action, grace), typed | told, follow=True)
        typed = TYPED | {"letter_id": page.context["letter"]["letter_id"].value()}

    assert Message.objects.get().body == "Mine, turn 2."
    client.post(act("message-send", grace), typed)
    assert Message.objects.get().body == TYPED["body"]


def test_a_letter_that_cannot_have_been_sent_changes_nothing(client, bare_request, grace):
    request = {"channel": "linkedin_note", "purpose": "connect", "body": "Hi Grace"}

    refused = client.post(act("message-send", grace), request)

    assert refused.status_code == 409
    assert act("message-compose", grace) in refused.content.decode()
    assert Message.objects.get() == bare_request
