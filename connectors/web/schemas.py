"""Bodies of the chat API. What a client sends wrongly becomes a named error (see errors.py)."""

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StrictBool, StrictStr, model_validator
from pydantic.config import JsonDict
from pydantic.json_schema import WithJsonSchema
from pydantic_core import PydanticCustomError

from connectors.conversations.message import Message, Sender
from connectors.conversations.wording import clean, has_words

MAX_CHARACTERS = 2000

TEXT_SCHEMA: JsonDict = {"type": "string", "minLength": 1, "maxLength": MAX_CHARACTERS}
NULL_SCHEMA: JsonDict = {"type": "null"}
TEXT_OR_PAYLOAD_SCHEMA: JsonDict = {
    "type": "object",
    "oneOf": [
        {"required": ["text"], "properties": {"text": TEXT_SCHEMA, "payload": NULL_SCHEMA}},
        {"required": ["payload"], "properties": {"text": NULL_SCHEMA, "payload": {"type": "string"}}},
    ],
    "examples": [{"text": "Krijg ik geld voor mijn stage?"}, {"payload": "the payload of a button"}],
}


def _check_text(value: str) -> str:
    if len(value) > MAX_CHARACTERS:
        raise PydanticCustomError("text_too_long", "text is longer than 2000 characters")
    if not has_words(value):
        raise PydanticCustomError("text_empty", "text is empty")
    return clean(value)


def _check_channel(value: str) -> str:
    if value != "web":
        raise PydanticCustomError("unknown_channel", "channel is unknown")
    return value


Progress = Literal["new", "read", "in_conversation", "referred", "closed"]
Text = Annotated[StrictStr, AfterValidator(_check_text), WithJsonSchema(TEXT_SCHEMA)]
Channel = Annotated[StrictStr, AfterValidator(_check_channel), WithJsonSchema({"type": "string", "enum": ["web"]})]


class NewConversation(BaseModel):
    """How the user reached us."""

    channel: Channel = "web"


class TextOrPayload(BaseModel):
    """What the user says: a text, or the payload of a button that was offered."""

    model_config = ConfigDict(json_schema_extra=lambda schema: _replace(schema, TEXT_OR_PAYLOAD_SCHEMA))

    text: Text | None = None
    payload: StrictStr | None = None

    @model_validator(mode="after")
    def _exactly_one(self) -> Self:
        if (self.text is None) == (self.payload is None):
            raise PydanticCustomError("text_or_payload", "give either text or payload")
        return self


class Rating(BaseModel):
    """Whether an answer helped."""

    helpful: StrictBool


class ReceiptBody(BaseModel):
    """The number that a reporter was given: sixteen digits, spaces allowed."""

    receipt: StrictStr = Field(examples=["1234 5678 9012 3456"])


class ReceiptMessageBody(ReceiptBody):
    """What a reporter writes to the counsellor."""

    text: Text


class Messages(BaseModel):
    """Messages in the order in which they were made."""

    messages: list[Message]


class StartedConversation(BaseModel):
    """A new conversation. Keep the token secret: it opens everything of this conversation."""

    conversation_id: str
    token: str
    messages: list[Message]


class ReportMessage(BaseModel):
    """One message about a report."""

    model_config = ConfigDict(populate_by_name=True)

    sender: Sender = Field(alias="from")
    text: str
    at: date = Field(description="The day; the time is not kept")


class ReportStep(BaseModel):
    """One step of a report."""

    status: Progress
    on: date


class ReportState(BaseModel):
    """What a reporter may know of the own report. `history`: every step so far, oldest first."""

    status: Progress
    filed_on: date
    history: list[ReportStep]
    messages: list[ReportMessage]


class Health(BaseModel):
    """The process lives."""

    status: Literal["ok"] = "ok"


class Readiness(BaseModel):
    """Which parts answer. `missing` names what the bot lacks: model, actions or bot."""

    status: Literal["ok", "unavailable"]
    database: Literal["ok", "unavailable"]
    assistant: Literal["ok", "unavailable"]
    missing: str | None = None


class ErrorDetail(BaseModel):
    """What went wrong: a code for programs, a Dutch sentence for people."""

    code: str
    message: str


class ErrorBody(BaseModel):
    """Every error has this shape."""

    error: ErrorDetail


def _replace(schema: JsonDict, wanted: JsonDict) -> None:
    for key in ("properties", "required"):
        schema.pop(key, None)
    schema.update(wanted)
