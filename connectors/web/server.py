"""The uvicorn server: quiet about users, and quick to stop."""

import socket

import uvicorn
from fastapi import FastAPI

from connectors.settings import WebSettings

STOP_SECONDS = 5


class WebServer(uvicorn.Server):
    """Ends the open event streams first when it stops; it would wait for them otherwise."""

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """See `uvicorn.Server`."""
        app = self.config.app
        if isinstance(app, FastAPI):
            app.state.house.arrivals.end_all()
        await super().shutdown(sockets)


def make_server(app: FastAPI, settings: WebSettings) -> WebServer:
    """Make the server; it logs no requests, so no addresses."""
    config = uvicorn.Config(
        app,
        host=settings.web_host,
        port=settings.web_port,
        access_log=False,
        log_config=None,
        server_header=False,
        timeout_graceful_shutdown=STOP_SECONDS,
    )
    return WebServer(config)
