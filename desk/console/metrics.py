"""Counters for Prometheus. No ids, no names, and only labels with a short closed list of values."""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, disable_created_metrics

disable_created_metrics()  # type: ignore[no-untyped-call]  # a count tells how often, never when first
SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)


class Metrics:
    """All measures of one console, in a registry of its own."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.logins = Counter("wijzer_desk_logins", "Tries to log in by outcome", ["outcome"], registry=self.registry)
        self.sessions = Gauge("wijzer_desk_sessions", "People logged in", registry=self.registry)
        self.errors = Counter("wijzer_desk_errors", "Answers nobody meant", registry=self.registry)
        self.requests = Histogram(
            "wijzer_desk_request_seconds",
            "Time to answer a request",
            ["route", "method", "status"],
            buckets=SECONDS,
            registry=self.registry,
        )
