"""Counters for Prometheus that every connector has. No ids, no texts, and only labels with a short closed list.

Whoever reads them again and again sees them move. So no count tells a cry for help, a report or a hand-over apart from
other talk, and none says when it began.
"""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, disable_created_metrics

disable_created_metrics()  # type: ignore[no-untyped-call]  # the library has no type for it
APART = frozenset({"answer", "choices", "fallback", "small_talk"})
SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20)


class Measures:
    """The measures of one process, in a registry of its own."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.conversations = self._counter("conversations_started", "Conversations begun")
        self.deletions = self._counter("conversations_deleted", "Conversations deleted (asked, idle)", "reason")
        self.messages = self._counter("messages", "Messages by sender and kind", "sender", "kind")
        self.feedback = self._counter("feedback", "Ratings of answers", "helpful")
        self.deletions_pending = self._gauge("deletions_pending", "Deletions that failed and are tried again")
        self.bot = self._histogram("bot_seconds", "Time the bot took to answer")

    def count_message(self, sender: str, kind: str) -> None:
        """Count one message; what nobody may watch is among the others."""
        self.messages.labels(sender, kind if kind in APART else "other").inc()

    def _counter(self, name: str, meaning: str, *labels: str) -> Counter:
        return Counter(f"wijzer_{name}", meaning, labels, registry=self.registry)

    def _gauge(self, name: str, meaning: str) -> Gauge:
        return Gauge(f"wijzer_{name}", meaning, registry=self.registry)

    def _histogram(self, name: str, meaning: str, *labels: str) -> Histogram:
        return Histogram(f"wijzer_{name}", meaning, labels, buckets=SECONDS, registry=self.registry)
