"""How long things may take in every connector. One frozen value, so that tests can make everything quick."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Timing:
    """All in seconds, unless the name says otherwise."""

    bot_read: float = 15.0
    double_click: float = 1.0
    sweep: float = 60.0
    count: float = 60.0
    desk_poll: float = 0.5
    idle_minutes: int = 30
