"""Hearing a cry for help: pure logic without Rasa, used by components.crisis_detector. See docs/safety.md."""
