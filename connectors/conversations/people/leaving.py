"""Leaving a message for the desk: shown back without personal data, sent only after a yes, followed by a code.

Until then it is kept nowhere but in the sealed button that sends it.
"""

import json

from anyio import to_thread

from connectors.conversations.house import House
from connectors.conversations.lifecycle import Conversation
from connectors.conversations.message import Draft
from connectors.conversations.people import texts
from connectors.conversations.people.crisis import hear_cry
from connectors.conversations.people.takeovers import TakeOver, begin_writing, end_take_over
from connectors.logs import get_logger
from desk.intake.masking import mask
from desk.intake.reports import (
    AlreadyFiledError,
    CaseKind,
    DeskError,
    NoReaderError,
    TextTooLongError,
    new_submission_id,
)

log = get_logger()


async def take_message(house: House, conversation: Conversation, kind: str, text: str) -> list[Draft]:
    """Show the message back as it would be kept. A cry for help is answered first and is no message."""
    cry = await hear_cry(house, conversation, text)
    if cry is not None:
        return [*cry.cards, texts.STILL_WRITING]
    try:
        masked = await to_thread.run_sync(mask, text)
    except TextTooLongError:
        return [texts.TOO_LONG]
    except DeskError as error:
        log.error("message_not_masked", error=type(error).__name__)
        return [texts.NOT_MASKED]
    whole = {"kind": kind, "text": masked.text, "id": new_submission_id()}
    return [texts.confirm(masked.text, masked.kinds, f"{texts.SEND} {json.dumps(whole)}")]


async def send(house: House, conversation: Conversation, payload: str) -> Draft:
    """Hand in the message that a button holds; pressing twice gives the same code."""
    message = json.loads(payload.removeprefix(texts.SEND))
    try:
        receipt = await to_thread.run_sync(_file, house, message)
    except NoReaderError:
        return texts.NOBODY_READS
    except AlreadyFiledError:
        return texts.ALREADY_SENT
    except TextTooLongError:
        return texts.TOO_LONG
    except DeskError as error:
        log.error("message_not_sent", error=type(error).__name__)
        return texts.not_sent(payload)
    await house.in_session(end_take_over, conversation.id)
    return texts.sent(receipt)


async def type_again(house: House, conversation: Conversation, known: TakeOver | None) -> Draft:
    """Wait for another text."""
    kind = known.writing if known and known.writing else CaseKind.MESSAGE
    await house.in_session(begin_writing, conversation.id, kind)
    return texts.TYPE_AGAIN


def _file(house: House, message: dict[str, str]) -> str:
    return house.desk.intake().file_message(CaseKind(message["kind"]), message["text"], message["id"])
