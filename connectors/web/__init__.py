"""The website connector: the chat API, the chat page and the widget."""
