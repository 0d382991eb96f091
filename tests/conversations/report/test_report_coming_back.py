"""Coming back to a report in chat, with the sixteen digits and without giving up anonymity."""

import pytest

from desk.accounts.unlocking import Unlocked
from desk.cases.casework import list_cases, reply
from desk.desk import Desk
from desk.intake.reports import Intake, ReportDocument, new_submission_id
from tests.conversations.report.reporter import STORY, Reporter
from tests.support.assistant import Assistant

pytestmark = [pytest.mark.model, pytest.mark.slow]

ANSWER = "Wat naar dat dit gebeurde. Wat zou je graag willen?"
BACK = "Ik wil graag weten wat ik nu kan doen"


@pytest.fixture
def receipt(desk: Desk, counsellors: dict[str, Unlocked]) -> str:
    """The code of a report that was filed just now."""
    assert counsellors
    return Intake(desk).file_report(ReportDocument(what_happened=STORY), new_submission_id())


@pytest.fixture
def visitor(assistant: Assistant) -> Reporter:
    """Somebody who pressed "Ik heb een code"."""
    visitor = Reporter(assistant.talk())
    return visitor.say("hoe staat het met mijn melding?").press("Ik heb een code")


def test_the_code_shows_how_it_stands_and_the_answer(
    visitor: Reporter, receipt: str, desk: Desk, counsellors: dict[str, Unlocked]
) -> None:
    newest = max(list_cases(desk, counsellors["Anna"].account_id), key=lambda case: (case.unseen, case.filed_on))
    reply(desk, counsellors["Anna"], newest.id, ANSWER)
    shown = visitor.say(receipt).text
    assert "je melding is verstuurd" in shown
    assert STORY not in shown


def test_a_reporter_writes_back_and_reads_it_with_the_code(visitor: Reporter, receipt: str, desk: Desk) -> None:
    visitor.say(receipt).press("Schrijf terug").say(BACK)
    assert "Je bericht is verstuurd" in visitor.text
    assert [one.text for one in Intake(desk).receipt_status(receipt).messages] == [BACK]


def test_a_question_is_a_message_when_a_message_is_asked_for(visitor: Reporter, receipt: str, desk: Desk) -> None:
    visitor.say(receipt).press("Schrijf terug").say("wat gebeurt er nu")
    assert [one.text for one in Intake(desk).receipt_status(receipt).messages] == ["wat gebeurt er nu"]


def test_a_report_is_taken_back_after_a_question(visitor: Reporter, receipt: str) -> None:
    visitor.say(receipt).press("Trek de melding in", "Nee, laat staan", "Trek de melding in", "Ja, wis alles")
    assert "Alles is gewist" in visitor.text
    visitor.say("hoe staat het met mijn melding?").press("Ik heb een code")
    assert "Deze code ken ik niet" in visitor.say(receipt).text


@pytest.mark.parametrize("written", ["{0}{1}{2}{3}", "{0}-{1}-{2}-{3}", "mijn code is {0} {1} {2} {3}"])
def test_a_code_is_understood_however_it_is_written(visitor: Reporter, receipt: str, written: str) -> None:
    assert "je melding is verstuurd" in visitor.say(written.format(*receipt.split())).text


def test_an_unknown_code_and_no_code_are_told_kindly(visitor: Reporter) -> None:
    assert "Deze code ken ik niet" in visitor.say("1234 5678 9012 3456").text
    assert "Dat is geen code van 16 cijfers" in visitor.say("1234").text
    assert "Wat is je code?" in visitor.text


def test_the_own_code_is_not_sent_along(visitor: Reporter, receipt: str, desk: Desk) -> None:
    visitor.say(receipt).press("Schrijf terug").say(f"jullie kunnen me vinden met {receipt} toch")
    assert "Typ je bericht zonder de code" in visitor.text
    assert Intake(desk).receipt_status(receipt).messages == ()


def test_code_and_messages_are_not_kept_in_the_conversation(visitor: Reporter, receipt: str) -> None:
    visitor.say(receipt).press("Schrijf terug").say(BACK)
    again = "\n".join(message["text"] for message in visitor.talk.chat.history())
    assert receipt not in again
    assert BACK not in again


def test_a_code_typed_anywhere_is_not_kept_and_the_way_is_shown(assistant: Assistant, receipt: str) -> None:
    stranger = Reporter(assistant.talk()).say(receipt)
    assert "Is dit de code van een melding?" in stranger.text
    assert receipt not in "\n".join(message["text"] for message in stranger.talk.chat.history())
    assert "Wat is je code?" in stranger.press("Ik heb een code").text


def test_done_forgets_the_code(visitor: Reporter, receipt: str) -> None:
    visitor.say(receipt)
    shown = visitor.talk.last
    assert "Ik ben je code weer vergeten" in visitor.press("Klaar").text
    visitor.talk.last = shown
    assert "Je bekijkt nu geen melding" in visitor.press("Schrijf terug").text


def test_a_cry_for_help_is_heard_while_reading(visitor: Reporter, receipt: str) -> None:
    assert visitor.say(receipt, "ik wil dood").talk.article == "hulp/crisis"
