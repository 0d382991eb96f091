"""How long things may take on the website besides what holds for every connector."""

from dataclasses import dataclass

from connectors.conversations import timing


@dataclass(frozen=True, kw_only=True)
class Timing(timing.Timing):
    """All in seconds, unless the name says otherwise."""

    retry_after: int = 5
    arrivals_poll: float = 0.5
    heartbeat: float = 15.0
    stream: float = 3600.0
