"""The page with figures, for anyone."""

from anyio import to_thread
from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from connectors.web.deps import InHouse
from connectors.web.headers import FIGURES

router = APIRouter(include_in_schema=False)


@router.api_route(FIGURES, methods=["GET", "HEAD"])
async def figures(house: InHouse) -> HTMLResponse:
    """Show the counts of each year; 503 with a sentence when the desk cannot be read."""
    html, readable = await to_thread.run_sync(house.figures.html)
    return HTMLResponse(html, 200 if readable else 503)
