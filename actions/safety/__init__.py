"""Answering a cry for help."""
