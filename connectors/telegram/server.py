"""The HTTP side: Telegram's webhook when one is set, and what who runs the service wants to know."""

import hmac
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from json import JSONDecodeError
from typing import Any

import uvicorn
from fastapi import FastAPI, Request, Response
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from connectors.conversations.house import Clock, amsterdam_now
from connectors.logs import get_logger
from connectors.telegram.house import build_house
from connectors.telegram.serving import Service
from connectors.telegram.settings import TelegramSettings
from connectors.telegram.timing import Timing

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the name of a header
LARGEST_UPDATE = 256 * 1024
STOP_SECONDS = 4

log = get_logger()


def create_app(settings: TelegramSettings, *, timing: Timing | None = None, clock: Clock = amsterdam_now) -> FastAPI:
    """Build the application. Nothing is contacted until it starts; the database must be migrated by then."""
    service = Service(build_house(settings, timing or Timing(), clock))

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        async with service.running():
            yield

    app = FastAPI(title="Wijzer on Telegram", lifespan=lifespan, openapi_url=None, docs_url=None, redoc_url=None)
    app.state.service = service
    app.get("/healthz")(_healthz)
    app.get("/readyz")(_readyz)
    app.get("/metrics")(_metrics)
    if settings.telegram_webhook_url is not None:
        app.post(settings.webhook_path)(_receive)
    return app


def make_server(app: FastAPI, settings: TelegramSettings) -> uvicorn.Server:
    """Make the server; it logs no requests."""
    return uvicorn.Server(
        uvicorn.Config(
            app,
            host=settings.telegram_host,
            port=settings.telegram_port,
            access_log=False,
            log_config=None,
            server_header=False,
            timeout_graceful_shutdown=STOP_SECONDS,
        )
    )


async def _receive(request: Request) -> Response:
    """Take in one update and answer when it is handled: Telegram offers it again otherwise.

    403 without the secret, 400 for what is no update, 413 for what is too large, 503 before the start is complete and
    when the process stops before the answer was sent.
    """
    service: Service = request.app.state.service
    known = service.house.settings.telegram_webhook_secret.get_secret_value()
    if not hmac.compare_digest(request.headers.get(SECRET_HEADER, "").encode(), known.encode()):
        return Response(status_code=403)
    if not service.ready:
        return Response(status_code=503)
    body = await _read(request)
    if body is None:
        return Response(status_code=413)
    return await _handle(service, request, body)


async def _handle(service: Service, request: Request, body: bytes) -> Response:
    try:
        raw: Any = await request.json() if body else None
    except (JSONDecodeError, UnicodeDecodeError):
        raw = None
    if not isinstance(raw, dict) or not isinstance(raw.get("update_id"), int):
        log.error("malformed_update", error="no_update")
        return Response(status_code=400)
    await service.updates.take_in([raw])
    handled = await service.updates.settle(raw["update_id"])
    return Response(status_code=200 if handled else 503)


async def _read(request: Request) -> bytes | None:
    """Return the body, or None when it is longer than any update."""
    if int(request.headers.get("content-length", "0")) > LARGEST_UPDATE:
        return None
    body = await request.body()
    return body if len(body) <= LARGEST_UPDATE else None


async def _healthz() -> dict[str, str]:
    return {"status": "ok"}


async def _readyz(request: Request, response: Response) -> dict[str, str]:
    ready = request.app.state.service.ready
    response.status_code = 200 if ready else 503
    return {"status": "ok" if ready else "unavailable"}


async def _metrics(request: Request) -> Response:
    registry = request.app.state.service.house.metrics.registry
    return Response(generate_latest(registry), media_type=CONTENT_TYPE_LATEST)
