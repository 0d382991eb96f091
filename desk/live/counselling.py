"""The counsellor's side of a live chat: claim, read, answer, hand on, give back, end. Only the claimer reads it."""

from dataclasses import dataclass, field

from nacl.public import PrivateKey
from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.accounts.unlocking import Unlocked
from desk.audit import append_audit
from desk.cases.messages import checked_text
from desk.cases.readers import READS, CaseKind
from desk.clock import minute_of, stamp_of
from desk.desk import Desk
from desk.errors import LiveTakenError, NotAReaderError, NotYourLiveError, UnknownAccountError, WrongKeyError
from desk.live.levels import Level
from desk.live.lines import Line, Speaker, add_line, read_lines
from desk.live.machine import OPEN, Event, Owner
from desk.live.moving import Step, held, take_step
from desk.live.outbox import News, add_outgoing
from desk.store.live_tables import LiveRow, LiveWrapRow
from desk.store.tables import AccountRow
from desk.vault.sealing import key_id, unwrap_key

MAY_CLAIM = READS[CaseKind.MESSAGE]


@dataclass(frozen=True, slots=True)
class OpenLive:
    """A live chat as who claimed it sees it."""

    id: str
    level: Level | None
    asked_at: int
    user_at: int
    lines: tuple[Line, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Colleague:
    """Someone a live chat can be handed on to."""

    id: str
    name: str


def claim(desk: Desk, reader: Unlocked, live_id: str) -> None:
    """Take a waiting live chat; the user hears it. Of two who press at once one gets `LiveTakenError`.

    Raise `NotAReaderError` (no key to it), `WrongKeyError` (the key was replaced: log in again).
    """
    with desk.store.writing() as session:
        _private(session, reader, live_id)
        take_step(session, desk, live_id, Step(Event.CLAIM, to=reader.account_id))
        _log(session, desk, reader, "live_claimed", live_id)


def read_live(desk: Desk, reader: Unlocked, live_id: str) -> OpenLive:
    """Open what was said, for the holder only, and count it as seen.

    Raise `LiveTakenError` (over), `NotYourLiveError`, `NotAReaderError`, `WrongKeyError`, `TamperedError`.
    """
    with desk.store.writing() as session:
        row = _mine(session, reader, live_id)
        lines = read_lines(session, row, _private(session, reader, live_id))
        row.seen = row.lines
        return OpenLive(row.id, Level(row.level) if row.level else None, row.asked_at, row.user_at, lines)


def answer(desk: Desk, reader: Unlocked, live_id: str, text: str) -> None:
    """Say something to the user. Raise `EmptyTextError`, `TextTooLongError`, `LiveTakenError`, `NotYourLiveError`."""
    now, checked = desk.clock(), checked_text(text)
    with desk.store.writing() as session:
        row = _mine(session, reader, live_id)
        add_line(session, row, Line(Speaker.COUNSELLOR, checked, stamp_of(now)))
        add_outgoing(session, desk.pepper, row, News.SAID, checked)
        row.desk_at, row.seen = minute_of(now), row.lines
        _log(session, desk, reader, "live_answered", live_id)


def hand_on(desk: Desk, reader: Unlocked, live_id: str, account_id: str | None = None) -> None:
    """Put it back in the queue, for a colleague by name or for whoever is there. Raise `UnknownAccountError`."""
    with desk.store.writing() as session:
        if account_id is not None and session.get(LiveWrapRow, (live_id, account_id)) is None:
            raise UnknownAccountError
        take_step(session, desk, live_id, Step(Event.HAND_ON, holder=reader.account_id, wanted=account_id))
        _log(session, desk, reader, "live_handed_on", live_id)


def give_back(desk: Desk, reader: Unlocked, live_id: str) -> None:
    """Let the assistant speak again. What was said is destroyed at once."""
    _finish(desk, reader, live_id, Event.GIVE_BACK)


def end(desk: Desk, reader: Unlocked, live_id: str) -> None:
    """Say that it is done. What was said is destroyed at once."""
    _finish(desk, reader, live_id, Event.END)


def colleagues(desk: Desk, reader: Unlocked, live_id: str) -> tuple[Colleague, ...]:
    """Return who else has a key to this live chat, by name."""
    chosen = (
        select(AccountRow.id, AccountRow.name)
        .join(LiveWrapRow, LiveWrapRow.account_id == AccountRow.id)
        .where(LiveWrapRow.live_id == live_id, AccountRow.active, AccountRow.id != reader.account_id)
        .order_by(AccountRow.name)
    )
    with desk.store.reading() as session:
        return tuple(Colleague(row.id, row.name) for row in session.execute(chosen))


def _finish(desk: Desk, reader: Unlocked, live_id: str, event: Event) -> None:
    with desk.store.writing() as session:
        take_step(session, desk, live_id, Step(event, holder=reader.account_id))
        _log(session, desk, reader, f"live_{event}", live_id)
    desk.store.wipe_soon()


def _mine(session: Session, reader: Unlocked, live_id: str) -> LiveRow:
    row = held(session, live_id)
    if row.owner != Owner.COUNSELLOR:
        raise LiveTakenError
    if row.counsellor_id != reader.account_id:
        raise NotYourLiveError
    return row


def _private(session: Session, reader: Unlocked, live_id: str) -> PrivateKey:
    account, wrap = session.get(AccountRow, reader.account_id), session.get(LiveWrapRow, (live_id, reader.account_id))
    row = session.get(LiveRow, live_id)
    if row is None or row.owner not in OPEN:
        raise LiveTakenError
    if account is None or not account.active or account.role not in MAY_CLAIM or wrap is None:
        raise NotAReaderError
    if wrap.key_id != key_id(bytes(reader.private.public_key)):
        raise WrongKeyError
    return PrivateKey(unwrap_key(wrap.wrapped_key, reader.private))


def _log(session: Session, desk: Desk, reader: Unlocked, action: str, live_id: str) -> None:
    append_audit(session, desk.pepper, desk.clock(), reader.account_id, action, live_id)
