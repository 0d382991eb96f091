"""Sentences to learn from: a reviewer edits a masked question until it is about nobody, and gives it a place.

Saving deletes the question. What is saved waits in plain for `make desk-export`: it is meant for a public file, so
it is masked once more, and what the masker still finds must be taken out or looked at by a person.
"""

import re
import secrets
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from desk.accounts.unlocking import Unlocked
from desk.audit import append_audit
from desk.clock import day_of
from desk.desk import Desk
from desk.errors import BracketsLeftError, EmptyTextError, PersonalTextError, TextTooLongError, UnknownTopicError
from desk.intake.masking import mask
from desk.review.question import Verdict
from desk.review.reading import forget_questions, open_question, settle_question
from desk.store.learning_tables import LessonRow
from desk.topics import TopicName

LONGEST = 300
# Where the masker took something out; and marks that mean something else in training data.
BRACKETS = re.compile(r"[\[\]{}]")


class Use(StrEnum):
    """What a sentence is for: to learn from, or to measure with. Never both."""

    TRAIN = "train"
    TEST = "test"


@dataclass(frozen=True, slots=True)
class Lesson:
    """A sentence and the article it asks for; `None`: not for this assistant."""

    use: Use
    topic: str | None
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class SavedLesson:
    """A lesson that waits for the next export."""

    id: str
    lesson: Lesson
    on_day: date


def save_lesson(
    desk: Desk, reader: Unlocked, question_id: str, lesson: Lesson, topics: tuple[TopicName, ...], *, looked: bool
) -> None:
    """Keep a sentence and delete its question. `looked`: a person says that what the masker finds is about nobody.

    Raise `EmptyTextError`, `TextTooLongError` (over 300), `BracketsLeftError`, `PersonalTextError`,
    `UnknownTopicError`, and what `open_question` raises.
    """
    text = checked_sentence(lesson.text)
    if lesson.topic is not None and lesson.topic not in {topic.id for topic in topics}:
        raise UnknownTopicError
    if not looked and mask(text).kinds:
        raise PersonalTextError
    open_question(desk, reader, question_id)
    today = day_of(desk.clock())
    with desk.store.writing() as session:
        row = LessonRow(id=secrets.token_urlsafe(16), use=lesson.use, topic=lesson.topic, text=text, on_day=today)
        session.add(row)
        append_audit(session, desk.pepper, desk.clock(), reader.account_id, f"lesson_{lesson.use}", None)
    forget_questions(desk, reader, [question_id])


def set_aside(desk: Desk, reader: Unlocked, question_id: str) -> None:
    """Delete a question that teaches nothing; raises as `settle_question` does."""
    settle_question(desk, reader, question_id, Verdict.DISMISSED)


def saved_lessons(session: Session) -> tuple[SavedLesson, ...]:
    """Return what waits for the next export, in a fixed order."""
    rows = session.scalars(select(LessonRow).order_by(LessonRow.topic, LessonRow.text, LessonRow.id))
    return tuple(SavedLesson(row.id, Lesson(Use(row.use), row.topic, row.text), row.on_day) for row in rows)


def drop_lesson(desk: Desk, reader: Unlocked, lesson_id: str) -> None:
    """Take a saved sentence back; does nothing when it is gone already."""
    with desk.store.writing() as session:
        session.execute(delete(LessonRow).where(LessonRow.id == lesson_id))
        append_audit(session, desk.pepper, desk.clock(), reader.account_id, "lesson_dropped", None)


def checked_sentence(text: str) -> str:
    """Return the sentence on one line; raise `EmptyTextError`, `TextTooLongError`, `BracketsLeftError`."""
    line = " ".join(text.split()).lstrip("/- ")
    if not line:
        raise EmptyTextError
    if len(line) > LONGEST:
        raise TextTooLongError
    if BRACKETS.search(line):
        raise BracketsLeftError
    return line
