"""The Telegram connector against a simulated Bot API, with a real database."""
