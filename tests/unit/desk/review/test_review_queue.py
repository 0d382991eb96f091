"""Questions for review: masked, sealed to who may read them, gone in time, and nowhere in the clear."""

from datetime import timedelta
from pathlib import Path

import pytest
import structlog
from sqlalchemy import select, update
from structlog.testing import capture_logs

from desk.accounts.account import switch_off
from desk.accounts.roles import Role
from desk.accounts.unlocking import Unlocked, choose_password
from desk.audit import verify_audit
from desk.clock import day_of
from desk.errors import (
    InvalidVerdictError,
    NoReviewKeyError,
    NotAReviewerError,
    QuestionGoneError,
    WrongKeyError,
)
from desk.intake import questions
from desk.intake.questions import Reason, keep_question
from desk.jobs.__main__ import run_jobs
from desk.review.question import Verdict
from desk.review.reading import (
    count_open,
    forget_questions,
    list_questions,
    open_question,
    questions_per_day,
    settle_question,
    settled_questions,
)
from desk.store.tables import AuditRow, QuestionRow, ReviewKeyRow, ReviewWrapRow
from tests.support.desk_house import DeskHouse, files_with

ASKED = "mijn baas Soufiane Haddou zegt dat kanarie-vraag-5512 niet mag, bel 06-48213377"


def editor(house: DeskHouse, name: str = "eva", role: Role = Role.EDITOR) -> Unlocked:
    """Someone who chose a password."""
    return choose_password(house.desk, house.reader(name, role), f"paard batterij {name}").unlocked


def ask(house: DeskHouse, text: str = ASKED, reason: Reason = Reason.UNANSWERED) -> bool:
    return keep_question(house.desk, text, None, reason)


def texts(house: DeskHouse, reader: Unlocked) -> list[str]:
    return [question.text for question in list_questions(house.desk, reader)]


def test_a_question_reaches_the_editor_without_what_gives_someone_away(house: DeskHouse) -> None:
    reader = editor(house)
    assert keep_question(house.desk, ASKED, "stage/rechten", Reason.NOT_HELPFUL)
    (question,) = list_questions(house.desk, reader)
    assert question.text == "mijn baas [naam] zegt dat kanarie-vraag-5512 niet mag, bel [telefoonnummer]"
    assert question.removed == ("name", "phone")
    assert (question.reason, question.answered_with) == (Reason.NOT_HELPFUL, "stage/rechten")
    assert question.on_day == day_of(house.clock())
    assert open_question(house.desk, reader, question.id) == question
    assert "kanarie" not in repr(question)


def test_before_anyone_could_read_it_a_question_is_counted_and_not_kept(house: DeskHouse) -> None:
    house.reader("anna")
    assert not ask(house)
    assert not ask(house)
    assert count_open(house.desk) == 0
    assert questions_per_day(house.desk) == {(day_of(house.clock()), Reason.UNANSWERED): 2}
    reader = editor(house)
    assert ask(house)
    assert len(texts(house, reader)) == 1


def test_a_new_colleague_reads_along_once_a_holder_looked(house: DeskHouse) -> None:
    eva = editor(house)
    ask(house)
    carla = editor(house, "carla", Role.COUNSELLOR)
    with pytest.raises(NoReviewKeyError):
        list_questions(house.desk, carla)
    before = texts(house, eva)
    assert texts(house, carla) == before


def test_an_account_that_still_has_its_one_time_password_gets_no_key(house: DeskHouse) -> None:
    eva, fresh = editor(house), house.reader("fresh", Role.EDITOR)
    list_questions(house.desk, eva)
    with pytest.raises(NoReviewKeyError):
        list_questions(house.desk, fresh)


@pytest.mark.parametrize("role", [Role.ADMIN, Role.ANALYST, Role.COORDINATOR])
def test_other_roles_get_no_key_and_read_nothing(house: DeskHouse, role: Role) -> None:
    eva, other = editor(house), editor(house, "other", role)
    ask(house)
    list_questions(house.desk, eva)
    with pytest.raises(NotAReviewerError):
        list_questions(house.desk, other)


def test_a_new_password_takes_the_questions_along_and_ends_the_old_key(house: DeskHouse) -> None:
    eva = editor(house)
    ask(house)
    again = choose_password(house.desk, eva, "heel ander wachtwoord").unlocked
    assert len(texts(house, again)) == 1
    with pytest.raises(WrongKeyError):
        list_questions(house.desk, eva)


def test_who_is_switched_off_reads_nothing_and_loses_the_key(house: DeskHouse) -> None:
    eva, carla = editor(house), editor(house, "carla", Role.COUNSELLOR)
    list_questions(house.desk, eva)
    switch_off(house.desk, "carla@desk.example")
    with pytest.raises(NotAReviewerError):
        list_questions(house.desk, carla)
    list_questions(house.desk, eva)
    with house.desk.store.reading() as session:
        assert list(session.scalars(select(ReviewWrapRow.account_id))) == [eva.account_id]


def test_when_nobody_holds_the_key_any_more_the_next_one_begins_anew(house: DeskHouse) -> None:
    editor(house)
    ask(house)
    with house.desk.store.reading() as session:
        old = session.scalars(select(ReviewKeyRow.public_key)).one()
    switch_off(house.desk, "eva@desk.example")
    carla = editor(house, "carla", Role.COUNSELLOR)
    assert texts(house, carla) == []
    with house.desk.store.reading() as session:
        assert session.scalars(select(ReviewKeyRow.public_key)).one() != old
    assert ask(house)
    assert len(texts(house, carla)) == 1


def test_a_topic_stays_for_learning_and_a_dismissed_question_goes_at_once(house: DeskHouse) -> None:
    reader = editor(house)
    for text in ("wat verdien ik", "mag ik naar huis", "hoe laat is het"):
        ask(house, text)
    ids = {question.text: question.id for question in list_questions(house.desk, reader)}
    settle_question(house.desk, reader, ids["wat verdien ik"], Verdict.TOPIC, "stage/vergoeding")
    settle_question(house.desk, reader, ids["hoe laat is het"], Verdict.OUT_OF_AREA)
    settle_question(house.desk, reader, ids["mag ik naar huis"], Verdict.DISMISSED)
    assert count_open(house.desk) == 0
    learned = settled_questions(house.desk, reader)
    assert {(one.text, one.verdict, one.topic) for one in learned} == {
        ("wat verdien ik", Verdict.TOPIC, "stage/vergoeding"),
        ("hoe laat is het", Verdict.OUT_OF_AREA, None),
    }
    with pytest.raises(QuestionGoneError):
        open_question(house.desk, reader, ids["mag ik naar huis"])
    assert forget_questions(house.desk, reader, [one.id for one in learned]) == 2
    assert settled_questions(house.desk, reader) == ()


@pytest.mark.parametrize(
    ("verdict", "topic"),
    [
        (Verdict.TOPIC, None),
        (Verdict.DISMISSED, "stage/vergoeding"),
        (Verdict.TOPIC, "Jan de Vries"),
        (Verdict.TOPIC, ""),
    ],
)
def test_a_verdict_without_its_topic_is_refused(house: DeskHouse, verdict: Verdict, topic: str | None) -> None:
    reader = editor(house)
    ask(house)
    (question,) = list_questions(house.desk, reader)
    with pytest.raises(InvalidVerdictError):
        settle_question(house.desk, reader, question.id, verdict, topic)
    assert count_open(house.desk) == 1


def test_no_more_are_kept_than_can_be_looked_at(house: DeskHouse, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(questions, "MOST_KEPT", 3)
    reader = editor(house)
    for day in range(5):
        ask(house, f"vraag van dag {day}")
        house.clock.pass_by(days=1)
    assert sorted(texts(house, reader)) == [f"vraag van dag {day}" for day in (2, 3, 4)]


def test_after_ninety_days_nothing_is_left_in_any_file(house: DeskHouse, tmp_path: Path) -> None:
    editor(house)
    ask(house)
    with house.desk.store.reading() as session:
        row = session.scalars(select(QuestionRow)).one()
    pieces = [row.sealed[:48], row.sealed[-48:], row.wrapped_key[:48]]
    assert len(files_with(tmp_path, *pieces)) > 0
    house.clock.pass_by(days=89)
    assert run_jobs(house.desk, "retention")
    assert count_open(house.desk) == 1
    house.clock.pass_by(days=1)
    assert run_jobs(house.desk, "retention")
    assert count_open(house.desk) == 0
    assert questions_per_day(house.desk) == {}
    assert files_with(tmp_path, *pieces) == []


def test_the_words_stand_nowhere_in_the_clear(
    house: DeskHouse, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    structlog.reset_defaults()
    with capture_logs() as logged:
        reader = editor(house)
        ask(house)
        (question,) = list_questions(house.desk, reader)
        settle_question(house.desk, reader, question.id, Verdict.TOPIC, "stage/rechten")
    words = ["kanarie-vraag-5512", "Soufiane", "Haddou", "48213377"]
    printed = "".join(capfd.readouterr())
    assert [word for word in words if word in f"{logged} {printed}"] == []
    assert files_with(tmp_path, *[word.encode() for word in words]) == []


def test_every_size_of_question_looks_the_same(house: DeskHouse) -> None:
    editor(house)
    ask(house, "hoi")
    ask(house, "een veel langere vraag " * 60)
    with house.desk.store.reading() as session:
        assert len({len(sealed) for sealed in session.scalars(select(QuestionRow.sealed))}) == 1


def test_a_damaged_question_does_not_hide_the_others(house: DeskHouse) -> None:
    reader = editor(house)
    ask(house, "hele vraag")
    ask(house, "kapotte vraag")
    damaged = next(one for one in list_questions(house.desk, reader) if one.text == "kapotte vraag")
    with house.desk.store.writing() as session:
        session.execute(
            update(QuestionRow).where(QuestionRow.id == damaged.id).values(on_day=damaged.on_day - timedelta(1))
        )
    assert texts(house, reader) == ["hele vraag"]


def test_every_look_is_in_the_audit_log(house: DeskHouse) -> None:
    reader = editor(house)
    ask(house)
    (question,) = list_questions(house.desk, reader)
    settle_question(house.desk, reader, question.id, Verdict.DISMISSED)
    with house.desk.store.reading() as session:
        verify_audit(session, house.desk.pepper)
        mine = session.execute(select(AuditRow.action, AuditRow.subject).where(AuditRow.actor == reader.account_id))
        assert [tuple(row) for row in mine][-2:] == [("questions_read", None), ("question_dismissed", question.id)]
