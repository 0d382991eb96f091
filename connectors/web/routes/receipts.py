"""Following a report with its receipt, without giving up anonymity."""

from fastapi import APIRouter, Depends

from connectors.web.deps import InHouse, limit_receipts
from connectors.web.errors import ApiError
from connectors.web.openapi import errors
from connectors.web.receipts import UnknownReceiptError, digits_of
from connectors.web.schemas import ReceiptBody, ReceiptMessageBody, ReportState

router = APIRouter(prefix="/api/v1/receipts", tags=["receipts"], dependencies=[Depends(limit_receipts)])


@router.post("", summary="Read the state of a report", responses=errors(400, 404, 413, 422, 429, 503))
async def read_report(house: InHouse, body: ReceiptBody) -> ReportState:
    """An unknown receipt takes as long as a known one."""
    try:
        return await house.reports.state_of(digits_of(body.receipt))
    except UnknownReceiptError:
        raise ApiError("unknown_receipt") from None


@router.post(
    "/messages",
    status_code=201,
    summary="Write to the counsellor of a report",
    responses=errors(400, 404, 413, 422, 429, 503),
)
async def write_to_counsellor(house: InHouse, body: ReceiptMessageBody) -> None:
    """The counsellor sees the text, and nothing about who wrote it."""
    try:
        await house.reports.add_message(digits_of(body.receipt), body.text)
    except UnknownReceiptError:
        raise ApiError("unknown_receipt") from None


@router.post(
    "/withdrawal",
    status_code=204,
    summary="Take a report back: it is deleted, with all messages",
    responses=errors(400, 404, 413, 422, 429, 503),
)
async def withdraw(house: InHouse, body: ReceiptBody) -> None:
    """Nothing of it can be brought back."""
    try:
        await house.reports.withdraw(digits_of(body.receipt))
    except UnknownReceiptError:
        raise ApiError("unknown_receipt") from None
