"""People and places are called as one says them, and nothing is guessed."""

import pytest

from outreach.drafting import Tone, whereabouts
from outreach.drafting.naming import address
from outreach.tailoring import Person
from tests.outreach.drafting.test_drafts import FULL, MESSAGE, brief, drafted

PRIYA = Person("Priya Nair", pronouns="she/her")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Utrecht", "in Utrecht"),
        ("hall 7", "in hall 7"),
        ("beer stand hall 3", "at the beer stand in hall 3"),
        ("afterwards at tram stop", "at the tram stop"),
        ("the walk up to the castle", "on the walk up to the castle"),
        ("booth of some valve company", ""),
        ("the coffee queue", "in the coffee queue"),
        ("Café Roma", "at Café Roma"),
        ("after the typing talk", "after the typing talk"),
        ("Zoom", "on Zoom"),
        ("online", "online"),
        ("BOLTON", "in Bolton"),
        ("next to her on the flight from Lisbon", "on the flight from Lisbon"),
        ("the tram, line 7", "on the tram"),
        ("Hervanta tram stop", "at the Hervanta tram stop"),
        ("the Hervanta tram stop", "at the Hervanta tram stop"),
        ("the night ferry to Tallinn", "on the night ferry to Tallinn"),
        ("the train home", "on the train home"),
        ("the queue at the bakery", "in the queue at the bakery"),
        ("Lagos airport lounge", "at the Lagos airport lounge"),
        ("GitHub", "on GitHub"),
        ("phone", "on the phone"),
        ("timber yard", "at the timber yard"),
        ("phone call", "on the phone"),
        ("ward 9", "at ward 9"),
        ("Gym", "at the gym"),
        ("train", "on the train"),
        ("Zoom call", "on a Zoom call"),
        ("food bank", "at the food bank"),
        ("KCL", "at KCL"),
        ("loading dock", "at the loading dock"),
        ("above Grindelwald", "above Grindelwald"),
        ("barn nr Hebden", "at the barn near Hebden"),
        ("organ loft", "in the organ loft"),
        ("the north transept", "in the north transept"),
        ("tea urn", "at the tea urn"),
        ("evensong", "at evensong"),
        ("Zoom, weavers course", "on Zoom"),
        ("outside the church, having a smoke", "outside the church"),
        ("2nd floor, by the lift", "on the 2nd floor"),
        ("in the pub after", "in the pub"),
        ("BETT, stand by the robots", "at BETT"),
        ("upstairs bar", "at the upstairs bar"),
        ("hotel bar 2am", "at the hotel bar"),
        ("gate 14 at Stansted", "at gate 14 at Stansted"),
        ("sauna lol", "at the sauna"),
        ("pub after", "at the pub"),
        ("delft", "at delft"),
        ("(online)", "online"),
        ("coffee queue day 2", "in the coffee queue"),
        ("open day (mill lane)", "at the open day"),
        ("Ana's leaving do", "at Ana's leaving do"),
        ("upstairs at the library", "upstairs at the library"),
        ("a walk round the lake", "on a walk round the lake"),
        ("school gates then her office", "at the school gates"),
    ],
)
def test_a_place_gets_its_preposition(typed: str, said: str) -> None:
    assert whereabouts.place(typed, PRIYA) == said


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("PyCon", "at PyCon"),
        ("Brae alumni evening", "at the Brae alumni evening"),
        ("Harbour Investors' Breakfast", "at the Harbour Investors' Breakfast"),
        ("Graz Postgres User Group", "at the Graz Postgres User Group"),
        ("pydata graz", "at Pydata Graz"),
        ("Harbour Days, November", "at Harbour Days"),
        ("Scottish trade mission to Aarhus", "at the Scottish trade mission to Aarhus"),
        ("Opening of “Small Weather”", "at the Opening of “Small Weather”"),
        ("Thursday session", "at the Thursday session"),
        ("Women in Rust lunch", "at the Women in Rust lunch"),
        ("Delta study trip in Almelo", "at the Delta study trip in Almelo"),
        ("phone call", "on the phone"),
        ("Harbour branch mtg", "at the Harbour branch meeting"),
        ("quay & dock awards", "at the quay & dock awards"),
        ("Bell Founders' Conference", "at the Bell Founders' Conference"),
        ("Ada's workshop", "at Ada's workshop"),
    ],
)
def test_an_event_gets_its_preposition_and_article(typed: str, said: str) -> None:
    assert whereabouts.event(typed, PRIYA) == said


@pytest.mark.parametrize(
    ("name", "given", "formal"),
    [
        ("Priya Nair", "Priya", "Priya Nair"),
        ("priya nair", "Priya", "Priya Nair"),
        ("Dr. Lena van der Berg", "Lena", "Dr van der Berg"),
        ("Prof. Ada Quill", "Ada", "Professor Quill"),
        ("Jane Doe, Ph.D. 🚀", "Jane", "Jane Doe"),
        ("O'NEIL, Siobhan", "Siobhan", "Siobhan O'NEIL"),
        ("山田太郎", "山田太郎", "山田太郎"),
        ("Bono", "Bono", "Bono"),
        ("Big Dave", "Big Dave", "Big Dave"),
        ("LIV QUILL", "Liv", "Liv Quill"),
        ("Rev. Odile Marsh", "Odile", "Rev. Odile Marsh"),
        ("Sister Ines Vale", "Ines", "Sister Ines Vale"),
        ("Revd Odile Marsh", "Odile", "Revd Odile Marsh"),
        ("Father Tom", "Father Tom", "Father Tom"),
        ("Fr Tom Quill", "Tom", "Fr Tom Quill"),
        ("Mrs P. Vale-Marsh", "Mrs Vale-Marsh", "Mrs Vale-Marsh"),
        ("Kev - plumber", "Kev", "Kev"),
        ("Pete the baker", "Pete", "Pete"),
        ("the Quills", "Quills", "Quills"),
        ("Mr Tom Quill", "Tom", "Mr Quill"),
        ("Cllr Wim de Graaf", "Wim", "Cllr de Graaf"),
        ("Prof. Aurelio Quispe Mamani", "Aurelio", "Professor Aurelio Quispe Mamani"),
        ("Tom & Becca Hale", "Tom and Becca", "Tom and Becca Hale"),
        ("", "", ""),
    ],
)
def test_people_are_called_by_their_names_and_nothing_is_guessed(
    name: str, given: str, formal: str
) -> None:
    called = address(Person(name))

    assert (called.given, called.formal) == (given, formal)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Ben", "Ben"),
        ("by Di", "Di"),
        ("gaz", "Gaz"),
        ("my aunt", "my aunt"),
        ("nobody", ""),
        ("LinkedIn", ""),
        ("Dave (the warden)", "Dave"),
        ("gareth, choir", "Gareth"),
        ("one of the nurses, Mairead I think", "one of the nurses"),
        ("think it was Aoife?", "Aoife"),
        ("the tall one from the bar, Phil?", "Phil"),
        ("fr tom", "Fr Tom"),
        ("tom & jess", "Tom and Jess"),
        ("sat next to each other", ""),
        ("nobody really", ""),
    ],
)
def test_who_introduced_one_keeps_their_capital_and_nobody_is_nobody(typed: str, said: str) -> None:
    assert whereabouts.introducer(typed, PRIYA) == said


@pytest.mark.parametrize(
    ("name", "recorded", "given"),
    [
        ("the Quills", "the", "Quills"),
        ("Pete the baker", "Pete the baker", "Pete"),
        ("Revd Odile Marsh", "Revd", "Odile"),
    ],
)
def test_a_given_name_that_is_none_is_not_called(name: str, recorded: str, given: str) -> None:
    assert address(Person(name, given_name=recorded)).given == given


def test_where_the_family_stands_first_one_is_called_by_the_last_name() -> None:
    hoa = address(Person("Nguyễn Thị Hoa", given_name="Hoa"))

    assert (hoa.given, hoa.formal) == ("Hoa", "Nguyễn Thị Hoa")


@pytest.mark.parametrize("tone", Tone)
def test_a_professor_is_no_first_name_whatever_the_tone(tone: Tone) -> None:
    berg = Person("Prof. Anselm van den Berg", given_name="Anselm")

    made = drafted(brief(FULL, MESSAGE, recipient=berg, tone=tone))

    assert made.text.split(",")[0].endswith(" Professor van den Berg")
