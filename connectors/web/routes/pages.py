"""The chat page, the widget and their files, as they lie in `static/`."""

from pathlib import Path

from fastapi import APIRouter, FastAPI
from fastapi.responses import FileResponse
from starlette.middleware.gzip import GZipMiddleware
from starlette.staticfiles import StaticFiles

STATIC = Path(__file__).parent.parent / "static"
READ = ["GET", "HEAD"]

router = APIRouter(include_in_schema=False)


@router.api_route("/", methods=READ)
async def chat_page() -> FileResponse:
    """The public chat page; the widget frames it too."""
    return FileResponse(STATIC / "index.html", media_type="text/html")


@router.api_route("/demo", methods=READ)
async def demo_page() -> FileResponse:
    """A page that shows the widget at work."""
    return FileResponse(STATIC / "demo.html", media_type="text/html")


@router.api_route("/widget.js", methods=READ)
async def widget() -> FileResponse:
    """The one script that puts the chat on another site."""
    return FileResponse(STATIC / "widget.js", media_type="text/javascript")


def add_static_files(app: FastAPI) -> None:
    """Serve the folder; compressed, since it holds no secrets."""
    app.mount("/static", GZipMiddleware(StaticFiles(directory=STATIC, check_dir=False)), name="static")
