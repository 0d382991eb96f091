"""For who runs the service: does it live, is it ready, what does it count."""

from fastapi import APIRouter, Response
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from sqlalchemy import select

from desk.console.deps import InHouse
from desk.errors import DeskError
from desk.store.tables import VaultRow

router = APIRouter()


@router.get("/healthz")
def healthz() -> dict[str, str]:
    """Touches nothing else."""
    return {"status": "ok"}


@router.get("/readyz")
def readyz(house: InHouse, response: Response) -> dict[str, str]:
    """The database must answer."""
    try:
        with house.desk.store.reading() as session:
            session.execute(select(VaultRow.id).limit(1))
    except DeskError:
        response.status_code = 503
        return {"status": "unavailable", "database": "unavailable"}
    return {"status": "ok", "database": "ok"}


@router.get("/metrics")
def metrics(house: InHouse) -> Response:
    """Counts only: no ids, no names."""
    house.metrics.sessions.set(len(house.sessions))
    return Response(generate_latest(house.metrics.registry), media_type=CONTENT_TYPE_LATEST)
