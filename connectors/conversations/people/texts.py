"""What is said, in every channel, about a person taking over and about messages that are left."""

from collections.abc import Iterable

from connectors.conversations.message import Draft, DraftButton
from desk.intake.live import News
from desk.intake.masking import Kind

STOP, SEND, AGAIN, DROP = "/desk_stop", "/desk_send", "/desk_again", "/desk_drop"
OURS = "/desk_"
ASK = "/hulp_medewerker"

BACK = DraftButton(title="Terug naar de chatbot", payload=STOP)
RETRY = DraftButton(title="Opnieuw proberen", payload=ASK)


def said(text: str, *buttons: DraftButton, escalated: bool = False) -> Draft:
    """Make a message of the assistant about handing over."""
    return Draft(sender="assistant", kind="handover", text=text, buttons=list(buttons), escalated=escalated)


WAITING = said(
    "Ik heb een medewerker gevraagd. Laat deze chat open, dan zie je het antwoord hier. Hoe lang het duurt, weet ik "
    "niet.\n\nJe kunt alvast typen: de medewerker leest dat straks. Zeggen jullie allebei een half uur niets? Dan "
    "wordt dit gesprek gewist.",
    DraftButton(title="Ik wacht niet langer", payload=STOP),
    escalated=True,
)
STILL_WAITING = said(
    "Dit staat klaar voor de medewerker. Je wacht nog. Ik, de chatbot, geef nu geen antwoord. Duurt het te lang? "
    "Dan kun je stoppen met wachten en een bericht achterlaten.",
    DraftButton(title="Ik wacht niet langer", payload=STOP),
    escalated=True,
)
WITH_A_PERSON = said(
    "Een medewerker heeft dit gesprek nu. Daarom doe ik even niets met knoppen. Typ gerust verder, of ga terug naar "
    "mij.",
    BACK,
    escalated=True,
)
STOPPED = said(
    "Oké. Je praat weer met mij, de chatbot. Er leest geen medewerker mee. Waar kan ik mee helpen?",
    DraftButton(title="Bericht achterlaten", payload="/leave_message"),
)
NOBODY_NOW = said(
    "Er is nu toch geen medewerker beschikbaar. Je kunt een bericht achterlaten, of het later nog eens proberen.", RETRY
)
DESK_AWAY = said(
    "Het lukt nu niet om een medewerker te vragen. Dat ligt aan ons. Probeer het over een paar minuten.", RETRY
)
NOT_DELIVERED = said(
    "Je bericht is niet bij de medewerker gekomen. Dat ligt aan ons. Stuur het over een minuut nog een keer."
)

NEWS: dict[News, Draft] = {
    News.TAKEN: said(
        "Een medewerker is er nu bij: een mens, geen chatbot. Ik ben stil tot jullie klaar zijn. Je hoeft je naam niet "
        "te noemen.",
        BACK,
        escalated=True,
    ),
    News.HANDED_ON: said(
        "Je gesprek gaat naar een andere medewerker. Wacht even, je hoeft niets opnieuw te vertellen.",
        BACK,
        escalated=True,
    ),
    News.GIVEN_BACK: said("De medewerker heeft het gesprek teruggegeven. Je praat weer met mij, de chatbot."),
    News.ENDED: said("De medewerker heeft het gesprek afgerond. Je praat weer met mij, de chatbot."),
    News.CLOSED: said(
        "Er zijn nu geen medewerkers meer. Het spijt me dat je voor niets hebt gewacht. Je praat weer met mij, de "
        "chatbot. Je kunt een bericht achterlaten.",
        DraftButton(title="Bericht achterlaten", payload=ASK),
    ),
    News.EXPIRED: said(
        "Het was lang stil. Daarom is het gesprek met de medewerker voorbij. Je praat weer met mij, de chatbot."
    ),
}

# --- messages that are left --------------------------------------------------------------------------------

STILL_WRITING = said(
    "Dit heb ik niet als bericht bewaard. Wil je daarna nog een bericht achterlaten? Typ het dan hier.",
    DraftButton(title="Geen bericht", payload=DROP),
)
TYPE_AGAIN = said("Oké. Typ je bericht opnieuw, in één keer.", DraftButton(title="Geen bericht", payload=DROP))
DROPPED = said("Oké, er is niets verstuurd. Je praat weer met mij, de chatbot. Waar kan ik mee helpen?")
TOO_LONG = said("Dit bericht is te lang. Maak het korter dan 4000 letters en stuur het opnieuw.")
NOT_MASKED = said(
    "Het lukt nu niet om namen en adressen uit je bericht te halen. Daarom heb ik het niet bewaard. Dat ligt aan ons. "
    "Probeer het later nog eens."
)
NOBODY_READS = said(
    "Op dit moment kan niemand je bericht lezen. Daarom heb ik het niet bewaard. Probeer het later nog eens."
)
ALREADY_SENT = said("Dit bericht is al verstuurd. Je kreeg daarbij een code.")
TAKEN_OUT = {
    Kind.NAME: "een naam",
    Kind.EMAIL: "een e-mailadres",
    Kind.PHONE: "een telefoonnummer",
    Kind.IBAN: "een rekeningnummer",
    Kind.BSN: "een burgerservicenummer",
    Kind.ADDRESS: "een adres",
    Kind.POSTCODE: "een postcode",
    Kind.BIRTHDATE: "een geboortedatum",
    Kind.STUDENT_NUMBER: "een studentnummer",
    Kind.PLATE: "een kenteken",
    Kind.HANDLE: "een gebruikersnaam",
    Kind.URL: "een link",
}


def confirm(text: str, taken_out: Iterable[Kind], send: str) -> Draft:
    """Show the message as it would be kept, and what was taken out of it."""
    out = listed([TAKEN_OUT[kind] for kind in taken_out])
    told = f"Ik heb {out} weggelaten, want dat kan iemand herkenbaar maken.\n\n" if out else ""
    return said(
        f"Dit bericht gaat naar een medewerker:\n\n„{text}”\n\n{told}Zal ik het zo versturen?",
        DraftButton(title="Ja, versturen", payload=send),
        DraftButton(title="Opnieuw typen", payload=AGAIN),
        DraftButton(title="Niet versturen", payload=DROP),
    )


def sent(receipt: str) -> Draft:
    """Give the code to come back with; it is shown once."""
    text = (
        f"Je bericht is verstuurd. Dit is je code: {receipt}\n\nSchrijf de code nu op. Je ziet hem maar één keer. Met "
        "deze code lees je later het antwoord: typ in deze chat dat je een code hebt. Wij weten niet wie je bent en "
        "kunnen je dus niet bellen of mailen. Raak je de code kwijt? Dan kun je het antwoord niet meer lezen."
    )
    return Draft(sender="assistant", kind="handover", text=text, receipt=receipt)


def not_sent(send: str) -> Draft:
    """Say that it failed; the same button tries the same message again."""
    return said(
        "Het versturen is niet gelukt. Dat ligt aan ons. Je bericht is nog niet weg: probeer het zo nog een keer.",
        DraftButton(title="Nog een keer versturen", payload=send),
        DraftButton(title="Niet versturen", payload=DROP),
    )


def listed(words: list[str]) -> str:
    """Return "a", "a en b", "a, b en c"; nothing of nothing."""
    return " en ".join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)
