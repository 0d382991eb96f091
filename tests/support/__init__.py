"""Helpers for tests: stand-ins and servers on free ports."""
