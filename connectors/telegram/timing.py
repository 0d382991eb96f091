"""How long things may take on Telegram besides what holds for every connector."""

from dataclasses import dataclass

from connectors.conversations import timing


@dataclass(frozen=True, kw_only=True)
class Timing(timing.Timing):
    """All in seconds."""

    long_poll: int = 25
    # Between two fetches, so that a server that does not wait is not asked all the time.
    poll_pause: float = 0.2
    # After a fetch that failed; doubles up to the longest.
    trouble_pause: float = 1.0
    longest_pause: float = 60.0
    push: float = 0.5
    network_pause: float = 1.0
    typing_again: float = 4.5
    finish: float = 4.0
