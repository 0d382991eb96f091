"""The user's side of a live chat: asking for a person, saying something, stopping, leaving."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NewType

from nacl.public import PrivateKey
from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.cases.messages import checked_text
from desk.cases.readers import CaseKind, active_readers
from desk.clock import minute_of, stamp_of
from desk.desk import Desk
from desk.errors import DeskClosedError, LiveTakenError, NoReaderError
from desk.live.levels import Level, more_urgent
from desk.live.lines import Line, Speaker, add_line
from desk.live.machine import MOVES, OPEN, Event, Owner
from desk.live.moving import Step, held, take_step
from desk.live.outbox import Outgoing, drop_outgoing, read_outgoing
from desk.store.live_tables import LiveOutgoingRow, LiveRow, LiveWrapRow
from desk.store.tables import AccountRow
from desk.vault.sealing import key_id, wrap_key

LiveId = NewType("LiveId", str)


@dataclass(frozen=True, slots=True)
class HandOver:
    """What a connector hands over: the lines the user agreed to, none if not, and the level of a cry for help."""

    transcript: tuple[Line, ...] = field(repr=False)
    level: Level | None = None


@dataclass(frozen=True, slots=True)
class Heard:
    """What a connector hears of a live chat: who owns it now, and what is new for the user."""

    owner: Owner
    outgoing: tuple[Outgoing, ...] = ()


def hand_over(desk: Desk, request: HandOver) -> LiveId:
    """Begin to wait for a counsellor. Raise `DeskClosedError`, `NoReaderError`, `TooLargeError`."""
    if not desk.hours.include(desk.clock()):
        raise DeskClosedError
    private, now = PrivateKey.generate(), minute_of(desk.clock())
    row = LiveRow(id=secrets.token_urlsafe(16), owner=MOVES[Event.ASK].after, level=request.level, lines=0, outgoing=0)
    row.public_key, row.asked_at, row.user_at, row.desk_at = bytes(private.public_key), now, now, now
    with desk.store.writing() as session:
        counsellors = active_readers(session, CaseKind.MESSAGE, hold=True)
        if not counsellors:
            raise NoReaderError
        session.add(row)
        session.flush()
        session.add_all(_wrap(row, private, account) for account in counsellors)
        for line in request.transcript:
            add_line(session, row, line)
    return LiveId(row.id)


def say(desk: Desk, live_id: str, text: str) -> None:
    """Keep what the user says for the counsellor.

    Raise `LiveTakenError` when the live chat is over: the assistant owns the conversation then.
    """
    line = Line(Speaker.USER, checked_text(text), stamp_of(desk.clock()))
    with desk.store.writing() as session:
        row = _open(session, live_id)
        row.user_at = minute_of(desk.clock())
        add_line(session, row, line)


def note_crisis(desk: Desk, live_id: str, level: Level, card: str) -> None:
    """Show the counsellor that the user saw a crisis card, and move the chat up. Raise `LiveTakenError`."""
    line = Line(Speaker.ASSISTANT, card, stamp_of(desk.clock()), crisis=True)
    with desk.store.writing() as session:
        row = _open(session, live_id)
        row.level, row.alerted = more_urgent(row.level, level), False
        add_line(session, row, line)


def share(desk: Desk, live_id: str, transcript: tuple[Line, ...]) -> None:
    """Add the earlier conversation after all: the user agreed to it later. Raise `LiveTakenError`."""
    with desk.store.writing() as session:
        row = _open(session, live_id)
        for line in transcript:
            add_line(session, row, line)


def stop(desk: Desk, live_id: str) -> None:
    """The user goes back to the assistant; a live chat that is over already stays so."""
    _finish(desk, live_id, Event.STOP)


def leave(desk: Desk, live_id: str) -> None:
    """The user deleted the conversation: nothing of it stays, not even what was on its way."""
    _finish(desk, live_id, Event.LEAVE)
    with desk.store.writing() as session:
        drop_outgoing(session, live_id, up_to=2**31 - 1)
        row = session.get(LiveRow, live_id)
        if row is not None:
            session.delete(row)
    desk.store.wipe_soon()


def owner_of(desk: Desk, live_id: str) -> Owner:
    """Return who owns it; a live chat that is gone is `ENDED`."""
    with desk.store.reading() as session:
        row = session.get(LiveRow, live_id)
        return Owner(row.owner) if row else Owner.ENDED


def hear(desk: Desk, given: Mapping[str, int]) -> dict[str, Heard]:
    """Return owner and news of each live chat after what was `given` before; that is deleted now.

    Telling how far the last call came is what makes each thing arrive exactly once, also after a crash in between.
    """
    if not given:
        return {}
    with desk.store.reading() as session:
        owners = select(LiveRow.id, LiveRow.owner, LiveRow.outgoing).where(LiveRow.id.in_(given))
        found = {row.id: row for row in session.execute(owners)}
        waiting = select(LiveOutgoingRow.live_id, LiveOutgoingRow.sequence).where(LiveOutgoingRow.live_id.in_(given))
        kept = list(session.execute(waiting))
        news = {row.live_id: read_outgoing(session, desk.pepper, row.live_id) for row in kept}
    done = {row.live_id for row in kept if row.sequence <= given[row.live_id]}
    if done:
        _forget(desk, {live_id: given[live_id] for live_id in done})
    return {live_id: _heard(live_id, found, news, given) for live_id in given}


def _heard(
    live_id: str, found: Mapping[str, object], news: Mapping[str, tuple[Outgoing, ...]], given: Mapping[str, int]
) -> Heard:
    row = found.get(live_id)
    owner = Owner(getattr(row, "owner", Owner.ENDED))
    return Heard(owner, tuple(one for one in news.get(live_id, ()) if one.sequence > given[live_id]))


def _forget(desk: Desk, given: Mapping[str, int]) -> None:
    with desk.store.writing() as session:
        for live_id, up_to in given.items():
            drop_outgoing(session, live_id, up_to)


def _open(session: Session, live_id: str) -> LiveRow:
    row = held(session, live_id)
    if row.owner not in OPEN:
        raise LiveTakenError
    return row


def _finish(desk: Desk, live_id: str, event: Event) -> None:
    try:
        with desk.store.writing() as session:
            take_step(session, desk, live_id, Step(event))
    except LiveTakenError:
        return
    desk.store.wipe_soon()


def _wrap(row: LiveRow, private: PrivateKey, account: AccountRow) -> LiveWrapRow:
    return LiveWrapRow(
        live_id=row.id,
        account_id=account.id,
        key_id=key_id(account.public_key),
        wrapped_key=wrap_key(bytes(private), account.public_key),
    )
