"""Counters for Prometheus. No ids, no texts, and only labels with a short closed list of values."""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20)


class Metrics:
    """All measures of one application, in a registry of its own."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.conversations = Counter("wijzer_conversations_started", "Conversations begun", registry=self.registry)
        self.deletions = Counter(
            "wijzer_conversations_deleted",
            "Conversations deleted, by reason (asked, idle)",
            ["reason"],
            registry=self.registry,
        )
        self.deletions_pending = Gauge(
            "wijzer_deletions_pending",
            "Conversations whose deletion failed and is tried again",
            registry=self.registry,
        )
        self.messages = Counter(
            "wijzer_messages",
            "Messages by sender, and by kind for the assistant's",
            ["sender", "kind"],
            registry=self.registry,
        )
        self.feedback = Counter("wijzer_feedback", "Ratings of answers", ["helpful"], registry=self.registry)
        self.errors = Counter("wijzer_errors", "Error answers by code", ["code"], registry=self.registry)
        self.requests = Histogram(
            "wijzer_request_seconds",
            "Time to answer a request, by route template, method and status",
            ["route", "method", "status"],
            buckets=SECONDS,
            registry=self.registry,
        )
        self.bot = Histogram(
            "wijzer_bot_seconds",
            "Time the bot took to answer",
            buckets=SECONDS,
            registry=self.registry,
        )
        self.streams = Gauge("wijzer_streams", "Open event streams", registry=self.registry)
