"""How long things may take. One frozen value, so that tests can make everything quick."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Timing:
    """All in seconds, unless the name says otherwise."""

    bot_read: float = 15.0
    retry_after: int = 5
    arrivals_poll: float = 0.5
    heartbeat: float = 15.0
    stream: float = 3600.0
    double_click: float = 1.0
    sweep: float = 60.0
    idle_minutes: int = 30
