"""What counts as said of one reader, and what only looks like it."""

import pytest

from outreach.tailoring import Channel, assess


def verdict_of(text: str) -> str:
    return assess(text, channel=Channel.EMAIL).verdict


@pytest.mark.parametrize(
    "text",
    [
        "Your ferry page still lists 14 sailings, and 3 of them ended in March.",
        "You have 9 harbour permits up for renewal within 60 days.",
    ],
)
def test_a_plain_statement_about_the_reader_counts(text: str) -> None:
    assert verdict_of(text) == "tailored"


@pytest.mark.parametrize(
    "text",
    [
        "You can save 20 percent within 60 days.",
        "Could you spare 15 minutes on 3 March?",
        "We handle 14 permits a day for people in your position.",
    ],
)
def test_an_offer_or_a_question_with_numbers_is_no_statement_about_the_reader(text: str) -> None:
    assert verdict_of(text) == "generic"


def test_plain_words_around_something_particular_count() -> None:
    assert verdict_of("Noticed that your sign up form asks for a postcode twice.") == "tailored"
    assert verdict_of("I noticed that your company does great things with technology.") == "generic"


@pytest.mark.parametrize(
    "text",
    [
        "Running the night shift across three Malmö hospitals is a job of its own.",
        "Caught Ottilie's talk on glacier mapping, and the part about drones most of all.",
    ],
)
def test_what_the_reader_runs_or_a_colleague_made_counts(text: str) -> None:
    assert verdict_of(text) == "tailored"


def test_an_empty_meeting_does_not_carry_a_sales_letter() -> None:
    text = (
        "Lovely talking with you the other week! As I mentioned, our software doubles bookings for "
        "hotels. Did you have a moment to think about what we discussed?"
    )
    assert verdict_of(text) == "generic"


@pytest.mark.parametrize(
    "text",
    [
        "I noticed the opening at Birchwood and wanted to reach out.",
        "I looked at data across your industry and found many interesting things.",
        "I came across your post and was really inspired.",
        "Your photos are stunning!",
    ],
)
def test_an_advert_an_industry_and_praise_without_a_subject_are_nothing_of_the_readers(
    text: str,
) -> None:
    assert verdict_of(text) == "generic"


@pytest.mark.parametrize(
    "text",
    [
        "We're hosting a supper for bakers in Leeds and thought you would be a great addition.",
        "I'm trying to meet as many potters as I can. I'd be glad if you accepted my invitation.",
        "I've been following Birchwood Mills for a long time.",
    ],
)
def test_what_the_sender_thinks_does_or_follows_is_nothing_between_the_two(text: str) -> None:
    assert verdict_of(text) == "generic"


def test_somebody_who_thought_of_the_reader_is() -> None:
    text = "Ottilie is at your table on Fridays. She thought I should ask you about the kiln."

    assert verdict_of(text) == "tailored"


def test_what_an_observation_implies_belongs_to_it() -> None:
    text = (
        "Saw you're adding a night shift. Usually that means the ovens pay for themselves by March."
    )

    assert verdict_of(text) == "tailored"


@pytest.mark.parametrize(
    "text",
    [
        "We deliver reed mats across Friesland within two days. Shall I send you samples?",
        "As a fellow blacksmith I know how cold a forge gets. I'd love for you to join our guild!",
        "We would be delighted to feature your orchard in our almanac. For free, of course!",
    ],
)
def test_an_offer_in_the_words_of_a_rare_trade_is_still_an_offer(text: str) -> None:
    assert verdict_of(text) == "generic"


@pytest.mark.parametrize(
    "text",
    [
        "We tune church organs in Drenthe. If you know a sexton with a wheezing organ, tell them.",
        "The summer school on mosses returns to Tartu. Early booking saves you 80 euros until May.",
        "Our mill grinds spelt and emmer near Ghent. We are looking for bakeries like yours.",
    ],
)
def test_what_is_said_of_whoever_fits_says_nothing_of_the_reader(text: str) -> None:
    assert verdict_of(text) == "generic"


@pytest.mark.parametrize(
    "text",
    [
        "Guten Tag, als Anbieter von Reetdächern liefern wir Ihnen Halme aus Pommern.",
        "Bonjour, je propose un diagnostic offert aux fromagers du Jura. On se parle ?",
        "Buongiorno, offro corsi di liuteria a Cremona. Prenoti una lezione gratuita!",
        "Goedendag, ontdek ons aanbod van molenstenen uit Limburg, geheel vrijblijvend.",
    ],
)
def test_an_offer_is_known_in_other_languages(text: str) -> None:
    assert verdict_of(text) == "generic"


@pytest.mark.parametrize(
    "text",
    [
        "I saw that you are Head of Archives at Tarnbrook. Does Monday at 4pm suit you?",
        "You have been shortlisted for the Golden Anvil in Monaco! Confirm your table by Friday.",
        "Your foundry is eligible for 14,000 euros of regional aid. Claim your grant this month.",
    ],
)
def test_a_post_and_its_place_and_a_prize_for_all_are_filled_in(text: str) -> None:
    assert verdict_of(text) == "generic"


@pytest.mark.parametrize(
    "text",
    [
        "Hola, reparaste el reloj de la torre de Osuna y ahora adelanta dos minutos.",
        "Olá, pintaste o coreto de Alcochete de azul e as andorinhas voltaram.",
        "Ciao, suonasti il corno tra Bassano e Marostica e mio figlio ora studia musica.",
    ],
)
def test_a_verb_says_you_where_the_pronoun_is_left_out(text: str) -> None:
    assert verdict_of(text) == "tailored"


def test_what_something_of_the_readers_says_was_read() -> None:
    text = "Your leaflet on the mill race says the sluice has 3 boards. It has four since Easter."

    assert verdict_of(text) == "tailored"


@pytest.mark.parametrize(
    "text",
    [
        "I saw you starred Bramble on GitHub. We recently launched Thornhedge, an open source"
        " alternative to Gorsebush. It lets you draw hedges. Stars are welcome!",
        "We just open-sourced Quernstone, which turns logs into flour charts for PostgreSQL. Any"
        " feedback would be really helpful. Could you spare a star?",
    ],
)
def test_the_announcement_of_a_product_is_for_everybody(text: str) -> None:
    assert verdict_of(text) == "generic"


@pytest.mark.parametrize(
    "text",
    [
        "I found your email address through your GitHub profile. Your expert review of our"
        " plugin would be highly valued!",
        "Your choir was chosen for our survey. It takes 10 minutes, by Skype or Webex.",
    ],
)
def test_where_somebody_is_found_or_called_is_nothing_particular(text: str) -> None:
    assert verdict_of(text) == "generic"


@pytest.mark.parametrize(
    "text",
    [
        "Three winters in a row without one cancelled sailing is rare on the Wadden islands.",
        "With the merger of Tarnbrook and Ousefleet, nobody knows whose lock keepers stay on.",
    ],
)
def test_a_message_may_begin_with_what_is_the_readers_without_a_you(text: str) -> None:
    assert verdict_of(text) == "tailored"


@pytest.mark.parametrize(
    "text",
    [
        "We repair every kind of lock gate between Tarnbrook and Ousefleet at short notice.",
        "The Ousefleet lock keepers' supper is held on 4 May and tickets are at the door.",
        "Could the lock keepers of Tarnbrook and Ousefleet do with two more winches?",
    ],
)
def test_a_message_that_begins_with_its_sender_a_notice_or_a_question_is_no_observation(
    text: str,
) -> None:
    assert verdict_of(text) == "generic"


def test_a_meeting_at_an_event_without_a_name_could_be_anybodys() -> None:
    assert verdict_of("It was great meeting you at the conference!") == "generic"
    assert verdict_of("It was great meeting you at EuroPython!") == "tailored"


@pytest.mark.parametrize(
    "text",
    [
        "Hi Odile, following up on the lock gate survey from Tuesday.",
        "Hi Odile, following up on our talk about how your winches\nfreeze in January.",
        "I'm curious to hear about your walk from Trieste to Ljubljana.",
        "The way you talked the skipper of the barge down on Friday saved the lock.",
    ],
)
def test_what_one_comes_back_to_may_be_told_in_plain_words(text: str) -> None:
    assert verdict_of(text) == "tailored"


def test_a_line_that_is_only_wrapped_goes_on() -> None:
    text = "I noticed that your timetable still gives the\nferry to Ousefleet as running in winter."

    assert (
        assess(text, channel=Channel.EMAIL).score
        == assess(text.replace("\n", " "), channel=Channel.EMAIL).score
    )


@pytest.mark.parametrize("title", ["St.", "Dr."])
def test_an_abbreviation_cuts_no_observation_short(title: str) -> None:
    text = f"I noticed that the choir of {title} Osyth rehearses beside your boiler."

    [seen] = assess(text, channel=Channel.EMAIL).present

    assert seen.words == text.removeprefix("I ").removesuffix(".")


def test_a_wish_to_learn_from_somebody_sells_nothing() -> None:
    text = "I'm interested in learning how you graft pears at Tarnbrook."

    assert verdict_of(text) == "tailored"


def test_an_apology_for_something_done_is_between_two_people() -> None:
    assert verdict_of("Danny, sorry I soaked you. How is the trumpet?") == "tailored"
    assert verdict_of("Sorry for the cold message. How is business?") == "generic"
