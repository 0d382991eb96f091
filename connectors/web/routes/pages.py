"""The chat page, the widget and their files, as they lie in `static/`."""

from functools import partial
from pathlib import Path

from fastapi import APIRouter, FastAPI
from fastapi.responses import FileResponse
from starlette.middleware.gzip import GZipMiddleware
from starlette.staticfiles import StaticFiles

from connectors.web.headers import PAGES

STATIC = Path(__file__).parent.parent / "static"
READ = ["GET", "HEAD"]

router = APIRouter(include_in_schema=False)


@router.api_route("/widget.js", methods=READ)
async def widget() -> FileResponse:
    """The one script that puts the chat on another site."""
    return FileResponse(STATIC / "widget.js", media_type="text/javascript")


def add_pages(app: FastAPI) -> None:
    """Serve the pages at their short addresses, and the folder; compressed, since it holds no secrets."""
    for path, name in PAGES.items():
        app.add_api_route(path, partial(_page, name), methods=READ, include_in_schema=False)
    app.mount("/static", GZipMiddleware(StaticFiles(directory=STATIC, check_dir=False)), name="static")


async def _page(name: str) -> FileResponse:
    return FileResponse(STATIC / name, media_type="text/html")
