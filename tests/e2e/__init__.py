"""Browser tests: the chat page and the widget in Chromium, against the real web application."""
