"""The action server: rasa-sdk's executor behind two routes of our own."""

import json
import zlib
from typing import Any

import structlog
from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse
from rasa_sdk.executor import ActionExecutor
from rasa_sdk.interfaces import ActionExecutionRejection, ActionNotFoundException

log = structlog.get_logger()


class DomainFreeExecutor(ActionExecutor):
    """Rasa leaves the domain out of each call (`enable_selective_domain`), and no action of ours reads it.

    rasa-sdk would ask for it once with status 449, which Rasa 3.6 does not know.
    """

    def update_and_return_domain(self, payload: dict[str, Any], action_name: str) -> dict[str, Any] | None:
        return payload.get("domain") or {}


def make_executor() -> DomainFreeExecutor:
    """An executor with every action of this room registered."""
    executor = DomainFreeExecutor()
    executor.register_package("actions")
    return executor


def create_app(executor: ActionExecutor) -> FastAPI:
    """`POST /webhook` as Rasa calls it and `GET /health`; listens on loopback only."""
    app = FastAPI(title="Wijzer actions", docs_url=None, redoc_url=None, openapi_url=None)

    @app.get("/health")
    async def health() -> dict[str, str]:
        return {"status": "ok"}

    @app.post("/webhook")
    async def webhook(request: Request) -> JSONResponse:
        body = await request.body()
        if request.headers.get("content-encoding") == "deflate":
            body = zlib.decompress(body)
        return await _run(executor, json.loads(body))

    return app


async def _run(executor: ActionExecutor, call: dict[str, Any]) -> JSONResponse:
    try:
        result = await executor.run(call)
    except ActionExecutionRejection as rejection:
        return _refusal(400, rejection.message, rejection.action_name)
    except ActionNotFoundException as missing:
        log.error("action_not_found", action=missing.action_name)
        return _refusal(404, missing.message, missing.action_name)
    return JSONResponse(result.model_dump() if result else None)


def _refusal(status: int, message: str, action: str) -> JSONResponse:
    return JSONResponse({"error": message, "action_name": action}, status)
