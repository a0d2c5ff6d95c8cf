"""A text is held against the person it goes to and against what is known of them."""

import pytest

from outreach.tailoring import Channel, Fact, FactKind, Ingredient, Person, Verdict, assess

ANA = Person("Ana Horvat", company="Northwind")
BODY = "it was good to argue with you about lighthouses at the Harbour Fair on Friday."
TALKED = Fact(
    "1",
    FactKind.TALKED_ABOUT,
    "career growth in product work",
    Ingredient.THEIRS,
    "Meeting, 20 Nov",
)
MET = Fact("2", FactKind.EVENT, "Product Meetup", Ingredient.MET, "Meeting, 20 Nov")


def judge(text: str, person: Person = ANA, facts: tuple[Fact, ...] = ()) -> Verdict:
    return assess(text, channel=Channel.LINKEDIN_NOTE, recipient=person, facts=facts)


def test_a_text_that_greets_somebody_else_is_generic() -> None:
    verdict = judge(f"Hi Marcus, {BODY}")

    assert verdict.verdict == "generic"
    assert verdict.reasons[0] == "It greets Marcus, but it goes to Ana Horvat."


@pytest.mark.parametrize(
    ("greeted", "name"),
    [
        ("Tom", "Thomas Reed"),
        ("Bob", "Robert Reed"),
        ("Dr Horvat", "Ana Horvat"),
        ("José", "Jose Luis Paz"),
        ("Ivan", "Иван Петров"),
        ("there", "Ana Horvat"),
        ("Anna-Lena", "Anna-Lena Voss"),
    ],
)
def test_short_names_titles_and_scripts_are_the_same_person(greeted: str, name: str) -> None:
    assert judge(f"Hi {greeted}, {BODY}", Person(name)).verdict == "tailored"


def test_the_wrong_company_makes_a_text_generic() -> None:
    verdict = judge(f"Hi Ana, your team at Contoso must be proud of you; {BODY}")

    assert verdict.verdict == "generic"
    assert "Contoso" in verdict.reasons[0]


def test_the_right_company_does_not() -> None:
    assert judge(f"Hi Ana, your team at Northwind must be proud; {BODY}").verdict == "tailored"


def test_plain_words_that_are_known_to_be_theirs_count() -> None:
    text = "Hi Ana, we talked about career growth in product work."

    known, unknown = judge(text, facts=(TALKED,)), judge(text)

    assert known.verdict == "tailored"
    assert known.score > unknown.score


def test_words_that_rest_on_a_fact_are_shown_with_its_ingredient() -> None:
    text = "Hi Ana, good to meet you at the Product Meetup and to talk about career growth."

    verdict = judge(text, facts=(TALKED, MET))

    shown = {found.ingredient: found.words for found in verdict.present}
    assert shown[Ingredient.MET] == "good to meet you at the Product Meetup"
    assert shown[Ingredient.THEIRS] == "career growth"
    assert Ingredient.WHO in verdict.missing


def test_a_job_title_that_any_list_could_fill_in_ties_a_text_to_nobody() -> None:
    title = Fact("3", FactKind.THEIR_WORK, "sales director", Ingredient.THEIRS, "Their position")

    verdict = judge("Hi Ana, as a sales director you must have many leads.", facts=(title,))

    assert verdict.verdict == "generic"


def test_private_facts_are_not_shown_as_words_of_the_text() -> None:
    secret = Fact("4", FactKind.NOTE, "lighthouses", Ingredient.THEIRS, "Note", private=True)

    verdict = judge(f"Hi Ana, {BODY}", facts=(secret,))

    assert all(found.words != "lighthouses" for found in verdict.present)


@pytest.mark.parametrize(
    "greeting",
    [
        *("Dear Sir/Madam", "Dear Sir", "Hi Hiring Manager", "To whom it may concern"),
        *("Sehr geehrte Damen und Herren", "Geachte heer/mevrouw", "Madame, Monsieur"),
    ],
)
def test_who_greets_whoever_reads_it_writes_to_nobody(greeting: str) -> None:
    body = "Your ferry page still lists 14 sailings to Ousefleet, and 3 of them ended in March."

    to_anybody = assess(f"{greeting},\n\n{body}", channel=Channel.EMAIL)

    assert not to_anybody.is_tailored
    assert "It greets whoever reads it." in to_anybody.reasons
    assert assess(f"Dear Sir Alistair,\n\n{body}", channel=Channel.EMAIL).is_tailored
    assert assess(f"Hi Ines, your hiring manager says: {body}", channel=Channel.EMAIL).is_tailored


@pytest.mark.parametrize(
    "said",
    [
        "your impressive years as a bell founder at Kestrel Bells caught my attention.",
        "I wish you every success at Kestrel Bells. Shall we stay in contact?",
    ],
)
def test_where_somebody_works_and_as_what_makes_nothing_theirs(said: str) -> None:
    founder = Person("Ana Horvat", company="Kestrel Bells", headline="Bell founder")

    assert not judge(f"Hi Ana, {said}", founder).is_tailored
    assert judge(
        f"Hi Ana, your talk on the cracked tenor moved me, and {said}", founder
    ).is_tailored


def test_plain_words_that_only_the_two_share_speak_to_the_reader_wherever_they_stand() -> None:
    drone = Fact("5", FactKind.TALKED_ABOUT, "drone in a nave, bats", Ingredient.THEIRS, "Meeting")
    clip = Fact("6", FactKind.PROMISE_THEIRS, "lend me the filming gear", Ingredient.WHY, "Promise")
    text = "Ana, yes to the filming, if the bats agree. Which day?"

    assert judge(text, facts=(drone, clip)).is_tailored
    assert not judge(text).is_tailored
    assert not judge(text, facts=(clip,)).is_tailored  # one word may be chance


def test_one_of_several_things_noted_in_a_line_is_shown_for_what_it_rests_on() -> None:
    noted = "the loft floor - 3 tonnes of slate negatives, damp?"
    floor = Fact("7", FactKind.TALKED_ABOUT, noted, Ingredient.THEIRS, "Meeting")
    promise = Fact("8", FactKind.PROMISE_MINE, "send the form", Ingredient.WHY, "Promise")
    text = "Ana, we talked about the loft floor. I will send you the form. Where shall I send that?"

    shown = {found.ingredient: found.words for found in judge(text, facts=(floor, promise)).present}

    assert shown[Ingredient.THEIRS] == "loft floor"
    assert shown[Ingredient.WHY] == "send you the form"
    assert Ingredient.THEIRS not in {
        one.ingredient for one in judge(text, facts=(promise,)).present if one.words == "send"
    }


NORTHWIND = "Hi Ana, {} It was good to argue with you about lighthouses."


@pytest.mark.parametrize(
    "said",
    [
        *("how are things at Contoso?", "how's life at Contoso?", "I see you work at Contoso."),
        *("as keeper of lamps at Contoso you know it.", "your new role at Contoso suits you."),
        *("congratulations on Contoso's new funding.", "I saw that you are at Contoso. Lovely."),
        *(
            "everyone at Contoso must be proud of you.",
            "congratulations on Contoso\u2019s Series B!",
        ),
    ],
)
def test_the_wrong_company_is_known_in_ordinary_wordings_and_by_its_name_alone(said: str) -> None:
    verdict = judge(NORTHWIND.format(said))

    assert not verdict.is_tailored
    assert verdict.reasons[0] == "It places them at Contoso, which nothing you know confirms."


@pytest.mark.parametrize(
    "said",
    [
        *("how are things at Northwind?", "as keeper of lamps at Northwind you know it."),
        *("at Maple, where I work, we do it too.", "we trim the wicks, like Contoso did."),
        *("as keeper of lamps at Maple I trim them.", "my sister works at Contoso."),
        *("good to meet you at Contoso Days.", "I hear you are at EuroPython this week."),
        *("congratulations on Maya's first lamp.", "I left Contoso in spring."),
        *("is NW still yours?", "your talk at Lampfest was fun."),
        *("as a speaker at EuroPython you know it.", "as a student at Leeds you rowed."),
        *("as mother of Tom you know it.", "congratulations to Maya on the merger."),
        *("when you were at Contoso you trimmed them.", "are you still at Contoso?"),
        "when you are at Contoso again, look at the wall.",
        "as discussed at Harbour Fair, you get the slides on Monday.",
        "as a mentor at Code Club you hear this often.",
        "congratulations on Emma\u2019s exam results!",
        *("how are things at home?", "your post at Mastodon was fun."),
        *("Contoso's new funding is all over the paper.", "I like Contoso's lamps too."),
        "your team at the Northwind Trading Company is quick.",
    ],
)
def test_the_right_company_the_writers_own_a_third_ones_and_an_event_do_no_harm(said: str) -> None:
    assert judge(NORTHWIND.format(said)).is_tailored


def test_initials_are_the_same_company() -> None:
    person = Person("Ana Horvat", company="Tarnbrook Bell Works")

    assert judge(NORTHWIND.format("how are things at TBW?"), person).is_tailored


@pytest.mark.parametrize(
    "text",
    [
        "@Marcus it was good to argue with you about lighthouses.",
        "It was good to argue with you about lighthouses. Thank you again, Marcus!",
        "Was that lighthouse yours, and how are you, Marcus? It was good to argue with you.",
    ],
)
def test_who_is_called_by_somebody_elses_name_is_not_the_reader(text: str) -> None:
    sender = Person("Sam Okafor", "Sam")
    verdict = assess(text, channel=Channel.LINKEDIN_NOTE, recipient=ANA, sender=sender)

    assert not verdict.is_tailored
    assert verdict.reasons[0] == "It greets Marcus, but it goes to Ana Horvat."


@pytest.mark.parametrize(
    "text",
    [
        "It was good to argue about lighthouses with your brother, Marcus. He knows his lamps.",
        "It was good to argue with you about lighthouses. Thank you again, Ana!",
        "It was good to argue with you about lighthouses. See you soon, Sam.",
        "It was good to argue with you about lighthouses, as @Marcus says. He would.",
        "It was good to argue about lighthouses with you, Marcus and Odile.",
    ],
)
def test_who_is_only_spoken_of_or_signs_is_not_called(text: str) -> None:
    sender = Person("Sam Okafor", "Sam")

    verdict = assess(text, channel=Channel.LINKEDIN_NOTE, recipient=ANA, sender=sender)

    assert not verdict.is_flawed
