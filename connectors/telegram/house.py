"""What the Telegram process holds: made once and passed down, never imported."""

from dataclasses import dataclass, field
from typing import Any

from telegram.ext import Application, ApplicationBuilder

from connectors.conversations import house
from connectors.conversations.database import make_sessions, open_database
from connectors.conversations.house import Clock
from connectors.conversations.people.desk_side import DeskSide
from connectors.conversations.turnstiles import Turnstiles
from connectors.rasa_client import RasaClient, make_http
from connectors.rate_limits import make_rate_limiter
from connectors.telegram.keys import ChatKeys
from connectors.telegram.sending import Sender
from connectors.telegram.settings import TelegramSettings
from connectors.telegram.timing import Timing
from desk.intake.counting import DeskSettings, Tally

KEYS_FILE = "telegram.keys"

AnyApplication = Application[Any, Any, Any, Any, Any, Any]


@dataclass(frozen=True, kw_only=True)
class House(house.House):
    """Everything an update may need. `doors` let one update of a chat through at a time, its sending included."""

    settings: TelegramSettings
    timing: Timing
    application: AnyApplication
    sender: Sender
    keys: ChatKeys
    doors: Turnstiles = field(default_factory=Turnstiles)


def build_house(settings: TelegramSettings, timing: Timing, clock: Clock) -> House:
    """Connect the parts; nothing is contacted yet."""
    engine = open_database(settings.database_url)
    http = make_http(settings.bot_url, settings.bot_token.get_secret_value(), timing.bot_read)
    application = build_application(settings)
    desk = DeskSettings(data_dir=settings.data_dir, office_hours=settings.office_hours)
    return House(
        settings=settings,
        timing=timing,
        clock=clock,
        engine=engine,
        sessions=make_sessions(engine),
        bot=RasaClient(http),
        limiter=make_rate_limiter(on=True, redis_url=settings.redis_url),
        tally=Tally(desk, clock),
        desk=DeskSide(desk),
        application=application,
        sender=Sender(application.bot, timing.network_pause),
        keys=ChatKeys(settings.data_dir / KEYS_FILE, clock),
    )


def build_application(settings: TelegramSettings) -> AnyApplication:
    """Make python-telegram-bot's application. It fetches nothing itself: `polling` and `server` do."""
    builder = ApplicationBuilder().token(settings.telegram_bot_token.get_secret_value())
    builder = builder.base_url(f"{settings.telegram_api_base}/bot")
    builder = builder.base_file_url(f"{settings.telegram_api_base}/file/bot")
    return builder.updater(None).job_queue(None).build()
