"""What people type, said so that it fits a sentence to the person it is about."""

from datetime import date

import pytest

from outreach.drafting import details, saying, topics
from outreach.drafting.dates import spoken
from outreach.drafting.self_description import who
from outreach.tailoring import Person

PRIYA = Person("Priya Nair", pronouns="she/her")
ADA = Person("Ada Quill")
TODAY = date(2026, 11, 23)  # a Monday


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("her move to pyright", "your move to pyright"),
        ("Her move to pyright.", "your move to pyright"),
        ("We talked about her move to pyright.", "your move to pyright"),
        ("talked about Rust", "Rust"),
        ("Priya's runbooks", "your runbooks"),
        ("how she tests migrations", "how you test migrations"),
        ("leather that does not crack", "leather that does not crack"),
        ("that bogs store carbon", "how bogs store carbon"),
        ("how is she going to fund it", "how you are going to fund it"),
        ("What would a nurse do with that?", "what a nurse would do with that"),
        ("why does the mayor want ferries", "why the mayor wants ferries"),
        ("if cats can code", "whether cats can code"),
        ("async traits & why they hurt", "async traits and why they hurt"),
        ("she told me that cloth is sold by weight", "how cloth is sold by weight"),
        ("chat about football", "football"),
        ("the launch next week", "the launch"),
        ("plans for next month", "plans"),
        ("her talk on friday", "your talk"),
        ("Black Friday", "Black Friday"),
        ("my weekend", "my weekend"),
        ("USA Today", "USA Today"),
        ("What is her favourite bridge?", "what is your favourite bridge"),
        ("R", "R"),
        ("Duran Duran", "Duran Duran"),
        ("ISO 13485", "ISO 13485"),
        ("not much", ""),
        ("asdf asdf", ""),
        ("that parser she wrote", "that parser you wrote"),
        ("She is moving to pyright", "how you are moving to pyright"),
        ("Migration from Jenkins", "migration from Jenkins"),
        ("I fixed the ferry schedule", "how I fixed the ferry schedule"),
        ("her sister, who has a kiln", "your sister, who has a kiln"),
        (
            "Tom and Lena Vogt and how she runs releases",
            "Tom and Lena Vogt and how she runs releases",
        ),
        ("his dog", ""),  # of nobody she would know
        ("Tom's boat and his dog", "Tom's boat and his dog"),
        ("???", ""),
        ("i asked her how she got permits", "how you got permits"),
        ("tiles. and glue.", "tiles and glue"),
        (
            "editing Mahfouz, the trouble with footnotes",
            "editing Mahfouz and the trouble with footnotes",
        ),
        ("delays :( and generators", "delays and generators"),
        ("I told her about our fire and she told me about hers", "our fire"),
        ("larch, kilns, she is short of both", "larch and kilns"),
        ("apprenticeships - she wants one", "apprenticeships"),
        ("football. 8 o'clock is too early", "football"),
        ("peat + how to keep it wet", "peat and how to keep it wet"),
        ("slugs / compost / the broken tap", "slugs, compost and the broken tap"),
        ("how she tunes cellos. we tried hers", "how you tune cellos"),
        ("unsure", ""),
        ("the walk on Sept. 5", "the walk on Sept. 5"),
        ("got flooded twice", "how you got flooded twice"),
        ("not sure, just hello in the queue", ""),
        ("can't remember really", ""),
        ("Was my poster any good?", "whether my poster was any good"),
        ("kilns, ash glazes, frost", "kilns, ash glazes and frost"),
        ("babysitting swap", "the babysitting swap"),
        ("sharing a workshop", "sharing a workshop"),
        ("job at the museum", "the job at the museum"),
        ("robins. moss. her mother", "robins, moss and your mother"),
        ("saturday job. she is 17, likes dogs", "the Saturday job"),
        ("fares for the spring, it's tight", "fares for the spring"),
        ("how she runs two shops and wants a third", "how you run two shops and want a third"),
        ("wants a rig that folds", "how you want a rig that folds"),
        ("deadline is in May, travel, who signs", "how the deadline is in May"),
        ("Rust + peat + kilns", "Rust, peat and kilns"),
        ("the kiln door, who mends it now? & she hates gas", "the kiln door and who mends it now"),
        ("loft floor, 3 t, will it hold?", "the loft floor and whether it will hold"),
        ("tractor in a wood - allowed? owls!", "a tractor in a wood"),
        ("pump motor blows the fuse, 3 phase?, cost", "how the pump motor blows the fuse"),
        ("she can't lift the lid (!), wants to learn glazing", "your wish to learn glazing"),
        ("she can't hear the bell anymore, sad", ""),
        ("orchard went brown, wet again", "how the orchard went brown"),
        ("bat survey: who does it", "the bat survey and who does it"),
        ("her new knee (!) and the stairs", "your new knee and the stairs"),
        ("abt the cellar damp w/ Tom", "the cellar damp with Tom"),
        ("wool prices - 40% up since jan. also a wedding", "wool prices"),
        ("why she still does it; the floods; gulls", "why you still do it, the floods and gulls"),
        ("a fair in nov", "a fair in November"),
        ("the boats her sister built", "the boats your sister built"),
        ("kilns, which are hot, mainly in May", "kilns, which are hot, mainly in May"),
        ("wants 3 poems a week, 40 lines max", "how you want 3 poems a week"),
        ("does weddings only now", "how you do weddings only now"),
        ("don't think we agree about glue", ""),
        ("walking with the blind so that they are never lost", None),
        ("hoping they change the law", None),
        ("does she mind dogs in a chapel? no", "whether you mind dogs in a chapel"),
        ("do they need a permit?", "whether they need a permit"),
        ("is there a market for peat", "whether there is a market for peat"),
        ("should kids come to the kiln", "whether kids should come to the kiln"),
        ("why can't we get the hall", "why we can't get the hall"),
        ("no plastic!! willow instead. costs more tho", "willow"),
        ("weaving isn't a hobby, she learned it at six", "how weaving isn't a hobby"),
        ("wants to retire, can't find anyone", "your wish to retire"),
        ("mostly the weather tbh", ""),
        ("how come nobody sings", "why nobody sings"),
        ("her textbook deal fell through", "how your textbook deal fell through"),
        ("ledgers, trustees never read them", "ledgers"),
        ("both hate slides", "how we both hate slides"),
        ("both from Hull", "how we are both from Hull"),
        ("visits on tues mornings, year 4 first", "visits on Tuesday mornings"),
        ("asked if i'd speak at her fair", "whether I'd speak at your fair"),
        ("said the market is dead", ""),
        ("compost -> charcoal", "compost"),
        ("just got promoted!", "how you got promoted"),
        ("her mum's in hospital", ""),
        ("i mentioned the workbook idea, she'd pilot it", "the workbook idea"),
        ("fairs on zoom, much better apparently", "fairs on zoom"),
        ("the van broke down AGAIN", "how the van broke down again"),
    ],
)
def test_a_topic_follows_we_talked_about(typed: str, said: str) -> None:
    assert topics.topic(typed, PRIYA) == (typed if said is None else said)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("the runbook with the swearing removed", "the runbook with the swearing removed"),
        ("Her yellow raincoat", "your yellow raincoat"),
        ("She removed all the swearing.", "that you removed all the swearing"),
        ("has a parrot", "that you have a parrot"),
        ("swearing at the projector", "you swearing at the projector"),
        ("always carries a spare tube", "that you always carry a spare tube"),
        ("twin girls born on leap day", "the twin girls born on leap day"),
        ("swears in runbooks lol", "that you swear in runbooks"),
        ("asked the speaker twice", "that you asked the speaker twice"),
        ("founded Jigéen Tech", "that you founded Jigéen Tech"),
        ("prints maps on scarves", "that you print maps on scarves"),
        ("believes it will fail", "that you believe it will fail"),
        ("can whistle through her nose", "that you can whistle through your nose"),
        ("doesn't drink coffee", "that you don't drink coffee"),
        ("never flies", "that you never fly"),
        ("is deaf and lip-reads two languages", "that you are deaf and lip-read two languages"),
        ("grandfather built the first tram", "that your grandfather built the first tram"),
        ("with the huge dog", "you with the huge dog"),
        ("from Paramaribo", "that you are from Paramaribo"),
        ("the one who knows everybody", "that you are the one who knows everybody"),
        ("procurement nerd", "that you are a procurement nerd"),
        ('said: "ship it"', 'that you said "ship it"'),
        ("loud", ""),
        ("tall, red beard", ""),
        ("x", ""),
        ("always has a flask of tea", "that you always have a flask of tea"),
        ("said 'no map is true'", "that you said 'no map is true'"),
        ("badge that says “ask me”", "the badge that says “ask me”"),
        ("knocks on every door herself", "that you knock on every door yourself"),
        ("prints every review and pins it up", "that you print every review and pin it up"),
        ("her dog digs better holes than us", "that your dog digs better holes than us"),
        ("dog called Brutus", "your dog called Brutus"),
        (
            "only sells chairs to people she's met",
            "that you only sell chairs to people you have met",
        ),
        ("never interrupts", "that you never interrupt"),
        ("smelled of hide glue", "that you smelled of hide glue"),
        ("her laugh, you hear it across the yard", "your laugh"),
        ("sings alto but wishes she were a tenor", "that you sing alto but wish you were a tenor"),
        ("invests only in tugs", "that you invest only in tugs"),
        ("asks one question and then waits", "that you ask one question and then wait"),
        ("her girls all own canoes", "that your girls all own canoes"),
        (
            "has a goat and still ships on Fridays",
            "that you have a goat and still ship on Fridays",
        ),
        ("same street in Faro as my aunt", ""),
        ("lit a whole quay with one lamp", "that you lit a whole quay with one lamp"),
        ("explains tides with jam", "that you explain tides with jam"),
        ("buys Baron Bigod on Fridays", "that you buy Baron Bigod on Fridays"),
        ("juggles", "that you juggle"),
        ("very tall, green glasses", ""),
        ("tall; ginger beard", ""),
        ("big beard", ""),
        ("missing finger (the saw)", ""),
        ("always humming", "that you are always humming"),
        ("badge says 'ask me'", "that your badge says 'ask me'"),
        ("purple boots", "your purple boots"),
        ("3 kids under 5", "that you have 3 kids under 5"),
        ("speaks perfect Yorkshire, wife is from Otley", "that you speak perfect Yorkshire"),
        ("ex ballet dancer", "that you are an ex ballet dancer"),
        ("the goat (Brunel)", "the goat"),
    ],
)
def test_a_detail_follows_i_remember(typed: str, said: str) -> None:
    assert details.detail(typed, PRIYA) == said


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("ask about her migration", "I'd like to ask about your migration"),
        ("ask whether she would print it", "I'd like to ask whether you would print it"),
        ("I want to hire her", "I want to hire you"),
        ("because she said to stay in touch", "You said to stay in touch"),
        ("Would she speak at our meetup?", "Would you speak at our meetup?"),
        ("a short call about budgets", "I'm hoping for a short call about budgets"),
        (
            "meet Lena Vogt, because I want to learn how she runs releases",
            "I'd like to meet Lena Vogt, because I want to learn how she runs releases",
        ),
        ("could do with a hand on saturday", "I could do with a hand on Saturday"),
        ("loved her map, would like to use it", "I loved your map and would like to use it"),
        ("not sure", ""),
        ("sell her my van", "I'd like to sell you my van"),
        ("just to stay in touch", "I'm writing to stay in touch"),
        ("could she do a tasting with us", "Could you do a tasting with us?"),
        ("is she free in May", "Are you free in May?"),
    ],
)
def test_a_purpose_is_a_sentence(typed: str, said: str) -> None:
    assert saying.purpose(typed, PRIYA) == said


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("I run data tooling at Maple.", "I run data tooling at Maple"),
        ("data tooling lead at Maple", "I'm a data tooling lead at Maple"),
        ("Head of Data at Maple", "I'm Head of Data at Maple"),
        ("Engineer | Speaker | Dad", "I'm an engineer"),
        ("Ada runs a bakery in Ghent", "I run a bakery in Ghent"),
        ("building a seed bank", "I'm building a seed bank"),
        ("HR lead for a bike company", "I'm an HR lead for a bike company"),
        ("CTO, Kiln Systems", "I'm CTO at Kiln Systems"),
        ("Transport planner, City of Leeds", "I'm a transport planner at City of Leeds"),
        ("FOUNDER @ Tally | ex-Stripe", "I'm founder at Tally"),
        ("I RUN A CRICKET CLUB IN BOLTON", "I run a cricket club in Bolton"),
        ("PhD student at Leiden, physics", "I'm a PhD student at Leiden"),
        ("Founder, Kilnworks", "I'm the founder of Kilnworks"),
        ("PhD candidate, glaciology", "I'm a PhD candidate in glaciology"),
        ("freelance rigger, mostly touring", "I'm a freelance rigger, mostly touring"),
        ("ex-nurse, now a potter", "I'm an ex-nurse, now a potter"),
        ("mum of 3, bookkeeper for farms", "I'm a mum of 3, bookkeeper for farms"),
    ],
)
def test_who_you_are_is_a_sentence(typed: str, said: str) -> None:
    assert who(typed, ADA) == said


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 11, 23), "today"),
        (date(2026, 11, 22), "yesterday"),
        (date(2026, 11, 20), "on Friday"),
        (date(2026, 11, 16), "last week"),
        (date(2026, 11, 9), "two weeks ago"),
        (date(2026, 10, 5), "last month"),
        (date(2026, 5, 16), "in May"),
        (date(2025, 12, 24), "last December"),
        (date(2024, 5, 16), "in May 2024"),
        (date(2026, 11, 24), ""),
    ],
)
def test_dates_are_said_as_people_say_them(day: date, said: str) -> None:
    assert spoken(day, TODAY) == said
