"""Named errors of the conversation store."""


class ConversationGoneError(Exception):
    """There is no such conversation (any more), or the token is another's."""


class UnknownMessageError(Exception):
    """The conversation has no message with this id."""


class UnknownPayloadError(Exception):
    """The conversation was never offered a button with this id."""
