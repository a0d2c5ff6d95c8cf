"""Whatever is known or typed, writing gives a page or a clear sentence, and never an error page."""

from datetime import date

import pytest
from django.urls import reverse

from contacts.models import Contact, Meeting, Promise
from outreach.models import AddedFact, Message

pytestmark = [pytest.mark.thorough, pytest.mark.usefixtures("others_written_to")]

NAMES = {
    "right to left": "مريم بنت خالد",
    "one word": "Cher",
    "turned round": "\u202eecarG\u202c Hollis",
    "no letter": "\u200b\u0301",
    "another script": "王小明",
    "very long": "Anna " * 39,
    "a slot": "{first_name} [Name]",
    "markup": "<b>Bold</b> & Co",
}
TEXTS = {
    "NUL": "a\0b",
    "bidi": "\u202eolleh\u2066 \u2069",
    "no letter": "\u0301\u200b",
    "right to left": "مرحبا مريم، التقينا في كيل يوم الجمعة 20",
    "one long word": "x" * 9_999,
    "far too long": "word " * 5_000,
    "one endless word": "x" * 60_000,
    "numbers without end": "We met in Kiel and you read " + " ".join(map(str, range(1000, 2950))),
    "many lines": "line\r\n" * 1_000,
    "markup": "<script>alert(1)</script> {{ form }} %s",
    "a surrogate alone": "a\ud800b".encode("utf-8", "surrogatepass").decode("utf-8", "replace"),
}
ACTIONS = {
    "message-assess": {"channel": "email"},
    "message-redraft": {"channel": "email", "drafted": "x"},
    "message-save": {"channel": "email", "purpose": "thank"},
    "message-send": {"channel": "email", "purpose": "thank"},
    "fact-add": {"kind": "detail"},
    "claim-add": {},
    "question-answer": {"question": "detail"},
}
WRITTEN = ("body", "subject", "text", "claim", "answer", "private", "fact")


def act(action: str, contact: Contact) -> str:
    return reverse(f"outreach:{action}", args=[contact.pk])


@pytest.mark.parametrize("name", NAMES)
def test_anybody_can_be_written_to(client, met, grace, ada, name):
    grace.name = NAMES[name]
    grace.company = grace.headline = grace.notes = grace.name
    grace.schools, ada.profile.schools = [grace.name], [grace.name]
    ada.profile.save()
    grace.save()

    page = client.get(act("message-compose", grace), {"channel": "email"})
    assert page.status_code == 200
    assert page.context["letter"]["body"].value() or page.context["composition"].question
    assert "<b>Bold" not in page.content.decode()
    body = page.context["letter"]["body"].value() or "Hello there."
    sent = {"channel": "email", "purpose": "thank", "body": body}
    client.post(act("message-send", grace), sent)
    for address in (grace.get_absolute_url(), reverse("outreach:today")):
        assert client.get(address).status_code == 200
    assert Message.objects.said().get(contact=grace).verdict


@pytest.mark.parametrize("text", TEXTS)
def test_any_text_gets_an_answer_wherever_it_is_typed(htmx, client, met, grace, text):
    for action, needed in ACTIONS.items():
        typed = dict.fromkeys(WRITTEN, TEXTS[text]) | needed
        answer = htmx.post(act(action, grace), typed)
        assert answer.status_code in {200, 302, 409, 422}, action
        assert "<script>alert" not in answer.content.decode()
    assert client.get(act("message-compose", grace), follow=True).status_code == 200


@pytest.mark.parametrize(
    "action", ["assess", "save", "send", "redraft", "fact-add", "claim-add", "question-answer"]
)
def test_a_letter_with_an_endless_word_is_refused_in_words_and_kept(client, met, grace, action):
    endless = f"Hi Grace, {'x' * 60_000}"
    path = action if "-" in action else f"message-{action}"
    beside = {"kind": "detail", "text": "blue shoes", "claim": "Hi.", "question": "detail"}
    typed = {"channel": "email", "purpose": "thank", "body": endless, "answer": "blue shoes"}

    answer = client.post(act(path, grace), typed | beside)

    assert answer.status_code == 422
    assert "a letter has at most 10,000 characters" in answer.content.decode()
    assert answer.context["letter"]["body"].value() == endless


@pytest.mark.parametrize("text", ["NUL", "far too long", "bidi"])
def test_any_address_gets_a_page(client, met, grace, text):
    for field in ("channel", "purpose", "tone", "variant", "follow_up", "facts", "fact"):
        answer = client.get(act("message-compose", grace), {field: TEXTS[text][:2000]})
        assert answer.status_code in {200, 422}, field


def test_facts_that_contradict_each_other_are_not_said_together(client, met, grace, ada):
    """Two first meetings, and a promise that is kept and not kept."""
    for place, day in (("Kiel", date(2026, 11, 21)), ("Lyon", date(2026, 11, 22))):
        Meeting.objects.create(owner=ada, contact=grace, met_on=day, place=place)
    for by in Promise.By.values:
        Promise.objects.create(owner=ada, contact=grace, by=by, text="send the benchmark")
    AddedFact.objects.create(owner=ada, contact=grace, kind="place", text="We never met")

    letters = [
        client.get(act("message-compose", grace), {"channel": "email", "variant": n})
        for n in range(5)
    ]

    for letter in (page.context["letter"]["body"].value() for page in letters):
        assert not {"Kiel", "Lyon"} <= set(letter.replace(",", " ").replace(".", " ").split())
