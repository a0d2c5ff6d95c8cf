"""What a draft may rest on: what both share, what was said before, and what stays private."""

import json
from io import StringIO

import pytest
from django.core.management import call_command
from django.urls import reverse

from contacts.models import Contact, Meeting
from outreach.models import AddedFact, Message, PrivateFact


@pytest.fixture
def url(grace) -> str:
    return reverse("outreach:message-compose", args=[grace.pk])


def fact_of(client, url, words: str):
    lines = client.get(url).context["composition"].facts
    return next(line.fact for line in lines if words in line.fact.text)


def undo_in(page) -> str:
    """Where the toast of a page takes back what was done."""
    return next(iter(page.context["messages"])).extra_tags.removeprefix("undo:")


def test_whom_they_introduced_one_can_thank_them_for(client, met, url, ada, grace):
    cleo = Contact.objects.create(owner=ada, name="Cleo Park")
    Meeting.objects.create(owner=ada, contact=cleo, introducer=grace, met_on="2026-11-01")

    assert fact_of(client, url, "Cleo Park").kind == "introduced_me"
    letters = {
        client.get(url, {"purpose": "thank", "variant": n}).context["letter"]["body"].value()
        for n in range(4)
    }
    assert any("introducing me to Cleo Park" in letter for letter in letters)
    assert not any("both know" in letter for letter in letters)


def test_whom_they_introduced_stays_private_where_it_was_marked_so(client, met, url, ada, grace):
    cleo = Contact.objects.create(owner=ada, name="Cleo Park")
    Meeting.objects.create(owner=ada, contact=cleo, introducer=grace, met_on="2026-11-01")
    PrivateFact.objects.create(owner=ada, contact=grace, fact_id=f"friend:{cleo.pk}")

    letter = client.get(url, {"purpose": "thank"}).context["letter"]["body"].value()

    assert "Cleo" not in letter


def test_what_is_private_is_in_no_draft_anywhere_and_can_be_used_again(
    client, met, url, grace, bare_request
):
    detail = fact_of(client, url, "lighthouse")
    keep = reverse("outreach:fact-keep-private", args=[grace.pk])
    client.post(keep, {"private": detail.id})

    def drafts() -> str:
        pages = [client.get(url, {"channel": "email", "variant": n}) for n in range(6)]
        said = StringIO()
        call_command("draft", str(grace.pk), owner="ada@example.org", channel="email", stdout=said)
        today = client.get(reverse("outreach:today")).context["lines"]
        letters = [page.context["letter"]["body"].value() for page in pages]
        return "\n".join([*letters, said.getvalue(), *(str(line.answer) for line in today)])

    Meeting.objects.update(detail="the little lighthouse")
    assert "lighthouse" not in drafts()
    assert "the little lighthouse" in client.get(grace.get_absolute_url()).content.decode()

    client.post(reverse("outreach:fact-allow", args=[grace.pk]), {"private": detail.id})
    assert "lighthouse" in drafts()


def test_keeping_private_can_be_undone_and_said_twice(client, met, url, grace):
    fact = {"private": fact_of(client, url, "lighthouse").id}
    keep = reverse("outreach:fact-keep-private", args=[grace.pk])
    undo = undo_in(client.post(keep, fact, follow=True))

    assert client.post(keep, fact).status_code == 302
    client.post(undo)

    assert not PrivateFact.objects.exists()


def test_a_fact_that_is_not_there_cannot_be_kept_private(client, met, grace):
    for wrong in ("", "\0", "meeting:1:detail"):
        for action in ("fact-keep-private", "fact-allow"):
            address = reverse(f"outreach:{action}", args=[grace.pk])
            assert client.post(address, {"private": wrong}).status_code == 404


def test_a_purpose_is_stated_once_and_what_was_written_is_remembered(client, met, url, grace):
    add = reverse("outreach:fact-add", args=[grace.pk])
    client.post(add, {"kind": "purpose", "text": "ask who looks after the model lighthouse"})
    letter = {"channel": "email", "purpose": "connect"}
    said = "Hi Grace, may I ask who looks after the model lighthouse?"
    client.post(reverse("outreach:message-send", args=[grace.pk]), letter | {"body": said})

    page = client.get(url, {"channel": "email", "purpose": "follow_up"})

    composition = page.context["composition"]
    letters = composition.draft.text if composition.draft else ""
    assert "looks after" not in letters
    assert said in [fact.text for fact in composition.asides]
    assert "You wrote of it on" in page.content.decode()


def test_a_thousand_facts_make_a_page_and_an_address_of_bearable_length(
    client, met, url, ada, grace
):
    AddedFact.objects.bulk_create(
        AddedFact(owner=ada, contact=grace, kind="detail", text=f"the lighthouse number {n}")
        for n in range(1000)
    )

    page = client.get(url, {"channel": "inmail"})
    lines = page.context["composition"].facts
    asked = {"channel": "inmail", "facts": "chosen", "fact": [line.fact.id for line in lines]}
    again = client.post(reverse("outreach:message-redraft", args=[grace.pk]), asked)

    assert len(lines) <= 40
    assert "more, older or weaker" in page.content.decode()
    assert len(again["Location"]) < 4000  # gunicorn takes 4094 for the whole line
    assert client.get(again["Location"]).status_code == 200


def test_a_claim_that_is_added_is_known_from_then_on(client, met, url, grace):
    assess = reverse("outreach:message-assess", args=[grace.pk])
    letter = {"channel": "email", "purpose": "thank", "body": "Hi Grace, your talk in Lisbon!"}
    add = reverse("outreach:claim-add", args=[grace.pk])

    before = client.post(assess, letter)
    client.post(add, letter | {"claim": "your talk in Lisbon"})
    after = client.post(assess, letter)

    assert [claim.words for claim in before.context["assessment"].claims] == [("Lisbon",)]
    assert not after.context["assessment"].claims
    assert Message.objects.get().body == letter["body"]


def test_of_many_claims_it_is_said_how_many_are_not_listed(htmx, met, grace):
    url = reverse("outreach:message-assess", args=[grace.pk])
    body = "I saw you in Lisbon. Then in Porto and in Coimbra. You sang in Faro. You ran in Braga."

    page = htmx.post(url, {"channel": "email", "body": body}).content.decode()

    assert page.count("You wrote “") == 3
    assert "You wrote “Porto” and “Coimbra”, which are in none of your facts." in page
    assert "And 1 more that is in none of your facts." in page
    assert "Faro and 1 more" in page


def test_what_the_command_says_rests_only_on_what_may_be_said(client, met, url, grace):
    client.post(
        reverse("outreach:fact-keep-private", args=[grace.pk]),
        {"private": fact_of(client, url, "lighthouse").id},
    )
    said = StringIO()

    call_command("draft", str(grace.pk), owner="ada@example.org", json=True, stdout=said)

    assert "lighthouse" not in json.loads(said.getvalue())["text"]


@pytest.mark.parametrize(
    ("action", "told"),
    [
        ("fact-add", {"kind": "detail", "text": "the model lighthouse"}),
        ("question-answer", {"question": "detail", "answer": "the model lighthouse"}),
    ],
)
def test_what_is_told_beside_a_choice_of_facts_is_used_at_once(
    client, met, url, grace, action, told
):
    Meeting.objects.update(detail="")
    others = [line.fact.id for line in client.get(url).context["composition"].facts]
    chosen = {"channel": "email", "facts": "chosen", "fact": others[:2]}

    page = client.post(reverse(f"outreach:{action}", args=[grace.pk]), chosen | told, follow=True)

    kept = [line.fact.text for line in page.context["composition"].facts if line.is_kept]
    assert "the model lighthouse" in kept
    assert len(kept) == 3


def test_a_fact_that_may_be_used_again_is_ticked_again(client, met, url, grace):
    fact = fact_of(client, url, "lighthouse")
    client.post(reverse("outreach:fact-keep-private", args=[grace.pk]), {"private": fact.id})
    chosen = {"channel": "email", "facts": "chosen", "fact": [], "private": fact.id}

    page = client.post(reverse("outreach:fact-allow", args=[grace.pk]), chosen, follow=True)

    assert [line.fact.id for line in page.context["composition"].facts if line.is_kept] == [fact.id]
    assert "Kept private" not in client.get(grace.get_absolute_url()).content.decode()


def test_a_promise_told_while_writing_with_its_own_to_is_not_shown_with_two(client, met, grace):
    told = {"kind": "promise_mine", "text": "to send the slides"}

    client.post(reverse("outreach:fact-add", args=[grace.pk]), told)

    assert "I promised to send the slides" in client.get(grace.get_absolute_url()).content.decode()


def test_what_was_told_stands_on_the_page_once_and_can_be_forgotten(client, url, grace):
    told = {"kind": "detail", "text": "the model lighthouse"}
    for _ in range(2):
        client.post(reverse("outreach:fact-add", args=[grace.pk]), told)
    added = AddedFact.objects.get()
    page = client.get(grace.get_absolute_url()).content.decode()
    forget = reverse("outreach:fact-forget", args=[grace.pk])

    assert "I would recognise them by the model lighthouse" in page
    assert client.post(forget, {"forget": "x"}).status_code == 404
    undo = undo_in(client.post(forget, {"forget": added.pk}, follow=True))
    assert not AddedFact.objects.exists()

    client.post(undo)
    assert AddedFact.objects.get().text == "the model lighthouse"


def test_a_note_that_makes_no_sentence_is_left_out_and_the_page_says_how_to_tell_it(
    client, met, url, grace
):
    grace.pronouns = "she/her"
    grace.save()
    met.detail = "his drawings, 14 boxes"  # whose?
    met.talked_about = "the loft floor - 3 tonnes of slate negatives"
    met.save()

    page = client.get(url)

    assert "his drawings" not in page.context["composition"].draft.text
    assert "It reads as a note. Say it as “I would recognise them by …” goes on." in (
        page.content.decode()
    )
    assert "Said in part. The rest reads as a note to yourself." in page.content.decode()
