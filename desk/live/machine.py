"""Who owns a conversation, and every step that changes it, in one table. The database holds the only copy.

`assistant` and `ended` both mean that the assistant speaks (again); `ended` also means that the desk is done with it.
"""

from dataclasses import dataclass
from enum import StrEnum


class Owner(StrEnum):
    """Exactly one at every moment; a conversation without a live chat is the assistant's."""

    ASSISTANT = "assistant"
    WAITING = "waiting"
    COUNSELLOR = "counsellor"
    ENDED = "ended"


class Event(StrEnum):
    """What changes the owner."""

    ASK = "ask"
    CLAIM = "claim"
    HAND_ON = "hand_on"
    LET_GO = "let_go"
    GIVE_BACK = "give_back"
    END = "end"
    STOP = "stop"
    LEAVE = "leave"
    DESK_CLOSES = "desk_closes"
    EXPIRE = "expire"


@dataclass(frozen=True, slots=True)
class Move:
    """From which owners an event is allowed, and to which one it leads."""

    before: frozenset[Owner]
    after: Owner


OPEN = frozenset({Owner.WAITING, Owner.COUNSELLOR})
HELD = frozenset({Owner.COUNSELLOR})

MOVES: dict[Event, Move] = {
    # By the user. Asking makes the live chat, so nothing is there before it.
    Event.ASK: Move(frozenset({Owner.ASSISTANT}), Owner.WAITING),
    Event.STOP: Move(OPEN, Owner.ASSISTANT),
    Event.LEAVE: Move(OPEN | {Owner.ASSISTANT}, Owner.ENDED),
    # By a counsellor. Only the one who holds it may hand it on, give it back or end it.
    Event.CLAIM: Move(frozenset({Owner.WAITING}), Owner.COUNSELLOR),
    Event.HAND_ON: Move(HELD, Owner.WAITING),
    Event.GIVE_BACK: Move(HELD, Owner.ASSISTANT),
    Event.END: Move(HELD, Owner.ENDED),
    # By the clock: the holder fell silent or lost the account; the day is over; nobody says anything any more.
    Event.LET_GO: Move(HELD, Owner.WAITING),
    Event.DESK_CLOSES: Move(frozenset({Owner.WAITING}), Owner.ASSISTANT),
    Event.EXPIRE: Move(OPEN, Owner.ENDED),
}


def owner_after(owner: Owner, event: Event) -> Owner | None:
    """Return the new owner, or `None` when the table has no such step: then everything stays as it was."""
    move = MOVES[event]
    return move.after if owner in move.before else None
