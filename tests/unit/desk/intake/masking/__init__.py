"""Masking personal data."""
