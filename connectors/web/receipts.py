"""The reporter's side of a report. The desk is plugged in here as another `Reports`."""

import re
from typing import Protocol, override

from connectors.web.schemas import ReportState

DIGITS = 16
NO_RECEIPT = "0" * DIGITS


class UnknownReceiptError(Exception):
    """No report has this receipt."""


class Reports(Protocol):
    """What the desk offers to who holds a receipt. An unknown one must take as long as a known one."""

    async def state_of(self, receipt: str) -> ReportState:
        """Return the report of these sixteen digits; raise `UnknownReceiptError`."""

    async def add_message(self, receipt: str, text: str) -> None:
        """Write to the counsellor; raise `UnknownReceiptError`."""


class NoReports(Reports):
    """A house where no report can be filed: every receipt is unknown."""

    @override
    async def state_of(self, receipt: str) -> ReportState:
        """See `Reports`."""
        raise UnknownReceiptError

    @override
    async def add_message(self, receipt: str, text: str) -> None:
        """See `Reports`."""
        raise UnknownReceiptError


def digits_of(receipt: str) -> str:
    """Return the sixteen digits; what is no receipt becomes one that is never given out and costs as much."""
    digits = re.sub(r"\s", "", receipt)
    return digits if re.fullmatch(r"[0-9]{16}", digits) else NO_RECEIPT
