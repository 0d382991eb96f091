"""Tests of what we promise to outside clients."""
