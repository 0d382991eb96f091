"""The anonymous report from the first question to the code."""

import pytest

from desk.accounts.unlocking import Unlocked
from desk.cases.casework import list_cases, open_case
from desk.desk import Desk
from desk.intake.reports import Intake, ReportDocument, Status
from tests.conversations.report.reporter import ASKED, STORY, Reporter
from tests.support.assistant import Talk

pytestmark = [pytest.mark.model, pytest.mark.slow]


def test_before_the_first_question_it_says_who_reads_it_and_what_anonymous_does_not_cover(reporter: Reporter) -> None:
    said = reporter.text
    for promise in ("Anna", "Bram", "anoniem", "laptop van school", "vier minuten", "overslaan", "stop", "chatbot"):
        assert promise in said
    assert reporter.asks("what_happened")


def test_every_question_with_buttons_from_the_story_to_the_code(
    reporter: Reporter, desk: Desk, counsellors: dict[str, Unlocked]
) -> None:
    reporter.say("ze zeiden dat mensen zoals ik niet passen").press("Tijdens de stage")
    reporter.press("Afkomst of huidskleur", "Geloof", "Verder", "Techniek").say("maart 2026")
    reporter.press("mbo niveau 3").say("Utrecht").press("Mijn eigen school niet", "Advies")
    for line in ("tijdens de stage", "afkomst of huidskleur en geloof", "maart 2026", "Utrecht", "advies"):
        assert line in reporter.summary
    receipt = reporter.press("Verstuur").receipt
    for_anna = {case.id for case in list_cases(desk, counsellors["Anna"].account_id)}
    (hidden_from_bram,) = for_anna - {case.id for case in list_cases(desk, counsellors["Bram"].account_id)}
    document = open_case(desk, counsellors["Anna"], hidden_from_bram).document
    assert isinstance(document, ReportDocument)
    assert document.what_happened == "ze zeiden dat mensen zoals ik niet passen"
    assert document.may_not_read.own_school
    assert Intake(desk).receipt_status(receipt).status is Status.READ


def test_after_the_code_it_says_what_happens_and_where_else_one_can_report(reporter: Reporter) -> None:
    reporter.say(STORY).say("sla de rest over").press("Verstuur", "Ik heb de code opgeschreven")
    assert "Een medewerker leest je melding" in reporter.text
    assert "90 dagen" in reporter.text
    reporter.press("Ja, waar dan?")
    for place in ("s-bb.nl", "0800-0880", "College voor de Rechten van de Mens", "school"):
        assert place in reporter.text


def test_the_code_is_shown_once_and_not_after_a_reload(reporter: Reporter) -> None:
    receipt = reporter.say(STORY).say("sla de rest over").press("Verstuur").receipt
    again = "\n".join(message["text"] for message in reporter.talk.chat.history())
    assert receipt not in again
    assert STORY not in again
    assert all(message["receipt"] is None for message in reporter.talk.chat.history())


def test_one_sentence_fills_several_questions_at_once(reporter: Reporter) -> None:
    reporter.say("In maart zei een installatiebedrijf in Nieuwegein bij het gesprek dat ik geen hoofddoek mocht dragen")
    for fact in ("maart 20", "Nieuwegein", "hoofddoek", "bouw en installatie", "tijdens een gesprek"):
        assert fact in reporter.text
    assert reporter.asks("study")


def test_every_question_can_be_skipped_in_its_own_turn(reporter: Reporter) -> None:
    for question in list(ASKED)[:-1]:
        assert reporter.asks(question), (question, reporter.text)
        reporter.press("Overslaan")
    assert reporter.asks("summary")


def test_a_bare_yes_to_an_answer_that_offers_it_begins_the_report(talk: Talk, counsellors: dict[str, Unlocked]) -> None:
    assert counsellors
    talk.say("waar kan ik stagediscriminatie melden")
    talk.say("ja graag")
    assert Reporter(talk).asks("what_happened")


def test_a_bare_yes_to_another_answer_begins_nothing(talk: Talk, counsellors: dict[str, Unlocked]) -> None:
    assert counsellors
    talk.say("krijg ik een stagevergoeding?")
    talk.say("ja graag")
    assert not any(words in talk.text for words in ASKED.values())
