"""Who answers a turn: the assistant, or a person who has taken the conversation over. The desk knows, nobody else."""

from anyio import to_thread
from sqlalchemy.exc import SQLAlchemyError

from connectors.conversations.asking import draft_of
from connectors.conversations.house import House
from connectors.conversations.lifecycle import Conversation
from connectors.conversations.message import Draft
from connectors.conversations.people import leaving, texts
from connectors.conversations.people.crisis import Cry, hear_cry
from connectors.conversations.people.takeovers import TakeOver, begin_live, begin_writing, end_take_over, find_take_over
from connectors.conversations.people.transcripts import level_in, lines_of, read_all
from connectors.logs import get_logger
from connectors.rasa_client import BotMessage
from desk.intake.counting import Counted
from desk.intake.live import DeskClosedError, DeskError, HandOver, LiveTakenError, NoReaderError, Owner

log = get_logger()


async def answer_instead(
    house: House, conversation: Conversation, user: Draft, payload: str | None
) -> list[Draft] | None:
    """Return what is answered instead of the assistant, nothing when a person will; None when the assistant answers.

    `payload` is the true payload of the button that was pressed, None for typed text.
    """
    known = await house.in_session(find_take_over, conversation.id)
    if payload is not None and payload.startswith(texts.OURS):
        return await _press(house, conversation, known, payload)
    if known is None:
        return None
    if known.live_id is not None:
        return await _with_person(house, conversation, known.live_id, user.text, payload)
    if payload is None and known.writing is not None:
        return await leaving.take_message(house, conversation, known.writing, user.text)
    # Another button was pressed: no message after all.
    await house.in_session(end_take_over, conversation.id)
    return None


async def answer_with(house: House, conversation: Conversation, said: list[BotMessage]) -> list[Draft]:
    """Return what the assistant said, after doing what it asks of the connector: handing over, taking a message."""
    for message in said:
        if message.hand_over is not None:
            return [await _hand_over(house, conversation, share=message.hand_over == "all")]
        if message.leave is not None:
            await house.in_session(begin_writing, conversation.id, message.leave)
    return [draft_of(message) for message in said]


async def leave_desk(house: House, conversation_id: str) -> None:
    """Let the desk forget a conversation that is being deleted. Raise a `DeskError`."""
    known = await house.in_session(find_take_over, conversation_id)
    if known is not None and known.live_id is not None:
        live_id = known.live_id
        await to_thread.run_sync(lambda: house.desk.live().user_left(live_id))
        await house.in_session(end_take_over, conversation_id)


async def _hand_over(house: House, conversation: Conversation, *, share: bool) -> Draft:
    messages = await house.in_session(read_all, conversation)
    request = HandOver(lines_of(messages) if share else (), level_in(messages))
    try:
        live_id = await to_thread.run_sync(lambda: house.desk.live().hand_over(request))
    except (DeskClosedError, NoReaderError):
        return texts.NOBODY_NOW
    except DeskError as error:
        log.error("hand_over_failed", error=type(error).__name__)
        return texts.DESK_AWAY
    try:
        await house.in_session(begin_live, conversation.id, live_id)
    except SQLAlchemyError:
        await to_thread.run_sync(lambda: house.desk.live().user_left(live_id))
        raise
    house.tally.add(Counted.HANDED_OVER)
    return texts.WAITING


async def _with_person(
    house: House, conversation: Conversation, live_id: str, text: str, payload: str | None
) -> list[Draft] | None:
    """Pass a text on to the counsellor. When the live chat is over the assistant answers, at once."""
    if payload is not None:
        owner = await to_thread.run_sync(lambda: house.desk.live().owner(live_id))
        return [texts.WITH_A_PERSON] if owner in (Owner.WAITING, Owner.COUNSELLOR) else None
    cry = await hear_cry(house, conversation, text)
    cards = list(cry.cards) if cry else []
    try:
        owner = await to_thread.run_sync(_pass_on, house, live_id, text, cry)
    except LiveTakenError:
        return cards or None
    except DeskError as error:
        log.error("not_passed_on", error=type(error).__name__)
        return [*cards, texts.NOT_DELIVERED]
    return cards or ([texts.STILL_WAITING] if owner == Owner.WAITING else [])


def _pass_on(house: House, live_id: str, text: str, cry: Cry | None) -> Owner:
    door = house.desk.live()
    door.say(live_id, text)
    if cry is not None:
        door.note_crisis(live_id, cry.level, cry.text)
    return door.owner(live_id)


async def _press(house: House, conversation: Conversation, known: TakeOver | None, payload: str) -> list[Draft]:
    """A button of this room: it never reaches the bot."""
    if payload.startswith(texts.SEND):
        return [await leaving.send(house, conversation, payload)]
    if payload == texts.STOP:
        return [await _stop(house, conversation, known)]
    if known is not None and known.live_id is not None:
        return [texts.WITH_A_PERSON]
    if payload == texts.AGAIN:
        return [await leaving.type_again(house, conversation, known)]
    await house.in_session(end_take_over, conversation.id)
    return [texts.DROPPED]


async def _stop(house: House, conversation: Conversation, known: TakeOver | None) -> Draft:
    if known is not None and known.live_id is not None:
        live_id = known.live_id
        try:
            await to_thread.run_sync(lambda: house.desk.live().user_stopped(live_id))
        except DeskError as error:
            log.error("not_stopped", error=type(error).__name__)
            return texts.DESK_AWAY
        await house.in_session(end_take_over, conversation.id)
    return texts.STOPPED
