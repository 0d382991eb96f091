"""Tests of parts together, with real servers."""
