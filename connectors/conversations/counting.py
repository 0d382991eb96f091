"""Counting what the assistant did, for the desk's figures: kinds and articles only, never who or what was said."""

import asyncio
from collections.abc import Iterable

from anyio import to_thread

from connectors.conversations.feedback import Rated
from connectors.conversations.house import House
from connectors.logs import describe, get_logger
from connectors.rasa_client import BotMessage
from desk.intake.counting import Counted, DeskError, Tally

BY_KIND = {
    "answer": Counted.ANSWERED,
    "choices": Counted.CHOICES,
    "fallback": Counted.NOT_KNOWN,
    "out_of_scope": Counted.OUT_OF_SCOPE,
    "crisis": Counted.CRISIS,
}
log = get_logger()


def count_answer(tally: Tally, answer: Iterable[BotMessage]) -> None:
    """Count what the bot said in one turn."""
    for message in answer:
        if (what := BY_KIND.get(message.kind)) is not None:
            tally.add(what, message.article)


def count_rating(tally: Tally, rated: Rated | None) -> None:
    """Count a rating of an article; a changed mind moves the count."""
    if rated is None or rated.article is None:
        return
    ways = (Counted.HELPFUL, Counted.NOT_HELPFUL) if rated.helpful else (Counted.NOT_HELPFUL, Counted.HELPFUL)
    tally.add(ways[0], rated.article)
    if rated.changed:
        tally.take_back(ways[1], rated.article)


async def write_counts_forever(house: House) -> None:
    """Write what was counted until cancelled; what cannot be written waits for the next time."""
    while True:
        await asyncio.sleep(house.timing.count)
        try:
            await to_thread.run_sync(house.tally.flush)
        except DeskError as error:
            log.error("counts_not_written", **describe(error))
