"""Layers around the whole console: headers, measures, the last net; foreign origins; the limit on bodies.

Plain ASGI, so that event streams pass through untouched.
"""

import time
from urllib.parse import urlsplit

import structlog
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from desk.console.headers import headers_for
from desk.console.metrics import Metrics
from desk.console.texts import CROSS_SITE, TOO_LARGE, UNEXPECTED
from desk.logs import describe

MAX_BODY_BYTES = 256 * 1024
READING = frozenset({"GET", "HEAD", "OPTIONS"})

log = structlog.get_logger()


class OutermostLayer:
    """Adds security headers, measures, and answers what nobody else did: no traceback ever reaches a page."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self._app = app
        self._metrics = metrics

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
                MutableHeaders(scope=message).update(headers_for(scope["path"]))
            await send(message)

        try:
            await self._app(scope, receive, send_with_headers)
        except Exception as error:  # the outermost net; the event says what it was
            log.error("unexpected_error", **describe(error))
            self._metrics.errors.inc()
            if not status:
                await PlainTextResponse(UNEXPECTED, 500)(scope, receive, send_with_headers)
        route = getattr(scope.get("route"), "path", "other")
        method = scope["method"] if route != "other" else "other"
        self._metrics.requests.labels(route, method, status).observe(time.perf_counter() - began)


class OwnFormsOnly:
    """Refuses to change anything for a page of another site, before anyone looks at cookie or token."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        if scope["type"] == "http" and scope["method"] not in READING and _is_foreign(Headers(scope=scope)):
            await PlainTextResponse(CROSS_SITE, 403)(scope, receive, send)
            return
        await self._app(scope, receive, send)


class BodyLimit:
    """Refuses bodies over the limit before anyone parses them. A length must be announced."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        if scope["type"] == "http" and scope["method"] not in READING and _is_too_large(Headers(scope=scope)):
            await PlainTextResponse(TOO_LARGE, 413)(scope, receive, send)
            return
        await self._app(scope, receive, send)


def _is_foreign(headers: Headers) -> bool:
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if site is not None:
        return site not in {"same-origin", "none"}
    return origin is not None and urlsplit(origin).netloc != headers.get("host")


def _is_too_large(headers: Headers) -> bool:
    """Say whether a body is over the limit; uvicorn holds it to the length that was announced."""
    length = headers.get("content-length")
    if length is None:
        return "transfer-encoding" in headers
    return not length.isdigit() or int(length) > MAX_BODY_BYTES
