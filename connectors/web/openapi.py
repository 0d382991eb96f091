"""The description of the API: true error answers, and none that cannot happen."""

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from connectors.web.schemas import ErrorBody

TITLE = "Wijzer chat API"
DESCRIPTION = """Talk with Wijzer, a Dutch-language assistant for students, parents and companies.

Begin a conversation, keep its id and token, and send the token as `Authorization: Bearer <token>` with every
call on it; without it, or with another's, the conversation is unknown (404). Errors carry a code for programs
and a Dutch sentence for people. A conversation without activity for half an hour is deleted. More fields may
be added to answers."""

REASONS = {
    400: "Not JSON, or a value of the wrong type",
    404: "Unknown conversation, message or receipt, or the wrong token",
    413: "Body over 16 KiB",
    422: "A value that is not accepted",
    429: "Too many requests; see Retry-After",
    503: "The assistant or the database does not answer; nothing was kept; see Retry-After",
}
RETRY_AFTER = {
    "Retry-After": {
        "description": "Seconds to wait",
        "schema": {"type": "integer", "minimum": 1},
    }
}
EVENT_STREAM: dict[str, Any] = {
    "description": "Events with a Message as JSON in `data:`",
    "content": {"text/event-stream": {"schema": {"type": "string"}}},
}


def errors(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """Describe the error answers of a route."""
    described: dict[int | str, dict[str, Any]] = {}
    for status in statuses:
        described[status] = {"model": ErrorBody, "description": REASONS[status]}
        if status in (429, 503):
            described[status]["headers"] = RETRY_AFTER
    return described


def describe(app: FastAPI) -> dict[str, Any]:
    """Make the description once, without the 422 that FastAPI adds to every route with a path parameter."""
    if app.openapi_schema is None:
        schema = get_openapi(title=app.title, version=app.version, description=app.description, routes=app.routes)
        for operations in schema["paths"].values():
            for operation in operations.values():
                _drop_default_422(operation["responses"])
        for name in ("HTTPValidationError", "ValidationError"):
            schema["components"]["schemas"].pop(name, None)
        app.openapi_schema = schema
    return app.openapi_schema


def _drop_default_422(responses: dict[str, Any]) -> None:
    if "HTTPValidationError" in str(responses.get("422", "")):
        del responses["422"]
