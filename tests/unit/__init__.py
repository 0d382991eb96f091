"""Unit tests; folders mirror the source."""
