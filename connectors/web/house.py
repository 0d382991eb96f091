"""What one application holds: made once by the app factory and passed down, never imported."""

from dataclasses import dataclass, field

from connectors.conversations import house
from connectors.conversations.database import make_sessions, open_database
from connectors.conversations.house import Clock
from connectors.conversations.people.desk_side import DeskSide
from connectors.rasa_client import RasaClient, make_http
from connectors.rate_limits import make_rate_limiter
from connectors.settings import WebSettings
from connectors.web.arrivals import Arrivals
from connectors.web.figures import FiguresPage
from connectors.web.metrics import Metrics
from connectors.web.receipts import DeskReports, Reports
from connectors.web.timing import Timing
from desk.intake.counting import DeskSettings, Tally
from desk.intake.figures import Figures


@dataclass(frozen=True, kw_only=True)
class House(house.House):
    """Everything a request may need."""

    settings: WebSettings
    timing: Timing
    arrivals: Arrivals
    figures: FiguresPage
    reports: Reports
    metrics: Metrics = field(default_factory=Metrics)


def build_house(settings: WebSettings, timing: Timing, clock: Clock) -> House:
    """Connect the parts; nothing is contacted yet."""
    engine = open_database(settings.database_url)
    sessions = make_sessions(engine)
    desk = DeskSettings(data_dir=settings.data_dir)
    side = DeskSide(DeskSettings(data_dir=settings.data_dir, office_hours=settings.office_hours))
    http = make_http(settings.bot_url, settings.bot_token.get_secret_value(), timing.bot_read)
    return House(
        settings=settings,
        timing=timing,
        clock=clock,
        engine=engine,
        sessions=sessions,
        bot=RasaClient(http),
        limiter=make_rate_limiter(on=settings.rate_limits == "on", redis_url=settings.redis_url),
        desk=side,
        arrivals=Arrivals(sessions, timing.arrivals_poll),
        tally=Tally(desk, clock),
        figures=FiguresPage(Figures(desk, clock)),
        reports=DeskReports(side),
    )
