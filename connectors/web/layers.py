"""Layers around the whole application: headers, measures and the last net; the limit on bodies.

Plain ASGI, so that streams pass through untouched.
"""

import time

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from connectors.logs import describe, get_logger
from connectors.web.errors import error_response
from connectors.web.headers import headers_for
from connectors.web.house import House

RECEIPTS = "/api/v1/receipts"
MAX_BODY_BYTES = 16 * 1024

log = get_logger()


class OutermostLayer:
    """Adds security headers, measures, and answers what nobody else did: no traceback ever reaches a log."""

    def __init__(self, app: ASGIApp, house: House) -> None:
        self._app = app
        self._house = house

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began, status = time.perf_counter(), 0

        async def send_with_headers(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message).update(headers_for(scope["path"], self._house.settings.frame_ancestors))
            await send(message)

        try:
            await self._app(scope, receive, send_with_headers)
        except Exception as error:  # the outermost net; the event says what it was
            log.error("unexpected_error", **describe(error))
            self._house.metrics.errors.labels("unexpected").inc()
            if not status:
                await error_response("unexpected")(scope, receive, send_with_headers)
        self._measure(scope, status, time.perf_counter() - began)

    def _measure(self, scope: Scope, status: int, seconds: float) -> None:
        route = _route_of(scope)
        method = scope["method"] if route != "other" else "other"
        self._house.metrics.requests.labels(route, method, status).observe(seconds)


def _route_of(scope: Scope) -> str:
    """The pattern of the address; coming back with a code is among the others, so that nobody sees when it happens."""
    path = str(getattr(scope.get("route"), "path", "other"))
    return "other" if path.startswith(RECEIPTS) else path


class BodyLimit:
    """Refuses bodies over the limit before anyone parses them, also when their length is not announced.

    The framework's own limit answers in plain text in some cases; here every error has our shape.
    """

    def __init__(self, app: ASGIApp, house: House) -> None:
        self._app = app
        self._house = house

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        if scope["type"] != "http" or scope["method"] in ("GET", "HEAD", "OPTIONS"):
            await self._app(scope, receive, send)
            return
        announced = Headers(scope=scope).get("content-length", "0")
        body = None
        if announced.isdigit() and int(announced) <= MAX_BODY_BYTES:
            body = await _read(receive)
        if body is None:
            self._house.metrics.errors.labels("body_too_large").inc()
            await error_response("body_too_large")(scope, receive, send)
            return
        await self._app(scope, _replay(body, receive), send)


async def _read(receive: Receive) -> bytes | None:
    """Read the whole body; None as soon as it is over the limit."""
    body = b""
    while True:
        message = await receive()
        if message["type"] != "http.request":
            return body
        body += bytes(message.get("body", b""))
        if len(body) > MAX_BODY_BYTES:
            return None
        if not message.get("more_body", False):
            return body


def _replay(body: bytes, receive: Receive) -> Receive:
    """Give the body that was read, then whatever comes next (the client hanging up)."""
    given = False

    async def replay() -> Message:
        nonlocal given
        if given:
            return await receive()
        given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return replay
