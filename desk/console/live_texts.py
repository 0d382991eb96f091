"""Dutch words of the pages for live chats."""

from desk.live.levels import Level
from desk.live.lines import Speaker

LEVELS: dict[Level, str] = {
    Level.DANGER: "nood: gevaar",
    Level.SUICIDE: "nood: zelfdoding",
    Level.UNSAFE: "nood: niet veilig",
}
SPEAKERS: dict[Speaker, str] = {
    Speaker.USER: "Bezoeker",
    Speaker.ASSISTANT: "Wijzer (chatbot)",
    Speaker.COUNSELLOR: "Medewerker",
}
UNSEEN = "nieuw bericht"
WANTED = "voor u"
DONE: dict[str, str] = {
    "claimed": "Dit gesprek is nu bij u. De bezoeker ziet dat er een mens is.",
    "handed_on": "Het gesprek is doorgegeven. De bezoeker ziet dat een collega het overneemt.",
    "given_back": "Het gesprek is terug bij de chatbot. De bezoeker ziet dat. Bij de balie is er niets van bewaard.",
    "ended": "Het gesprek is afgerond. De bezoeker ziet dat. Bij de balie is er niets van bewaard.",
}


def waiting_mark(minutes: int) -> str:
    """Return "net gevraagd", "vraagt sinds 1 minuut", "vraagt sinds 5 minuten"."""
    if minutes < 1:
        return "net gevraagd"
    return f"vraagt sinds {minutes} {'minuut' if minutes == 1 else 'minuten'}"
