"""A message of the conversation as a person reads it in Telegram: plain text, no marks of formatting."""

from connectors.conversations.message import Message, Source

MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)
# The assistant's texts name a button of the website; here that is a command.
WIPE_BUTTON = ('"Wis gesprek"', "“Wis gesprek”")


def render(message: Message) -> str:
    """Return the text with its source; who speaks is said when that is not the chatbot."""
    text = message.text
    for named in WIPE_BUTTON:
        text = text.replace(named, "/wis")
    parts = [text, *([_source_line(message.source)] if message.source else [])]
    if message.sender == "counsellor":
        parts[0] = f"Medewerker (een mens): {text}"
    return "\n\n".join(parts)


def _source_line(source: Source) -> str:
    when = f", {_month(source.as_of)}" if source.as_of else ""
    where = f"\n{source.url}" if source.url else ""
    return f"Bron: {source.title}{when}{where}"


def _month(as_of: str) -> str:
    """Return "februari 2023" for "2023-02"; a year stays a year."""
    year, _, month = as_of.partition("-")
    known = month.isdigit() and 1 <= int(month) <= len(MONTHS)
    return f"{MONTHS[int(month) - 1]} {year}" if known else year
