"""What is said instead of the assistant, in every channel, when the assistant itself says nothing."""

from collections.abc import Iterable

from connectors.conversations.message import Draft, DraftButton
from desk.intake.masking import Kind

WELCOME = Draft(
    sender="assistant",
    kind="info",
    text=(
        "Hoi! Ik ben Wijzer. Ik ben een chatbot, geen mens.\n\n"
        "Stel je vraag over je studiekeuze of je stage. Schrijf geen namen of adressen in je bericht."
    ),
)

NO_ANSWER = Draft(
    sender="assistant",
    kind="fallback",
    text=(
        "Sorry, er ging iets mis bij mij. Ik kan je hier nu geen antwoord op geven.\n\n"
        "Stel je vraag nog een keer met andere woorden. Of kies hieronder wat je wilt doen."
    ),
    buttons=[
        DraftButton(title="Ik wil een mens spreken", payload="/hulp_medewerker"),
        DraftButton(title="Opnieuw beginnen", payload="/begin"),
    ],
)

# Said wherever help may be needed and the assistant's own card cannot be had; a test holds it against the one list.
DANGER = "Is er nu gevaar? Bel 112.\nDenk je aan zelfmoord? Bel 113 of 0800-0113. Dat is gratis, dag en nacht."
PLAIN_CARD = Draft(sender="assistant", kind="crisis", text=f"Goed dat je het zegt.\n\n{DANGER}")

# Stands in the conversation instead of words that belong in a report, by who said them.
NOT_KEPT = {
    "user": "(Je antwoord staat alleen in je melding, niet in dit gesprek.)",
    "assistant": "(Hier stond iets uit je melding. Dat bewaar ik niet in dit gesprek.)",
}


def website_answer(title: str, url: str) -> Draft:
    """Say where a button's website is, for clients that cannot open it themselves."""
    return Draft(sender="assistant", kind="info", text=f"Je vindt “{title}” hier: {url}")


WHAT = {
    Kind.BSN: "een burgerservicenummer (BSN)",
    Kind.IBAN: "een rekeningnummer",
    Kind.PHONE: "een telefoonnummer",
    Kind.EMAIL: "een e-mailadres",
    Kind.ADDRESS: "een adres",
    Kind.POSTCODE: "een postcode",
    Kind.BIRTHDATE: "een geboortedatum",
    Kind.STUDENT_NUMBER: "een studentnummer",
}


def not_needed(kinds: Iterable[Kind]) -> Draft:
    """Say that something in the message leads to a person, that nobody needs it here, and how it goes away."""
    things = [WHAT[kind] for kind in kinds]
    listed = things[0] if len(things) == 1 else f"{', '.join(things[:-1])} en {things[-1]}"
    return Draft(
        sender="assistant",
        kind="info",
        text=(
            f"In je bericht staat, denk ik, {listed}. Dat heb ik niet nodig. "
            "Je hoeft hier niet te zeggen wie je bent.\n\n"
            "Wil je het weg hebben? Wis dan dit gesprek. Je kunt daarna je vraag opnieuw stellen, zonder die gegevens."
        ),
    )
