"""Names of slots and entities as bot/domain declares them."""

TOPIC = "topic"
TOLD_LONG = "told_long"
EARLIER_TOPICS = "earlier_topics"
MISSES = "misses"
PAUSED_FORM = "paused_form"
