"""What was promised and offered, said so that it fits a sentence."""

import pytest

from outreach.drafting import promises
from outreach.tailoring import Person

PRIYA = Person("Priya Nair", pronouns="she/her")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("send the checker benchmark", "send you the checker benchmark"),
        ("I promised to send her the benchmark.", "send you the benchmark"),
        ("Sending my notes", "send you my notes"),
        ("introduce her to Tom", "introduce you to Tom"),
        ("I'd introduce her to Tom", "introduce you to Tom"),
        ("the slides", "=the slides"),
        ("all the slides", "=all the slides"),
        ("water her plants", "water your plants"),
        ("Lena the plumber", "=Lena the plumber"),
        ("photos her sister took", "=photos your sister took"),
        ("link the bank sent", "=the link the bank sent"),
        ("show her round the ward", "show you round the ward"),
        ("bring our menu to the choir", "bring our menu to the choir"),
        ("send photos tomorrow", "send you photos"),
        ("be in touch", "be in touch"),
        ("nothing", ""),
        ("send link to the plugin", "send you the link to the plugin"),
        ("share our data", "share our data with you"),
        ("stop using the planer after six", "stop using the planer after six"),
        ("send the deck + the budget", "send you the deck and the budget"),
        ("map the basements", "map the basements"),
        ("redo fig 4", "redo fig 4"),
        ("TA her class", "TA your class"),
        ("let her know about the job by Friday", "let you know about the job"),
        ("put her forward", "put you forward"),
        ("keep her plants from sun", "keep your plants from sun"),
        ("get her the draft by end of month", "get you the draft"),
        ("call her aunt, she's 84 and likes mornings", "call your aunt"),
        ("lend her the fork (the old one)", "lend you the fork"),
        ("lend her the van thurs", "lend you the van"),
        ("send the maps by the end of the month", "send you the maps"),
        ("check the tape from the 14th", "check the tape from the 14th"),
        ("do the oranges next Sat", "do the oranges"),
        ("have her two on the 12th", "have your two"),
        ("find a home for the piano, ask Lena", "find a home for the piano and ask Lena"),
        ("book the tuner", "book the tuner"),
        ("ring Tom & email photos tmrw", "ring Tom and email photos"),
        ("estimate by friday + photos of the roof", "=the estimate and photos of the roof"),
        ("quote asap", "=a quote"),
        ("send her Ciara's number", "send you Ciara's number"),
        ("try one, the miller maybe?", "try one"),
        ("text 2 days before the fair", "text you 2 days before the fair"),
        ("their number for Lena", ""),
        ("nothing yet", ""),
        ("look out the old maps by 12/11", "look out the old maps"),
        ("confirm dates", "confirm dates"),
        ("sign up", "sign up"),
        ("call in at the mill", "call in at the mill"),
        ("hand back the van", "hand back the van"),
        ("happy to send the slides", "send you the slides"),
        ("reply by weds", "reply"),
        ("pop in next tues w/ the keys", "pop in with the keys"),
        ("call her friday morning", "call you"),
        ("email her floor plan", "email you the floor plan"),
        ("email re the pilot", "email you about the pilot"),
        ("forward her plan to Tom", "forward your plan to Tom"),
        ("collect the van sat or sun", "collect the van"),
        ("add to mailing list", "add you to the mailing list"),
        ("drop round w cake", "drop round with cake"),
        ("email floor plan asap", "email you the floor plan"),
        ("call Tom tues re keys", "call Tom about keys"),
        ("get her a seat at the opera, opening night 12 Jan", "get you a seat at the opera"),
    ],
)
def test_a_promise_follows_i_promised_to(typed: str, said: str) -> None:
    assert promises.promise(typed, PRIYA) == said


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("She offered to introduce me to her boss", "introduce me to your boss"),
        ("send me their slides", "send me your slides"),
        ("a tour of the lab", "=a tour of the lab"),
        ("hook me up with her electrician", "hook me up with your electrician"),
        ("will introduce us to the union", "introduce us to the union"),
        ("intro to her CFO", "=an intro to your CFO"),
        ("knock on doors with me", "knock on doors with me"),
        ("observe one of my shifts", "observe one of my shifts"),
        ("table a question for us", "table a question for us"),
        ("key to the barn / get Jo to ring me", "=the key to the barn"),
        ("site visit 2/12 or 9/12", "=a site visit"),
        ("maybe a lift to Delft", "=a lift to Delft"),
        ("might know someone in Mayo", ""),
        ("knows a good plumber", ""),
        ("price up 4 points", "price up 4 points"),
        ("day out with the crew", "=a day out with the crew"),
        ("feedback on my draft", "=feedback on my draft"),
        ("hour on the phone", "=an hour on the phone"),
        ("remote look at our boiler in march", "=a remote look at our boiler in March"),
        ("happy to chat again any time", "chat again"),
        ("free entry for my team", "=free entry for my team"),
        ("happy to pilot it with her year 10s", "pilot it with your year 10s"),
        ("proofread chapter 1", "proofread chapter 1"),
        ("can use her barn for free", "let me use your barn for free"),
        ("coffee any time", "=a coffee"),
        ("will cast a test bell in nov", "cast a test bell in November"),
        ("lend me his chisels til i'm done", ""),  # whose is not said
    ],
)
def test_an_offer_follows_you_offered_to(typed: str, said: str) -> None:
    assert promises.offer(typed, PRIYA) == said
