"""From named errors to answers: one shape, a code for programs and a kind Dutch sentence for people."""

from collections.abc import Sequence
from typing import Any

import httpx
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from fastapi.routing import iter_route_contexts
from sqlalchemy.exc import SQLAlchemyError
from starlette.exceptions import HTTPException
from starlette.routing import Match

from connectors.conversations.errors import ConversationGoneError, UnknownMessageError, UnknownPayloadError
from connectors.conversations.sealing import CannotOpenError
from connectors.logs import get_logger
from connectors.rasa_client import BotError
from connectors.web.house import House
from connectors.web.texts import ERRORS
from desk.intake.reports import DeskError, EmptyTextError, ReceiptInTextError, TextTooLongError, VaultBusyError

STATUS = {
    "not_json": 400,
    "wrong_type": 400,
    "unknown_conversation": 404,
    "unknown_message": 404,
    "unknown_receipt": 404,
    "not_found": 404,
    "method_not_allowed": 405,
    "body_too_large": 413,
    "text_empty": 422,
    "text_too_long": 422,
    "text_or_payload": 422,
    "unknown_payload": 422,
    "unknown_channel": 422,
    "invalid_request": 422,
    "too_many_messages": 429,
    "too_many_conversations": 429,
    "too_many_tries": 429,
    "unexpected": 500,
    "assistant_unreachable": 503,
    "storage_unreachable": 503,
    "deletion_pending": 503,
    "receipt_in_text": 422,
    "desk_busy": 503,
    "desk_unreachable": 503,
}

OWN_ERRORS: dict[type[Exception], str] = {
    ConversationGoneError: "unknown_conversation",
    UnknownMessageError: "unknown_message",
    UnknownPayloadError: "unknown_payload",
    CannotOpenError: "unknown_conversation",
}

DESK_ERRORS: dict[type[DeskError], str] = {
    EmptyTextError: "text_empty",
    TextTooLongError: "text_too_long",
    ReceiptInTextError: "receipt_in_text",
    VaultBusyError: "desk_busy",
}

HTTP_ERRORS = {400: "not_json", 404: "not_found", 405: "method_not_allowed"}

log = get_logger()


class ApiError(Exception):
    """Ends a request with the answer of this code; `retry_after` is in whole seconds."""

    def __init__(self, code: str, retry_after: int | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.retry_after = retry_after


def error_response(code: str, *, retry_after: int | None = None, headers: dict[str, str] | None = None) -> JSONResponse:
    """Make the answer of a code."""
    all_headers = dict(headers or {})
    if retry_after is not None:
        all_headers["Retry-After"] = str(retry_after)
    body = {"error": {"code": code, "message": ERRORS[code]}}
    return JSONResponse(body, STATUS[code], headers=all_headers)


def code_of_validation(errors: Sequence[Any]) -> str:
    """Choose the code that tells most from the errors of a body or parameter."""
    first = errors[0]
    kind, where = first["type"], tuple(first["loc"])
    if kind in ERRORS:
        return str(kind)
    if where[:1] != ("body",):
        return "invalid_request"
    if kind == "json_invalid" or (where == ("body",) and kind == "missing"):
        return "not_json"
    if kind.endswith(("_type", "_parsing")) or kind == "string_unicode":
        return "wrong_type"
    return "invalid_request"


def add_error_handlers(app: FastAPI) -> None:
    """Register an answer for everything that can go wrong below the outermost layer."""
    handlers: dict[type[Exception], Any] = {
        ApiError: on_api_error,
        BotError: on_bot_error,
        SQLAlchemyError: on_storage_error,
        DeskError: on_desk_error,
        RequestValidationError: on_validation_error,
        HTTPException: on_http_error,
        **dict.fromkeys(OWN_ERRORS, on_own_error),
    }
    for kind, handler in handlers.items():
        app.add_exception_handler(kind, handler)


async def on_api_error(request: Request, error: ApiError) -> JSONResponse:
    """Answer what a route decided."""
    return _answer(request, error.code, error.retry_after)


async def on_own_error(request: Request, error: Exception) -> JSONResponse:
    """Answer for the conversation store."""
    return _answer(request, OWN_ERRORS[type(error)])


async def on_bot_error(request: Request, error: BotError) -> JSONResponse:
    """Answer for a bot that gives nothing."""
    log.error("bot_failed", error=type(error).__name__)
    return _answer(request, "assistant_unreachable", _house(request).timing.retry_after)


async def on_desk_error(request: Request, error: DeskError) -> JSONResponse:
    """Answer for the desk: something to change, or a desk that is busy or away."""
    code = DESK_ERRORS.get(type(error), "desk_unreachable")
    if STATUS[code] < httpx.codes.INTERNAL_SERVER_ERROR:
        return _answer(request, code)
    log.error("desk_failed", error=type(error).__name__)
    return _answer(request, code, _house(request).timing.retry_after)


async def on_storage_error(request: Request, error: SQLAlchemyError) -> JSONResponse:
    """Answer for a database that fails."""
    log.error("storage_failed", error=type(error).__name__)
    return _answer(request, "storage_unreachable", _house(request).timing.retry_after)


async def on_validation_error(request: Request, error: RequestValidationError) -> JSONResponse:
    """Answer for a body or parameter that is not accepted."""
    return _answer(request, code_of_validation(error.errors()))


async def on_http_error(request: Request, error: HTTPException) -> JSONResponse:
    """Answer for what the framework refuses."""
    code = HTTP_ERRORS.get(error.status_code, "unexpected")
    headers = {"Allow": _allowed(request)} if code == "method_not_allowed" else None
    return _answer(request, code, headers=headers)


def _answer(
    request: Request, code: str, retry_after: int | None = None, headers: dict[str, str] | None = None
) -> JSONResponse:
    _house(request).metrics.errors.labels(code).inc()
    return error_response(code, retry_after=retry_after, headers=headers)


def _house(request: Request) -> House:
    house: House = request.app.state.house
    return house


def _allowed(request: Request) -> str:
    """Return the methods of all routes at this path; the framework itself names those of one route only."""
    methods: set[str] = set()
    for route in iter_route_contexts(request.app.routes):
        match, _ = route.matches(request.scope)
        if match is not Match.NONE:
            methods |= route.methods or set()
    return ", ".join(sorted(methods))
