"""For who runs the service: does it live, is it ready, what does it count."""

from fastapi import APIRouter, Response
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from connectors.conversations.tables import ConversationRow
from connectors.rasa_client import BotError, BotNotReadyError
from connectors.web.deps import InHouse
from connectors.web.house import House
from connectors.web.schemas import Health, Readiness

router = APIRouter(tags=["operations"])


@router.get("/healthz", summary="The process lives")
async def healthz() -> Health:
    """Touches nothing else."""
    return Health()


@router.get(
    "/readyz",
    summary="Database and assistant answer",
    responses={503: {"model": Readiness, "description": "What does not answer"}},
)
async def readyz(house: InHouse, response: Response) -> Readiness:
    """The database must be migrated, the assistant must have a model and its actions."""
    database = await _database_answers(house)
    missing = await _missing_of_bot(house)
    ready = database and missing is None
    if not ready:
        response.status_code = 503
        response.headers["Retry-After"] = str(house.timing.retry_after)
    return Readiness(
        status="ok" if ready else "unavailable",
        database="ok" if database else "unavailable",
        assistant="ok" if missing is None else "unavailable",
        missing=missing,
    )


@router.get(
    "/metrics",
    summary="Measures for Prometheus",
    response_class=Response,
    responses={200: {"content": {"text/plain": {"schema": {"type": "string"}}}}},
)
async def metrics(house: InHouse) -> Response:
    """Counts only: no ids, no texts."""
    return Response(generate_latest(house.metrics.registry), media_type=CONTENT_TYPE_LATEST)


async def _database_answers(house: House) -> bool:
    try:
        await house.in_session(_look)
    except SQLAlchemyError:
        return False
    return True


def _look(session: Session) -> None:
    session.execute(select(ConversationRow.id).limit(1))


async def _missing_of_bot(house: House) -> str | None:
    try:
        await house.bot.check_ready()
    except BotNotReadyError as error:
        return error.missing
    except BotError:
        return "bot"
    return None
