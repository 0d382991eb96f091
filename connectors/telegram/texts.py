"""Every Dutch sentence the Telegram connector says itself (the assistant's own texts live in bot/domain)."""

from connectors.conversations.message import Draft, DraftButton
from connectors.conversations.texts import DANGER

COMMANDS = {
    "start": "Begin een nieuw gesprek",
    "melding": "Stagediscriminatie melden",
    "wis": "Wis dit gesprek",
    "stop": "Stop het gesprek",
    "help": "Uitleg",
}

PERSON = DraftButton(title="Praat met een medewerker", payload="/hulp_medewerker")

HELPFUL = "👍 Dit helpt"
NOT_HELPFUL = "👎 Dit helpt niet"
THANKS = {
    True: "Dank je. Fijn dat het helpt.",
    False: "Dank je. Probeer je vraag eens anders, of vraag om een medewerker.",
}


GOES_ON = (
    "Ik ben Wijzer, een chatbot. Ik ben dus geen mens. Telegram ziet wie je bent en wat je hier typt. "
    "Wij bewaren je naam en je nummer niet. Meer uitleg: /help"
)

OLD_BUTTON = (
    "Deze knop werkt niet meer. Na een half uur stilte wissen we een gesprek. "
    "Typ je vraag gerust opnieuw, dan begint een nieuw gesprek."
)
UNREACHABLE = f"Ik kan nu even geen antwoord geven. Probeer het over een minuutje opnieuw.\n\n{DANGER}"
TOO_MANY = f"Je stuurt heel veel berichten. Wacht even en probeer het dan opnieuw.\n\n{DANGER}"
WENT_WRONG = f"Er ging iets mis bij ons. Probeer het over een minuutje opnieuw.\n\n{DANGER}"

WIPED = (
    "Je gesprek is bij ons gewist. In Telegram zelf staan de berichten er nog. "
    "Wil je dat niet? Wis dan ook de chat in Telegram."
)
NOTHING_TO_WIPE = "We hebben geen gesprek van jou. In Telegram zelf wis je de berichten door de chat te wissen."
WIPE_PENDING = (
    "Je berichten zijn gewist. Eén onderdeel is nu niet bereikbaar. Wij wissen de rest vanzelf zodra dat kan."
)
STOPPED = (
    "Oké, we stoppen hier. Je gesprek is bij ons gewist. Je kunt altijd een nieuwe vraag stellen. "
    "In Telegram zelf staan de berichten er nog, tot je de chat daar wist."
)

EDITED = "Je hebt je bericht aangepast. De nieuwe tekst is aangekomen."
CANNOT_SEE = {
    "voice": "Naar geluid kan ik niet luisteren. Typ je vraag, dan help ik je.",
    "picture": "Foto's en filmpjes kan ik niet bekijken. Typ je vraag, dan help ik je.",
    "location": "Een locatie kan ik niet lezen, en ik bewaar haar niet. Typ de plaats waar je iets zoekt.",
    "contact": "Stuur liever geen gegevens van iemand. Ik bewaar ze niet. Typ je vraag, dan help ik je.",
    "other": "Dit soort bericht kan ik niet lezen. Typ je vraag in gewone woorden, dan help ik je.",
}
NO_GROUPS = (
    "Hoi! Ik ben Wijzer, een chatbot. In een groep help ik niet mee, want dan leest iedereen jullie vragen. "
    "Stuur me een bericht in een eigen chat. Ik ga nu weg uit deze groep. Is er nu gevaar? Bel 112."
)


def first_words(website: str) -> str:
    """Say what Telegram can see; follows the assistant's own welcome in the same message."""
    return (
        "Goed om te weten: Telegram is een bedrijf. Het ziet wie je bent, dat je met mij chat en wat je hier typt. "
        "Wij bewaren je naam en je nummer niet. Na een half uur stilte wissen wij het gesprek bij ons. "
        "In Telegram blijft het staan, tot je het daar wist.\n\n"
        f"Liever niet via Telegram? Chat dan op onze website: {website}"
    )


def explanation(website: str) -> str:
    """Say what one can do here, for /help."""
    commands = "\n".join(f"/{name}: {meaning.lower()}" for name, meaning in COMMANDS.items())
    return (
        "Ik ben Wijzer, een chatbot. Stel je vraag over je studie, je stage of een plek om te leren in de regio "
        "Utrecht. Typ gewoon in je eigen woorden. Schrijf liever geen namen of adressen op.\n\n"
        f"{commands}\n\n{first_words(website)}\n\n"
        "Wil je een mens spreken? Typ dan: ik wil een medewerker spreken.\n\n"
        f"{DANGER}"
    )


def report_elsewhere(website: str) -> str:
    """Say why no report is taken here, and where it can be made."""
    return (
        "Een melding doen kan niet via Telegram. Telegram weet wie je bent en kan meelezen, "
        "dus hier kan ik niet beloven dat je anoniem blijft.\n\n"
        f"Op onze website kan het wel, zonder naam en zonder account: {website}\n"
        "Typ daar: ik wil een melding doen.\n\n"
        "Wat je hier net schreef, heb ik niet bewaard. In Telegram zelf staat het nog. Je kunt het daar wissen."
    )


def not_here(website: str) -> Draft:
    """Make the message that refuses a report."""
    return Draft(sender="assistant", kind="report", text=report_elsewhere(website), buttons=[PERSON])


def told_by_assistant(refusal: Draft) -> Draft:
    """Make the assistant's own refusal a message that may be kept: what it refuses is not in it."""
    return refusal.model_copy(update={"keep": "all", "buttons": [PERSON]})


def story_elsewhere(website: str) -> Draft:
    """Make the message for who tells here what was done to them."""
    return Draft(
        sender="assistant",
        kind="report",
        text=(
            "Wat naar dat dit gebeurt. Goed dat je het vertelt. Discriminatie bij je stage mag niet, "
            "en je hoeft het niet alleen op te lossen.\n\n"
            "Vertel het liever niet hier: Telegram weet wie je bent en kan meelezen. Op onze website kun je het "
            f"anoniem vertellen en melden, zonder account: {website}\n\n"
            "Wat je hier net schreef, heb ik niet bewaard. In Telegram zelf staat het nog. Je kunt het daar wissen."
        ),
        buttons=[
            DraftButton(title="Wat is stagediscriminatie?", payload="/discriminatie_wat_is_het"),
            PERSON,
        ],
    )
