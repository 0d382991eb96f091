"""What the bot's own channel answers (bot/components/channel.py makes it)."""

from typing import Literal

from pydantic import BaseModel, ConfigDict


class BotSource(BaseModel):
    """Where an answer comes from; `as_of` is a year or year and month, e.g. "2020-01"."""

    model_config = ConfigDict(frozen=True)

    title: str
    url: str | None = None
    as_of: str | None = None


class BotButton(BaseModel):
    """A choice: `payload` goes back to the bot, or `url` opens a website."""

    model_config = ConfigDict(frozen=True)

    title: str
    payload: str | None = None
    url: str | None = None


class BotMessage(BaseModel):
    """One thing the bot says. `keep`: whether both sides may be kept, only what is said here, or neither.

    `hand_over` asks the connector for a person, with all of the conversation or nothing of it; `leave` says that what
    the user types next is a message for the desk.
    """

    model_config = ConfigDict(frozen=True)

    text: str
    buttons: list[BotButton] = []
    article: str | None = None
    source: BotSource | None = None
    receipt: str | None = None
    escalated: bool = False
    kind: str = "info"
    more: bool = False
    keep: Literal["all", "answer", "nothing"] = "all"
    hand_over: Literal["all", "nothing"] | None = None
    leave: Literal["message", "sme_message"] | None = None


class BotAnswer(BaseModel):
    """Everything the bot says to one message; empty when an action crashed."""

    messages: list[BotMessage]


class BotHeard(BaseModel):
    """What the bot hears in a text without answering it: the level of a cry for help, or None."""

    crisis: Literal["danger", "suicide", "unsafe"] | None
