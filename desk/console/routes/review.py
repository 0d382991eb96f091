"""Questions that got no good answer: read them, edit them, and choose what the assistant may learn."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Form, Path, Request
from fastapi.responses import RedirectResponse, Response

from desk.console.deps import InHouse, Visitor, require
from desk.console.errors import sentence_of, status_of
from desk.console.house import ConsoleHouse
from desk.console.learning_texts import DONE, OUT_OF_AREA, REASONS, USES
from desk.console.pages import render
from desk.errors import (
    BracketsLeftError,
    DeskError,
    EmptyTextError,
    InvalidVerdictError,
    PersonalTextError,
    TextTooLongError,
)
from desk.learning.lessons import Lesson, Use, drop_lesson, save_lesson, saved_lessons, set_aside
from desk.review.keys import REVIEWERS
from desk.review.reading import list_questions, open_question
from desk.topics import read_topic_names

router = APIRouter(prefix="/review")

Reviewer = Annotated[Visitor, Depends(require(*REVIEWERS))]
Id = Annotated[str, Path(pattern=r"^[\w-]{22}$")]
NOWHERE = "-"


@router.get("")
def questions(request: Request, house: InHouse, visitor: Reviewer) -> Response:
    """Show every question that waits, and the sentences that were saved."""
    with house.desk.store.reading() as session:
        saved = saved_lessons(session)
    waiting = list_questions(house.desk, visitor.unlocked)
    titles = {topic.id: topic.title for topic in read_topic_names(house.settings.topics_file)}
    texts: dict[str, Any] = {"reasons": REASONS, "uses": USES, "titles": titles, "out_of_area": OUT_OF_AREA}
    return render(request, "learning/questions.html", waiting=waiting, saved=saved, **texts)


@router.get("/{question_id}")
def question(request: Request, house: InHouse, visitor: Reviewer, question_id: Id) -> Response:
    """Show one question with its form."""
    return _page(request, house, visitor, question_id)


@router.post("/{question_id}")
def learn(
    request: Request,
    house: InHouse,
    visitor: Reviewer,
    question_id: Id,
    text: Annotated[str, Form(max_length=2000)] = "",
    topic: Annotated[str, Form(max_length=120)] = "",
    use: Annotated[Use, Form()] = Use.TRAIN,
    looked: Annotated[bool, Form()] = False,
) -> Response:
    """Save the edited sentence and delete the question; on a problem show the form again as it was filled in."""
    chosen = Lesson(use, None if topic == NOWHERE else topic, text)
    try:
        if not topic:
            raise InvalidVerdictError
        topics = read_topic_names(house.settings.topics_file)
        save_lesson(house.desk, visitor.unlocked, question_id, chosen, topics, looked=looked)
    except (BracketsLeftError, EmptyTextError, InvalidVerdictError, PersonalTextError, TextTooLongError) as error:
        return _page(request, house, visitor, question_id, (text, topic, use), error)
    return _done(visitor, "saved")


@router.post("/{question_id}/dismiss")
def dismiss(house: InHouse, visitor: Reviewer, question_id: Id) -> Response:
    """Delete a question that teaches nothing."""
    set_aside(house.desk, visitor.unlocked, question_id)
    return _done(visitor, "dismissed")


@router.post("/saved/{lesson_id}/drop")
def drop(house: InHouse, visitor: Reviewer, lesson_id: Id) -> Response:
    """Take a saved sentence back."""
    drop_lesson(house.desk, visitor.unlocked, lesson_id)
    return _done(visitor, "dropped")


def _page(
    request: Request,
    house: ConsoleHouse,
    visitor: Visitor,
    question_id: str,
    given: tuple[str, str, Use] | None = None,
    error: DeskError | None = None,
) -> Response:
    asked = open_question(house.desk, visitor.unlocked, question_id)
    topics = read_topic_names(house.settings.topics_file)
    text, topic, use = given or (asked.text, asked.answered_with or "", Use.TRAIN)
    values: dict[str, Any] = {"asked": asked, "text": text, "topic": topic, "use": use, "reason": REASONS[asked.reason]}
    values |= {"answered": next((one.title for one in topics if one.id == asked.answered_with), None)}
    values |= {"topics": [("", ""), (NOWHERE, OUT_OF_AREA), *((one.id, one.title) for one in topics)], "uses": USES}
    values |= {"problem": sentence_of(error) if error else None, "ask_to_look": isinstance(error, PersonalTextError)}
    return render(request, "learning/question.html", status=status_of(error) if error else 200, **values)


def _done(visitor: Visitor, done: str) -> Response:
    visitor.session.flash = DONE[done]
    return RedirectResponse("/review", 303)
