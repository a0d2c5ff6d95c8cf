"""What is typed in haste is said as one would say it, or left out; never told as it stands."""

import pytest

from outreach.drafting import Purpose, details, promises, purposes, topics, wordings
from outreach.tailoring import FactKind, Person
from tests.outreach.drafting.test_drafts import (
    EMAIL,
    EVENT,
    LOOKING,
    MESSAGE,
    OFFER,
    PROMISE,
    TALKED,
    WHO,
    brief,
    drafted,
    fact,
)

INTRODUCTION = Purpose.INTRODUCTION
PRIYA, KIM = Person("Priya Nair", pronouns="she/her"), Person("Kim Osei")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("they need 2 more welders", "how you need 2 more welders"),
        ("python v rust", "python v rust"),
        ("pricing, marketing", "pricing and marketing"),
        ("cos and sin", "cos and sin"),
        ("SEND funding cuts", "SEND funding cuts"),
        ("cld our kiln run on gas", "whether our kiln could run on gas"),
        ("how u fire pots b4 dawn", "how you fire pots before dawn"),
        (
            "runs 9 village bldgs, damp in most, wants help b4 winter",
            "how you run 9 village buildings",
        ),
        ("glaze drift, her data 40 kilns / 5 yrs, maybe a joint paper", "glaze drift"),
        ("wood firing, bored at the bank, not looking", "wood firing"),
        ("wood firing, now ash @ the new studio", "wood firing"),
        ("slipware, mould needed", "slipware"),
        ("slipware, customers shout at him", "slipware"),
        ("a move to Leeds, gas -> wood, stressed", "a move to Leeds"),
        ("lino vs wood, May 4", "lino vs wood"),
        ("the years we shared the darkroom", "the years we shared the darkroom"),
        ("the flats her mother manages", "the flats your mother manages"),
        ("her daughter studies glass too, small world", "how your daughter studies glass too"),
        ("rye starters that survive heat waves", "rye starters that survive heat waves"),
        ("next week's launch", "the launch"),
        ("heat rec. off the bulk tank, saves 30% (?), cost 140k", ""),
        ("lime trial yr 3, pH 5.4 -> 6.2, clover came back", ""),
        ("heat obv. then her hydro - 40kW, licence stuck since feb", "heat and your hydro"),
        ("no straw!! willow instead", "willow"),
        ("her new cold store, opens march, 40 doors", "your new cold store"),
        ("her shed, which will be full by January", "your shed, which will be full by January"),
        ("thesis: night ferries in fog, needs data", "the thesis on night ferries in fog"),
        ("the thesis - does it ever end", "the thesis and whether it ever ends"),
        ("what she does tomorrow at the board meeting", "what you do at the board meeting"),
        ("her exam in two weeks", "your exam"),
    ],
)
def test_a_topic_in_haste(typed: str, said: str) -> None:
    assert topics.topic(typed, PRIYA) == said


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("bit arrogant at first but v funny about losing", ""),
        ("nice but talks too much", ""),
        ("kept calling me Diana", ""),
        ("left early bc kid sick", ""),
        ("name dropper, nice tho", ""),
        ("hands like shovels, a loud ringtone", ""),
        ("was in bits, tall, tweed", ""),
        (
            "still signing everything in green ink",
            "that you are still signing everything in green ink",
        ),
        ("calling every shot in a whisper", "you calling every shot in a whisper"),
        ("tall guy w/ the dog", "the dog"),
        ("rory's big sister", "that you are Rory's big sister"),
        ("asked abt price 3x, kinda cold but smart", "that you asked about price 3x"),
        ("danced till 4, lost her shoe", "that you danced till 4"),
        ("being the only one who read the rules", "that you were the only one who read the rules"),
    ],
)
def test_a_detail_in_haste_tells_nobody_what_one_thinks_of_them(typed: str, said: str) -> None:
    assert details.detail(typed, PRIYA) == said


def test_of_two_people_in_a_note_the_reader_is_only_one() -> None:
    assert details.detail("he knows her from school", KIM) == ""


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("send her the recording of the talk", "send you the recording of the talk"),
        ("find her two tenants who would speak", "find you two tenants who would speak"),
        ("look up call deadline + mail her student (name? Oskar?)",
         "look up the call deadline and mail your student"),
        ("demo kit → his van, before xmas", "=a demo kit"),
        ("push my half of repo", "push my half of the repo"),
        ("send cv by fri", "send you my CV"),
        ("intro her to Gernot", "introduce you to Gernot"),
        ("tell my boss about the fair", "tell my boss about the fair"),
        ("forward the deck to Tom", "forward the deck to Tom"),
        ("ask Ines if she could take her", ""),
        ("call her next week", "call you"),
        ("send 3 separate quotes", "send you 3 separate quotes"),
        ("dinner with jan", "=the dinner with jan"),
        ("send her photographs of the racks", "send you photographs of the racks"),
        ("give a guest lecture in her course", "give a guest lecture in your course"),
        ("count the exact nr of doors", "count the exact number of doors"),
        ("2 clients who'd talk (check w them 1st!!)", "=2 clients who'd talk"),
        ("coffee nxt time in basel, bring horror stories", "=a coffee"),
    ],
)  # fmt: skip
def test_a_promise_in_haste(typed: str, said: str) -> None:
    assert promises.promise(typed, PRIYA) == said


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("intro to her boss maybe", "=an intro to your boss"),
        ("send slides", "send me slides"),
        ("fwd to standards ppl (Ms Brunner?)", ""),
        ("cv by fri", "=your CV"),
        ("soil maps, his dad's, 1974", "=soil maps"),
        ("show me the model when its done", "show me the model when it's done"),
    ],
)
def test_an_offer_in_haste(typed: str, said: str) -> None:
    assert promises.offer(typed, PRIYA) == said


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("the two sample tiles are ready", "The two sample tiles are ready"),
        ("our kiln in Basel went live", "Our kiln in Basel went live"),
        ("a seat on our board is free", "A seat on our board is free"),
        ("her advice worked", "Your advice worked"),
        ("that I got the job", "I got the job"),
        ("how she prices glazes", "I'd like to ask you how you price glazes"),
        ("her job?", "I'd like to ask about your job"),
        ("our designer leaves us in January", "Our designer leaves us in January"),
        ("our webhooks left beta last week", "Our webhooks left beta last week"),
        ("the new release breaks the import", "The new release breaks the import"),
        ("the test plans for the hall", "I'm writing about the test plans for the hall"),
        ("got the guide", "I got the guide"),
        ("got letter from the landlord", "I got a letter from the landlord"),
        ("the board, on which I sit, meets in May", "The board, on which I sit, meets in May"),
        ("deck done", "The deck is done"),
        ("her neighbour asked me the same", "Your neighbour asked me the same"),
        ("Ines said yes!! £11/hr, start in June", "Ines said yes"),
        ("2 nos wrong - tactful!", ""),
        ("need intro to the mayor, they buy 200 tiles", "I need an intro to the mayor"),
        ("want her list b4 we order", "I'd like your list before we order"),
        ("joint bid, call closes in May", "I'm writing about the joint bid"),
        ("lending me her umbrella", "Thank you for lending me your umbrella"),
        ("10 kilns now sold -> time 2 talk again?", ""),
    ],
)
def test_what_one_writes_for_goes_on_from_because(typed: str, said: str) -> None:
    assert purposes.purpose(typed, PRIYA).lower() == said.lower()


@pytest.mark.parametrize("purpose", [Purpose.THANK, Purpose.INTRODUCTION])
def test_news_is_nothing_to_thank_for_and_nobody_to_meet(purpose: Purpose) -> None:
    ready = fact(FactKind.PURPOSE, "the two sample tiles are ready")

    for made in wordings(brief([EVENT, TALKED, WHO, ready], EMAIL, purpose)):
        assert "for the two sample" not in made.text
        assert "meet the two sample" not in made.text


def test_a_reason_to_meet_somebody_is_told_with_the_wish() -> None:
    ana = fact(FactKind.PURPOSE, "Ana Ruiz, because we both restore maps")

    made = drafted(brief([EVENT, TALKED, WHO, ana], MESSAGE, Purpose.INTRODUCTION))

    assert "I'd like to meet Ana Ruiz, because we both restore maps." in made.text


def test_of_whoever_it_is_one_wishes_to_meet_them() -> None:
    loans = fact(FactKind.PURPOSE, "whoever does barn loans there, 2 clients waiting")

    made = drafted(brief([EVENT, TALKED, WHO, loans], MESSAGE, Purpose.INTRODUCTION))

    assert "I'd like to meet whoever does barn loans there." in made.text


def test_an_introduction_is_asked_for_with_the_reason_that_was_typed() -> None:
    needed = fact(FactKind.PURPOSE, "we need somebody who reads Braille")

    for made in wordings(brief([EVENT, TALKED, WHO, LOOKING, needed], MESSAGE, INTRODUCTION)):
        assert "We need somebody who reads Braille." in made.text


@pytest.mark.parametrize("purpose", [Purpose.INTERVIEW, Purpose.INTRODUCTION])
def test_who_asks_for_something_remembers_what_they_owe(purpose: Purpose) -> None:
    made = drafted(brief([EVENT, TALKED, WHO, PROMISE, LOOKING], EMAIL, purpose))

    assert "send you the checker benchmark" in made.text


def test_what_they_offered_is_named_beside_the_reason_one_writes_for() -> None:
    ready = fact(FactKind.PURPOSE, "the two sample tiles are ready")

    made = drafted(brief([EVENT, TALKED, WHO, OFFER, ready], EMAIL))

    assert "The two sample tiles are ready." in made.text
    assert "introduce me to the release team" in made.text


def test_what_has_to_do_with_no_search_is_no_reason_to_be_introduced() -> None:
    press = fact(FactKind.PURPOSE, "two of our riders are happy to talk to the press")

    for made in wordings(brief([EVENT, TALKED, WHO, LOOKING, press], MESSAGE, INTRODUCTION)):
        assert "press" not in made.text


def test_buns_are_thanked_for() -> None:
    buns = fact(FactKind.PURPOSE, "the cinnamon buns for our open day")

    made = drafted(brief([EVENT, TALKED, WHO, buns], MESSAGE, Purpose.THANK))

    assert "for the cinnamon buns for our open day" in made.text


def test_a_wish_that_begins_with_the_reader_is_no_deed_to_thank_for() -> None:
    yard = fact(FactKind.PURPOSE, "she knows the yard, and I would like to meet whoever runs it")

    for made in wordings(brief([EVENT, TALKED, WHO, OFFER, yard], EMAIL, Purpose.THANK)):
        assert "thank you for it" not in made.text
        assert "Thank you for that" not in made.text
