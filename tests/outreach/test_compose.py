"""Writing to somebody: the draft, its verdict while typing, the one question, the draft kept."""

import pytest
from django.urls import reverse
from django.utils import timezone

from contacts.models import Meeting
from outreach.models import AddedFact, Message


@pytest.fixture
def url(grace) -> str:
    return reverse("outreach:message-compose", args=[grace.pk])


def letter_of(answer) -> str:
    return answer.context["letter"]["body"].value()


@pytest.mark.parametrize(
    ("channel", "most"), [("linkedin_note", 200), ("linkedin_message", 1000), ("inmail", 1900)]
)
def test_a_draft_names_how_we_met_and_stays_within_its_channel(client, met, url, channel, most):
    answer = client.get(url, {"channel": channel, "purpose": "connect"})

    letter = letter_of(answer)
    assert "Harbour Fair" in letter
    assert 0 < len(letter) <= most
    assert answer.context["assessment"].verdict.verdict == "tailored"


def test_an_email_has_a_subject(client, met, url):
    answer = client.get(url, {"channel": "email", "purpose": "connect"})

    assert answer.context["letter"]["subject"].value()


def test_a_premium_plan_gives_three_hundred_characters(client, met, url, ada):
    ada.profile.linkedin_plan = "premium"
    ada.profile.save()

    answer = client.get(url, {"channel": "linkedin_note"})

    assert answer.context["assessment"].verdict.limit == 300


def test_without_context_it_asks_one_question_instead_of_writing_a_stock_line(client, url):
    answer = client.get(url)

    page = answer.content.decode()
    assert letter_of(answer) == ""
    assert answer.context["composition"].question.prompt in page
    assert "With what is known so far" in page


def test_with_everything_unticked_it_says_that_more_could_be_ticked(client, met, url):
    page = client.get(url, {"facts": "chosen"}).content.decode()

    assert "With what is ticked, this message could be from anyone." in page


def test_answering_what_is_asked_leads_to_a_draft(client, url, ada, grace):
    """However many questions it takes, none is asked twice and the last one leads to a draft."""
    answers = {
        "who_you_are": "I run data tooling at Maple",
        "talked_about": "moving the build to one lock file",
        "detail": "the model lighthouse on the laptop",
        "place": "the Harbour Fair in Kiel",
        "event": "the Harbour Fair",
        "purpose": "ask how the lock file went",
        "promise_mine": "send the checker benchmark",
    }
    asked = []
    while question := client.get(url).context["composition"].question:
        asked.append(question.field)
        client.post(
            reverse("outreach:question-answer", args=[grace.pk]),
            {"question": question.field, "answer": answers[question.field]},
        )
        assert len(asked) == len(set(asked))

    assert letter_of(client.get(url))


def test_an_empty_answer_is_asked_for_again_at_the_field(client, url, grace):
    answer = client.post(
        reverse("outreach:question-answer", args=[grace.pk]), {"question": "detail", "answer": " "}
    )

    assert answer.status_code == 422
    assert b"One line is enough" in answer.content


def test_a_fact_that_is_unticked_stays_out_of_the_draft(client, met, url):
    lines = client.get(url).context["composition"].facts
    others = [line.fact.id for line in lines if line.fact.kind != "introduced_by"]
    assert any(
        "Ana" in letter_of(client.get(url, {"channel": "inmail", "variant": n})) for n in range(5)
    )

    for variant in range(5):
        asked = {"channel": "inmail", "variant": variant, "facts": "chosen", "fact": others}
        answer = client.get(url, asked)
        assert "Ana" not in letter_of(answer)


def test_what_is_added_on_the_spot_can_be_used(client, met, url, grace):
    client.post(
        reverse("outreach:fact-add", args=[grace.pk]),
        {"kind": "purpose", "text": "hear how the lock file went"},
    )

    assert AddedFact.objects.get().text == "hear how the lock file went"
    assert b"hear how the lock file went" in client.get(url).content


def test_another_wording_says_it_differently(client, met, url):
    letters = {letter_of(client.get(url, {"variant": n})) for n in range(3)}

    assert len(letters) == 3


def test_the_verdict_follows_what_is_typed(htmx, met, grace):
    url = reverse("outreach:message-assess", args=[grace.pk])
    stock = "I'd like to add you to my professional network on LinkedIn."

    answer = htmx.post(url, {"channel": "linkedin_note", "body": stock})

    page = answer.content.decode()
    assert "Generic" in page
    assert "<html" not in page


def test_an_empty_letter_is_assessed_and_not_refused(htmx, grace):
    url = reverse("outreach:message-assess", args=[grace.pk])

    assert htmx.post(url, {"channel": "email", "body": ""}).status_code == 200


def test_a_draft_is_kept_and_gone_on_with(client, met, url, grace):
    form = client.get(url).context["letter"]
    values = {"letter_id": form["letter_id"].value(), "channel": "email", "purpose": "thank"}
    save = reverse("outreach:message-save", args=[grace.pk])
    client.post(save, {**values, "body": "Dear Grace, the lighthouse!"})

    kept = Message.objects.get()
    client.post(save, {**values, "body": "Dear Grace, the lighthouse again!"})

    assert letter_of(client.get(reverse("outreach:message", args=[kept.pk]))).endswith("again!")
    assert Message.objects.count() == 1


def test_the_verdict_is_kept_as_of_sending(client, met, url, grace):
    answer = client.get(url, {"channel": "linkedin_note"})
    client.post(
        reverse("outreach:message-send", args=[grace.pk]),
        {"channel": "linkedin_note", "purpose": "connect", "body": letter_of(answer)},
    )
    met.delete()

    message = Message.objects.get()
    assert (message.state, message.verdict) == ("sent", "tailored")
    assert b"Tailored" in client.get(reverse("outreach:message", args=[message.pk])).content


@pytest.mark.parametrize("body", ["", "   ", "x\0y", "y" * 10_001])
@pytest.mark.parametrize("action", ["message-save", "message-send"])
def test_a_letter_that_cannot_be_kept_comes_back_with_a_sentence(client, grace, action, body):
    answer = client.post(
        reverse(f"outreach:{action}", args=[grace.pk]),
        {"channel": "email", "purpose": "connect", "body": body},
    )

    assert answer.status_code == 422
    assert answer.context["letter"].errors["body"]
    assert not Message.objects.exists()


@pytest.mark.parametrize(
    "asked",
    [
        {"channel": "pigeon"},
        {"purpose": "\0"},
        {"variant": "-1"},
        {"variant": "9" * 50},
        {"follow_up": "x"},
    ],
)
def test_an_address_that_asks_for_nonsense_gives_a_page_and_not_an_error(client, met, url, asked):
    assert client.get(url, asked).status_code == 422


def test_a_request_that_went_out_bare_is_repaired_with_what_should_have_been_said(
    bare_request, client, met, url
):
    follow_up = bare_request.follow_ups.get()

    answer = client.get(url, {"follow_up": follow_up.pk})

    composition = answer.context["composition"]
    assert composition.occasion.purpose == "repair"
    assert "Harbour Fair" in letter_of(answer)


def test_the_page_shows_for_what_it_drafted(bare_request, client, met, url):
    answer = client.get(url, {"follow_up": bare_request.follow_ups.get().pk})

    assert '<option value="repair" selected>' in answer.content.decode()
    assert '<option value="email" selected>' in answer.content.decode()


@pytest.mark.parametrize(
    "wrong",
    [{"body": "x" * 10_001}, {"body": "a\0b"}, {"subject": "x" * 201}, {"channel": "pigeon"}],
)
def test_what_cannot_be_judged_while_typing_is_said_in_a_sentence(htmx, grace, wrong):
    url = reverse("outreach:message-assess", args=[grace.pk])

    answer = htmx.post(url, {"channel": "email", "body": "Dear Grace"} | wrong)

    assert answer.status_code == 422
    assert 'class="error"' in answer.content.decode()


def test_every_follow_up_that_is_named_can_be_opened(bare_request, client, grace):
    url = reverse("outreach:follow-up", args=[bare_request.follow_ups.get().pk])

    for page in (grace.get_absolute_url(), reverse("outreach:today")):
        assert f'href="{url}"' in client.get(page).content.decode()
    assert client.get(url).status_code == 200


def test_a_request_that_was_declined_is_not_followed_up(bare_request, client, url):
    client.post(reverse("outreach:message-decline", args=[bare_request.pk]))

    assert client.get(url).context["composition"].occasion.purpose == "reconnect"


def test_outreach_turns_pages_through_all_that_was_written_drafts_first(client, ada, grace):
    when = {"state": "sent", "sent_at": timezone.now()}
    common = {"owner": ada, "contact": grace, "channel": "email", "purpose": "thank"}
    for n in range(30):
        Message.objects.create(**common, body=f"draft {n:02}")
    Message.objects.create(**common, **when, body="gone out")
    url = reverse("outreach:messages")

    first, second = (client.get(url, {"page": n}).content.decode() for n in (1, 2))

    assert "draft 29" in first
    assert "draft 00" not in first
    assert "gone out" not in first
    assert second.index("draft 00") < second.index("gone out")


def test_the_default_one_can_be_said_to_have_gone_out_from_today(client, ada, grace):
    Meeting.objects.create(owner=ada, contact=grace, met_on=timezone.localdate())
    url = reverse("outreach:default-send", args=[grace.pk])

    assert f'action="{url}"' in client.get(reverse("outreach:today")).content.decode()

    client.post(url, {"next": "/"})
    assert Message.objects.get().went_out_bare


def test_a_letter_can_be_checked_without_javascript(client, met, url, grace):
    stock = {"channel": "email", "purpose": "thank", "body": "I'd like to add you to my network."}

    answer = client.post(reverse("outreach:message-assess", args=[grace.pk]), stock)

    assert "<html" in answer.content.decode()
    assert letter_of(answer) == stock["body"]
    assert answer.context["assessment"].verdict.verdict == "generic"


def test_a_channel_without_a_subject_keeps_none(client, met, url, grace):
    letter = {"channel": "linkedin_message", "purpose": "thank", "body": "Hi", "subject": "S"}

    client.post(reverse("outreach:message-save", args=[grace.pk]), letter)

    assert Message.objects.get().subject == ""


def test_who_one_is_need_not_be_said_to_whom_one_has_met_already(client, met, url):
    follow_up = client.get(url, {"channel": "email", "purpose": "follow_up"}).content.decode()
    request = client.get(url, {"channel": "email", "purpose": "first_message"}).context

    assert "Who you are" not in follow_up
    assert any(check.label == "Who you are" for check in request["assessment"].checks)
