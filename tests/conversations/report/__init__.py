"""Conversations in which somebody reports discrimination."""
