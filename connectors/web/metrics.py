"""What the website counts besides what every connector counts."""

from connectors.conversations.measures import Measures


class Metrics(Measures):
    """All measures of one application."""

    def __init__(self) -> None:
        super().__init__()
        self.errors = self._counter("errors", "Error answers by code", "code")
        self.streams = self._gauge("streams", "Open event streams")
        self.requests = self._histogram("request_seconds", "Time to answer a request", "route", "method", "status")
