"""What one console holds: made once by the app factory and passed down, never imported."""

from dataclasses import dataclass, field

from jinja2 import Environment

from desk.accounts.lockout import Lockout
from desk.console.looking import Looking
from desk.console.metrics import Metrics
from desk.console.school import School
from desk.console.sessions import Sessions
from desk.console.settings import ConsoleSettings
from desk.desk import Desk


@dataclass(frozen=True, slots=True)
class ConsoleHouse:
    """Everything a request may need."""

    desk: Desk
    settings: ConsoleSettings
    sessions: Sessions
    lockout: Lockout
    templates: Environment
    looking: Looking
    school: School | None
    metrics: Metrics = field(default_factory=Metrics)
