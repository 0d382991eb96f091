"""Counting without knowing whom: counters of the chat, sealed counts of reports, and what of both is published."""
