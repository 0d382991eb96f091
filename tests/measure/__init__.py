"""Measuring the assistant: accuracy, speed. Numbers in docs/ come from here."""
