"""The message as clients see it (`Message`), and as it is before it has an id (`Draft`)."""

from datetime import datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

Sender = Literal["assistant", "counsellor", "user"]
Keep = Literal["all", "answer", "nothing"]
Kind = Literal["answer", "choices", "fallback", "small_talk", "crisis", "report", "handover", "info"]


class Source(BaseModel):
    """Where an answer comes from and from when that is."""

    model_config = ConfigDict(frozen=True)

    title: str
    url: str | None = Field(default=None, description="Address of the source, or null")
    as_of: str | None = Field(default=None, description="Year, or year and month, e.g. 2020-01")


class Button(BaseModel):
    """A choice offered to the user."""

    model_config = ConfigDict(frozen=True)

    title: str
    payload: str = Field(description="Opaque: send it back to choose this button")
    url: str | None = Field(default=None, description="Set when the button opens a website instead")


class Message(BaseModel):
    """One message of a conversation."""

    model_config = ConfigDict(frozen=True, populate_by_name=True)

    id: str = Field(description="Opaque; sorts in the order in which messages were made")
    sender: Sender = Field(alias="from")
    text: str = Field(description="Plain Dutch text; a blank line starts a paragraph; bare URLs")
    buttons: list[Button] = []
    article: str | None = Field(default=None, description="Knowledge-base article of this answer, or null")
    source: Source | None = None
    receipt: str | None = Field(default=None, description="Sixteen digits, shown once when a report is filed")
    escalated: bool = Field(default=False, description="True once the conversation is handed to a counsellor")
    at: datetime = Field(description="Time with offset")
    kind: Kind = "info"
    more: bool = Field(default=False, description="True when a longer explanation can be asked for")


class DraftButton(BaseModel):
    """A choice with its true payload (for the bot) or website; never leaves the server like this."""

    model_config = ConfigDict(frozen=True)

    title: str
    payload: str | None = None
    url: str | None = None


class Draft(BaseModel):
    """A message to be kept: the same as `Message` without id and time, and with true payloads.

    `told_as`: the assistant's own word for its kind, which knows more kinds than clients do.
    `keep`: both sides, only this "answer" and not what it answers, or "nothing": words that belong in a report.
    """

    model_config = ConfigDict(frozen=True)

    sender: Sender
    text: str
    buttons: list[DraftButton] = []
    article: str | None = None
    source: Source | None = None
    receipt: str | None = None
    escalated: bool = False
    kind: Kind = "info"
    more: bool = False
    arrives_by_itself: bool = False
    keep: Keep = "all"
    told_as: str = ""
