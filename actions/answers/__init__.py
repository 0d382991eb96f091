"""Answering from the knowledge base."""
