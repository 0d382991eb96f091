"""The one way to the bot for every connector: a small HTTP client with time limits and named errors."""

from connectors.rasa_client.client import Channel, RasaClient, make_http
from connectors.rasa_client.errors import (
    BotAnswerError,
    BotError,
    BotNotReadyError,
    BotRefusedError,
    BotUnreachableError,
)
from connectors.rasa_client.models import BotButton, BotMessage, BotSource

__all__ = [
    "BotAnswerError",
    "BotButton",
    "BotError",
    "BotMessage",
    "BotNotReadyError",
    "BotRefusedError",
    "BotSource",
    "BotUnreachableError",
    "Channel",
    "RasaClient",
    "make_http",
]
