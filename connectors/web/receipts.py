"""The reporter's side of a report: what the routes need of the desk."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol, override

from anyio import CapacityLimiter, to_thread

from connectors.conversations.people.desk_side import DeskSide
from connectors.web.schemas import ReportMessage, ReportState, ReportStep
from desk.intake.reports import Author, ReceiptStatus, WrongReceiptError

DIGITS = 16
NO_RECEIPT = "0" * DIGITS
# Checks wait for each other in the desk's own queue; threads of their own keep them from holding up the chat.
PLACES = 40


class UnknownReceiptError(Exception):
    """No report has this receipt."""


class Reports(Protocol):
    """What the desk offers to who holds a receipt. An unknown one takes as long as a known one.

    Each raises `UnknownReceiptError`, or the desk's own errors when it is away or busy.
    """

    async def state_of(self, receipt: str) -> ReportState:
        """Return the report of these sixteen digits."""

    async def add_message(self, receipt: str, text: str) -> None:
        """Write to the counsellor."""

    async def withdraw(self, receipt: str) -> None:
        """Delete the report with all its keys."""


@dataclass
class DeskReports(Reports):
    """The real desk."""

    desk: DeskSide
    _places: CapacityLimiter = field(default_factory=lambda: CapacityLimiter(PLACES), repr=False)

    @override
    async def state_of(self, receipt: str) -> ReportState:
        """See `Reports`."""
        return _state(await self._ask(lambda: self.desk.intake().receipt_status(receipt)))

    @override
    async def add_message(self, receipt: str, text: str) -> None:
        """See `Reports`."""
        await self._ask(lambda: self.desk.intake().write_back(receipt, text))

    @override
    async def withdraw(self, receipt: str) -> None:
        """See `Reports`."""
        await self._ask(lambda: self.desk.intake().withdraw(receipt))

    async def _ask[Answer](self, question: Callable[[], Answer]) -> Answer:
        try:
            return await to_thread.run_sync(question, limiter=self._places)
        except WrongReceiptError:
            raise UnknownReceiptError from None


def digits_of(receipt: str) -> str:
    """Return the sixteen digits; what is no receipt becomes one that is never given out and costs as much."""
    return receipt_in(receipt) or NO_RECEIPT


def receipt_in(text: str) -> str | None:
    """Return the digits when a text holds exactly sixteen, with nothing but spaces, dots and dashes between them."""
    digits = re.sub(r"[\s.-]", "", text)
    return digits if re.fullmatch(r"[0-9]{16}", digits) else None


def _state(status: ReceiptStatus) -> ReportState:
    """Days, not times: the desk knows no more."""
    return ReportState(
        status=status.status,
        filed_on=status.filed_on,
        history=[ReportStep(status=step.status, on=step.on) for step in status.history],
        messages=[
            ReportMessage(
                sender="user" if message.author is Author.REPORTER else "counsellor", text=message.text, at=message.on
            )
            for message in status.messages
        ],
    )
