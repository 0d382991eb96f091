"""What of a conversation goes along when it is handed over. An anonymous report never does: others may read that."""

from collections.abc import Iterable, Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from connectors.conversations.history import open_message
from connectors.conversations.lifecycle import Conversation
from connectors.conversations.message import Message
from connectors.conversations.tables import MessageRow
from desk.intake.live import Level, Line, Speaker

LEVELS = {
    "hulp/crisis-gevaar": Level.DANGER,
    "hulp/crisis": Level.SUICIDE,
    "hulp/crisis-onveilig": Level.UNSAFE,
}


def read_all(session: Session, conversation: Conversation) -> list[Message]:
    """Open everything that was said, oldest first, without counting it as given to the client."""
    chosen = (
        select(MessageRow.sealed).where(MessageRow.conversation_id == conversation.id).order_by(MessageRow.sequence)
    )
    return [open_message(conversation.keys, sealed).message for sealed in session.scalars(chosen)]


def lines_of(messages: Iterable[Message]) -> tuple[Line, ...]:
    """Return what a counsellor may see: turns that are about a report are left out, whole."""
    return tuple(line_of(message) for turn in _turns_without_reports(messages) for message in turn)


def line_of(message: Message) -> Line:
    """Make a line of a message."""
    return Line(Speaker(message.sender), message.text, message.at.isoformat(), crisis=message.kind == "crisis")


def level_in(messages: Iterable[Message]) -> Level | None:
    """Return the most urgent level of a crisis card that was shown."""
    shown = {message.article for message in messages if message.kind == "crisis"}
    return next((level for article, level in LEVELS.items() if article in shown), None)


def _turns_without_reports(messages: Iterable[Message]) -> Iterator[list[Message]]:
    """A turn is what the user said with the answer to it; what follows a question of the report belongs to it."""
    asked_by_report = False
    for turn in _turns(messages):
        about_report = any(message.kind == "report" for message in turn)
        if not about_report and not (asked_by_report and turn[0].sender == "user"):
            yield turn
        asked_by_report = about_report


def _turns(messages: Iterable[Message]) -> Iterator[list[Message]]:
    turn: list[Message] = []
    for message in messages:
        if message.sender == "user" and turn:
            yield turn
            turn = []
        turn.append(message)
    if turn:
        yield turn
