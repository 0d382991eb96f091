"""The whole life of a case in one table. Labels for people are made elsewhere; these are codes."""

from enum import StrEnum

from desk.errors import MoveNotAllowedError


class Status(StrEnum):
    """How far a case is; the reporter sees the same status as the desk."""

    NEW = "new"
    READ = "read"
    IN_CONVERSATION = "in_conversation"
    REFERRED = "referred"
    CLOSED = "closed"


MOVES: dict[Status, frozenset[Status]] = {
    # Opening a new case is what makes it read, so every other step is taken by someone who read it.
    Status.NEW: frozenset({Status.READ}),
    Status.READ: frozenset({Status.IN_CONVERSATION, Status.REFERRED, Status.CLOSED}),
    Status.IN_CONVERSATION: frozenset({Status.REFERRED, Status.CLOSED}),
    Status.REFERRED: frozenset({Status.IN_CONVERSATION, Status.CLOSED}),
    # A reporter may write back after the end; then the conversation can go on.
    Status.CLOSED: frozenset({Status.IN_CONVERSATION}),
}


def check_move(before: Status, after: Status) -> None:
    """Raise `MoveNotAllowedError` unless the table has this step."""
    if after not in MOVES[before]:
        raise MoveNotAllowedError(before, after)
