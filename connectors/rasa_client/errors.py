"""What can go wrong between a connector and the bot. No message ever carries what a user typed."""


class BotError(Exception):
    """The bot gave nothing that can be used."""


class BotUnreachableError(BotError):
    """Refused, timed out, or answered 5xx: trying again later may help."""


class BotRefusedError(BotError):
    """The bot answered 4xx: the token or an address is set wrongly."""


class BotAnswerError(BotError):
    """The bot answered 200 with something that is not its own format."""


class BotNotReadyError(BotError):
    """The bot lives, but `missing` does not answer yet: "model" or "actions"."""

    def __init__(self, missing: str) -> None:
        super().__init__(f"bot is not ready: {missing}")
        self.missing = missing
