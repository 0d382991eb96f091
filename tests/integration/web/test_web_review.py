"""Questions without a good answer reach the desk's review queue, masked and sealed; what is private never does."""

import gc
from pathlib import Path

import pytest

from connectors.conversations.message import Message
from desk.accounts.roles import Role
from desk.accounts.unlocking import Unlocked, choose_password
from desk.intake.questions import Reason
from desk.review.question import ReviewQuestion
from desk.review.reading import count_open, list_questions
from tests.support.office import Office
from tests.support.site import Chat, Site, eventually, files_with

CANARY = "kanarie-9917"


@pytest.fixture
def editor(office: Office) -> Unlocked:
    """Someone who may read the queue."""
    reader = office.desk.reader("eva", Role.EDITOR)
    return choose_password(office.desk.desk, reader, "paard batterij nietje").unlocked


def kept(office: Office, editor: Unlocked, number: int = 1) -> list[ReviewQuestion]:
    """The questions, once this many are there."""
    assert eventually(lambda: count_open(office.desk.desk) == number, 20)
    return list(list_questions(office.desk.desk, editor))


def nothing_more(office: Office, chat: Chat, editor: Unlocked) -> list[str]:
    """What is kept after a marker of which we know that it is kept comes last: all before it was decided by then."""
    after = office.site.begin()
    after.say("het laatste snap je niet")
    assert eventually(lambda: any("het laatste" in q.text for q in list_questions(office.desk.desk, editor)), 20)
    return [q.text for q in list_questions(office.desk.desk, editor) if "het laatste" not in q.text]


@pytest.mark.parametrize(
    ("ending", "reason"),
    [
        ("snap je niet", Reason.UNANSWERED),
        ("kan twee dingen zijn", Reason.ASKED_BACK),
        ("hoort hier niet", Reason.OUT_OF_SCOPE),
    ],
)
def test_a_question_without_an_answer_is_kept_for_the_editors(
    office: Office, editor: Unlocked, ending: str, reason: Reason
) -> None:
    office.site.begin().say(f"wat mijn baas Soufiane Haddou bedoelt {ending}")
    [question] = kept(office, editor)
    assert question.text == f"wat mijn baas [naam] bedoelt {ending}"
    assert (question.reason, question.answered_with, question.removed) == (reason, None, ("name",))


def test_once_handed_in_nothing_of_the_conversation_stays_in_memory(office: Office, editor: Unlocked) -> None:
    office.site.begin().say(f"wat {CANARY} bedoelt snap je niet")
    kept(office, editor)
    assert eventually(lambda: not any(type(one) is Message and CANARY in one.text for one in gc.get_objects()), 20)


def test_a_thumb_down_brings_the_question_with_the_article_that_answered_it(office: Office, editor: Unlocked) -> None:
    chat = office.site.begin()
    [answer] = chat.say("ik ben Fatima Bouali en vraag over vergoeding")
    assert chat.rate(answer["id"], True).status_code == 204
    assert chat.rate(answer["id"], False).status_code == 204
    [second] = chat.say("nog iets over vergoeding")
    assert chat.rate(second["id"], False).status_code == 204
    [question] = kept(office, editor)
    assert question.text == "nog iets over vergoeding"
    assert (question.reason, question.answered_with) == (Reason.NOT_HELPFUL, "stage/vergoeding")


def test_a_button_is_no_question(office: Office, editor: Unlocked) -> None:
    chat = office.site.begin()
    [choices] = chat.say("keuze")
    [answer] = chat.click(choices["buttons"][0]["payload"])
    chat.rate(answer["id"], False)
    assert nothing_more(office, chat, editor) == ["keuze"]


@pytest.mark.parametrize("private", ["nood", "ik ben uitgescholden voor het meldformulier", "mens"])
def test_nothing_is_kept_of_who_was_in_need_reported_or_spoke_with_a_person(
    office: Office, editor: Unlocked, private: str
) -> None:
    chat = office.site.begin()
    chat.say(private)
    chat.say(f"{CANARY} snap je niet")
    assert nothing_more(office, chat, editor) == []


def test_what_was_deleted_at_once_is_not_kept(office: Office, editor: Unlocked) -> None:
    chat = office.site.begin()
    queue = office.site.house.review
    chat.delete()
    assert chat.post(text=f"{CANARY} snap je niet").status_code == 404
    assert queue.waiting.empty()
    assert nothing_more(office, chat, editor) == []


def test_the_words_stand_nowhere_in_the_clear(office: Office, editor: Unlocked, tmp_path: Path) -> None:
    office.site.begin().say(f"{CANARY} van Soufiane Haddou snap je niet")
    [question] = kept(office, editor)
    assert CANARY in question.text
    for words in (CANARY, "Soufiane", "Haddou"):
        assert files_with(tmp_path, words) == []


def test_a_desk_that_is_away_breaks_no_turn_and_nothing_is_kept_elsewhere(own_site: Site, tmp_path: Path) -> None:
    (tmp_path / "data" / "desk.sqlite3").mkdir()
    chat = own_site.begin()
    [answer] = chat.say(f"{CANARY} snap je niet")
    assert answer["kind"] == "fallback"
    assert eventually(own_site.house.review.waiting.empty)
    assert chat.say("vergoeding")[0]["kind"] == "answer"
    assert files_with(tmp_path, CANARY) == []
