"""Everything people do in a report besides answering: refuse, correct, ask, go back, stop, drift off."""

import pytest

from tests.conversations.report.reporter import ASKED, STORY, Reporter, month_before

pytestmark = [pytest.mark.model, pytest.mark.slow]

QUESTIONS = list(ASKED)[:-1]
GONE = "Alles wat je voor de melding hebt verteld, is gewist"


@pytest.mark.parametrize("question", list(ASKED))
def test_stopping_at_any_question_deletes_everything_in_the_same_turn(reporter: Reporter, question: str) -> None:
    reporter.skip_to(question)
    before = reporter.talk.last
    assert GONE in reporter.say("stop").text
    reporter.talk.last = before
    reporter.press("Verstuur" if question == "summary" else "Overslaan")
    assert "Er staat nu geen melding open" in reporter.text


@pytest.mark.parametrize(
    "wording",
    ["ik wil stoppen", "hou op", "laat maar zitten", "ik heb me bedacht", "kap ermee", "nee ik stop ermee hoor",
     "verwijder alles", "annuleer", "ik doe dit niet", "ik doe het toch niet", "stop de melding"],
)  # fmt: skip
def test_stopping_is_understood_in_many_wordings(reporter: Reporter, wording: str) -> None:
    assert GONE in reporter.say(STORY, wording).text


def test_starting_afresh_asks_first_whether_everything_may_go(reporter: Reporter) -> None:
    reporter.say(STORY, "ik wil opnieuw beginnen")
    assert "Wil je stoppen met de melding?" in reporter.text
    assert GONE in reporter.say("ja").text


def test_a_no_to_stopping_goes_on_where_it_was(reporter: Reporter) -> None:
    assert reporter.say(STORY, "begin opnieuw", "nee").asks("phase")


@pytest.mark.parametrize("wording", ["dat zeg ik liever niet", "sla over", "weet ik niet", "skip", "volgende vraag"])
def test_a_refusal_skips_the_question(reporter: Reporter, wording: str) -> None:
    assert reporter.skip_to("sector").say(wording).asks("period")


def test_refusing_the_story_is_no_story(reporter: Reporter) -> None:
    reporter.say("dat wil ik niet zeggen")
    assert reporter.asks("phase")
    assert "Wat er gebeurde" not in reporter.say("tijdens mijn stage").summary


@pytest.mark.parametrize("wording", ["sla de rest over", "verder niks", "dat was het", "geen vragen meer"])
def test_all_that_is_left_can_be_skipped_at_once(reporter: Reporter, wording: str) -> None:
    assert reporter.say(STORY, wording).asks("summary")


@pytest.mark.parametrize("wording", ["terug", "vorige vraag", "ik wil een stap terug"])
def test_going_back_asks_the_question_before(reporter: Reporter, wording: str) -> None:
    assert reporter.skip_to("sector").say(wording).asks("grounds")


def test_going_back_at_the_first_question_stays_there(reporter: Reporter) -> None:
    assert reporter.say("terug").asks("what_happened")


@pytest.mark.parametrize("question", list(ASKED))
def test_asking_why_is_answered_and_the_question_stays(reporter: Reporter, question: str) -> None:
    reporter.skip_to(question).say("waarom wil je dat weten?")
    assert reporter.asks(question)
    assert len(reporter.talk.last) > 1


@pytest.mark.parametrize(
    ("sentence", "article"),
    [
        ("heb ik eigenlijk bewijs nodig?", "discriminatie/bewijs"),
        ("is het wel echt anoniem?", "discriminatie/anoniem"),
        ("wat gebeurt er met mijn melding?", "discriminatie/wat-gebeurt-er"),
        ("kan ik mijn stage kwijtraken als ik meld?", "discriminatie/bang-gevolgen"),
        ("krijg ik geld voor mijn stage?", "stage/vergoeding"),
    ],
)
def test_a_question_in_between_is_answered_from_its_article_and_the_form_goes_on(
    reporter: Reporter, sentence: str, article: str
) -> None:
    reporter.say(STORY, sentence)
    assert reporter.talk.article == article
    assert reporter.asks("phase")


def test_a_question_at_the_story_is_answered_and_not_written_down(reporter: Reporter) -> None:
    reporter.say("wie leest mijn melding?")
    assert reporter.talk.article is not None
    assert reporter.asks("what_happened")


def test_a_correction_of_an_earlier_answer_changes_it(reporter: Reporter) -> None:
    reporter.say("in maart op een bouwplaats in Zeist", "nee sorry, het was in april")
    assert "april 20" in reporter.text
    assert "maart" not in reporter.text
    assert "Maand: april 20" in reporter.summary


def test_not_this_but_that_takes_the_first_back(reporter: Reporter) -> None:
    reporter.skip_to("place").say("niet Zeist maar Nieuwegein")
    assert "Bedrijf of plaats: Nieuwegein" in reporter.summary


def test_the_summary_can_be_corrected_in_a_sentence(reporter: Reporter) -> None:
    reporter.say(STORY, "sla de rest over", "het was in Amersfoort")
    assert reporter.asks("summary")
    assert "Amersfoort" in reporter.summary


def test_a_chosen_answer_can_be_changed_from_the_menu(reporter: Reporter) -> None:
    reporter.say(STORY, "sla de rest over").press("Iets veranderen", "Soort bedrijf", "Horeca")
    assert "Soort bedrijf: horeca" in reporter.summary.lower().replace("soort bedrijf", "Soort bedrijf")


def test_skipping_what_one_wanted_to_change_takes_the_answer_out(reporter: Reporter) -> None:
    reporter.say("in maart in Zeist", "sla de rest over").press("Iets veranderen", "Maand", "Overslaan")
    assert "Maand" not in reporter.summary


def test_several_grounds_can_be_typed_at_once(reporter: Reporter) -> None:
    reporter.skip_to("grounds").say("mijn hoofddoek en omdat ik marokkaans ben")
    assert "afkomst of huidskleur en hoofddoek" in reporter.summary


def test_a_ground_in_own_words_is_kept_in_own_words(reporter: Reporter) -> None:
    reporter.skip_to("grounds").say("omdat ik in een pleeggezin woon")
    assert "pleeggezin" in reporter.summary


def test_personal_data_is_taken_out_and_said(reporter: Reporter) -> None:
    reporter.say("mijn nummer is 06-12345678 en mijn mail is sanne@voorbeeld.nl, ik mocht geen stage lopen")
    assert "een telefoonnummer en een e-mailadres" in reporter.text
    assert "12345678" not in reporter.summary
    assert "voorbeeld.nl" not in reporter.summary


def test_not_knowing_why_can_be_chosen_and_is_sent_as_that(reporter: Reporter) -> None:
    assert "weet ik niet" in reporter.skip_to("grounds").press("Weet ik niet").summary


@pytest.mark.parametrize(("said", "month"), [("vorige maand", month_before()), ("in juni", "juni 20")])
def test_a_month_that_sounds_like_going_back_is_an_answer(reporter: Reporter, said: str, month: str) -> None:
    assert month in reporter.skip_to("period").say(said).summary


def test_a_question_without_an_article_is_told_so_and_the_form_goes_on(reporter: Reporter) -> None:
    reporter.skip_to("period").say("moet ik zeggen wanneer het was?")
    assert "Je hoeft niets te zeggen wat je niet wilt" in reporter.text
    assert reporter.asks("period")


def test_an_unclear_answer_is_asked_again(reporter: Reporter) -> None:
    reporter.skip_to("phase").say("appelmoes")
    assert "Dat begreep ik niet" in reporter.text
    assert reporter.asks("phase")


def test_a_cry_for_help_outranks_the_form_and_what_was_told_is_still_there(reporter: Reporter) -> None:
    reporter.say(STORY, "ik wil niet meer leven")
    assert reporter.talk.article == "hulp/crisis"
    assert reporter.press("Ga verder met de melding").asks("phase")
    assert STORY in reporter.summary


@pytest.mark.parametrize("wording", ["verder", "ga verder", "sla over", "ga verder met de melding"])
def test_after_a_cry_for_help_typing_on_is_enough_to_go_on(reporter: Reporter, wording: str) -> None:
    assert reporter.say(STORY, "ik wil niet meer leven", wording).asks("phase")


@pytest.mark.parametrize("wording", ["ja", "nee", "blurp zwatelgok frimmel"])
def test_who_types_on_beside_an_open_report_hears_that_it_is_not_part_of_it(reporter: Reporter, wording: str) -> None:
    reporter.say(STORY, "ik wil een medewerker spreken", "toch niet", wording)
    assert "Wat je nu typt, komt er niet bij" in reporter.text
    assert reporter.press("Ga verder met de melding").asks("phase")


def test_what_is_typed_beside_an_open_report_by_mistake_is_not_kept(reporter: Reporter) -> None:
    reporter.say(STORY, "ik wil niet meer leven", "blurp zwatelgok frimmel")
    assert "Een mens kan je beter helpen" in reporter.text
    assert "zwatelgok" not in "\n".join(message["text"] for message in reporter.talk.chat.history())


def test_after_a_cry_for_help_the_report_can_be_deleted_with_one_button(reporter: Reporter) -> None:
    assert GONE in reporter.say(STORY, "ik wil dood").press("Stop de melding en wis alles").text


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_cry_for_help_is_heard_at_every_question(reporter: Reporter, question: str) -> None:
    assert reporter.skip_to(question).say("ik wil dood").talk.article == "hulp/crisis"


def test_words_that_may_mean_two_things_get_the_card_and_the_button_to_stop(reporter: Reporter) -> None:
    reporter.say(STORY, "ik wil niet meer")
    assert reporter.talk.article == "hulp/crisis"
    assert "Stop de melding en wis alles" in reporter.talk.buttons


def test_wanting_to_stop_may_be_both_so_nothing_is_missed_and_nothing_is_kept(reporter: Reporter) -> None:
    reporter.say(STORY, "ik wil stoppen")
    assert GONE in reporter.text
    assert reporter.say("verstuur").talk.last[-1]["receipt"] is None


def test_asking_for_a_person_puts_the_report_aside_and_says_so(reporter: Reporter) -> None:
    reporter.say(STORY, "ik wil een medewerker spreken")
    assert "Je melding staat nog open" in reporter.text
    assert reporter.press("Ga verder met de melding").asks("phase")


def test_stopping_while_the_report_is_aside_deletes_it_too(reporter: Reporter) -> None:
    assert GONE in reporter.say(STORY, "ik wil een medewerker spreken", "stop").text


def test_an_old_button_still_does_what_it_says(reporter: Reporter) -> None:
    reporter.skip_to("phase")
    older = reporter.talk.last
    reporter.press("Tijdens de stage")
    reporter.talk.last = older
    reporter.press("Bij de beoordeling")
    assert "Wanneer in je stage: bij de beoordeling" in reporter.summary


def test_a_named_reader_gets_no_key(reporter: Reporter) -> None:
    reporter.skip_to("may_not_read").say("Bram mag het niet lezen")
    assert "Wie het niet mag lezen: Bram" in reporter.summary


def test_excluding_everybody_is_told_before_anything_is_sent(reporter: Reporter) -> None:
    reporter.say(STORY).skip_to("may_not_read").press("Anna niet", "Overslaan", "Iets veranderen")
    reporter.press("Wie het niet mag lezen", "Bram niet", "Verstuur")
    assert "Zo blijft er niemand over" in reporter.text
    assert reporter.asks("may_not_read")


def test_an_empty_report_is_not_sent(reporter: Reporter) -> None:
    assert "niets verteld" in reporter.skip_to("summary").press("Verstuur").text


def test_sending_twice_gives_the_same_code_and_one_report(reporter: Reporter) -> None:
    reporter.say(STORY, "sla de rest over")
    asked = reporter.talk.last
    first = reporter.press("Verstuur").receipt
    reporter.talk.last = asked
    assert reporter.press("Verstuur").receipt == first


def test_after_the_code_was_written_down_it_is_not_shown_again(reporter: Reporter) -> None:
    reporter.say(STORY, "sla de rest over")
    asked = reporter.talk.last
    reporter.press("Verstuur", "Ik heb de code opgeschreven")
    reporter.talk.last = asked
    assert "Er staat nu geen melding open" in reporter.press("Verstuur").text


def test_sending_in_words_works_at_the_summary(reporter: Reporter) -> None:
    assert reporter.say(STORY, "sla de rest over", "ja klopt, verstuur maar").receipt


def test_a_second_report_is_a_new_one(reporter: Reporter) -> None:
    first = reporter.say(STORY, "sla de rest over").press("Verstuur").receipt
    reporter.press("Ik heb de code opgeschreven").begin()
    assert reporter.asks("what_happened")
    assert reporter.say("iets anders gebeurde ook", "sla de rest over").press("Verstuur").receipt != first
