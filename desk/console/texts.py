"""Dutch sentences of the console that are not in a template: names of things, and what to do when it fails."""

from desk.accounts.roles import Role
from desk.cases.readers import CaseKind
from desk.cases.workflow import Status
from desk.console.live_texts import LEVELS, WANTED

ROLES: dict[Role, str] = {
    Role.COUNSELLOR: "counselor",
    Role.COORDINATOR: "coördinator",
    Role.EDITOR: "redacteur",
    Role.ANALYST: "analist",
    Role.ADMIN: "beheerder",
}

CASE_KINDS: dict[CaseKind, str] = {
    CaseKind.REPORT: "Melding",
    CaseKind.MESSAGE: "Bericht",
    CaseKind.SME_MESSAGE: "Bericht van een bedrijf",
}

STATUSES: dict[Status, str] = {
    Status.NEW: "nieuw",
    Status.READ: "gelezen",
    Status.IN_CONVERSATION: "in gesprek",
    Status.REFERRED: "doorverwezen",
    Status.CLOSED: "afgerond",
}
MONTHS = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
]
YOU = "u"
NEW_MESSAGE = "nieuw bericht"
# Marks that stand out in the inbox.
STRONG_MARKS = frozenset({NEW_MESSAGE, STATUSES[Status.NEW], WANTED, *LEVELS.values()})

# By the name of the error; the page shows the sentence with a way on.
ERRORS: dict[str, str] = {
    "WrongPasswordError": "Deze gegevens kloppen niet. Probeer het opnieuw. Een code werkt maar één keer.",
    "WrongCodeError": "Deze code klopt niet of is al gebruikt. Wacht op de volgende code in uw app.",
    "LockedOutError": "Er is te vaak geprobeerd in te loggen met dit e-mailadres. Wacht een kwartier.",
    "OwnAccountError": "Dit kan niet met uw eigen account. Vraag een andere beheerder.",
    "SchoolLoginError": "Inloggen bij uw school is niet gelukt. Probeer het opnieuw.",
    "SchoolLoginUnknownError": (
        "Dit schoolaccount hoort nog niet bij een account van de balie. Log in met uw wachtwoord en koppel het bij "
        "‘Mijn account’."
    ),
    "SchoolLoginTakenError": "Dit schoolaccount hoort al bij een ander account van de balie.",
    "SchoolLoginNeededError": "Dit account logt in via de school. Gebruik de knop daarvoor.",
    "WeakPasswordError": "Dit wachtwoord is te kort. Kies minstens 12 tekens, bijvoorbeeld vier losse woorden.",
    "WrongRecoveryKeyError": "Deze gegevens kloppen niet. Kijk ze na en probeer het opnieuw.",
    "VaultBusyError": "Het is nu erg druk. Wacht een halve minuut en probeer het opnieuw.",
    "DeskUnavailableError": "De opslag geeft geen antwoord. Er is niets bewaard. Probeer het over een minuut opnieuw.",
    "CaseGoneError": "Deze zaak bestaat niet (meer). De melder kan haar hebben ingetrokken, of ze was te oud.",
    "NotAReaderError": "U heeft geen sleutel van deze zaak, dus u kunt haar niet openen.",
    "WrongKeyError": "Uw sleutel is vernieuwd. Log uit en weer in, dan kunt u verder.",
    "TamperedError": "Wat is opgeslagen, is veranderd of beschadigd. Open het niet en waarschuw uw beheerder.",
    "ExcludedReaderError": "De melder wil niet dat deze collega meeleest.",
    "LastReaderError": "Dan kan niemand deze zaak meer openen. Laat eerst een collega toe.",
    "MoveNotAllowedError": "Deze stap kan nu niet. Misschien heeft een collega de zaak net verder gebracht.",
    "AlreadyClaimedError": "Een collega was net eerder. De zaak is nu bij die collega.",
    "LiveTakenError": "Dit gesprek is voorbij, of een collega was u net voor.",
    "NotYourLiveError": "Dit gesprek is bij een collega.",
    "NotTheOwnerError": "Deze zaak is niet bij u, dus u kunt haar niet teruggeven.",
    "CaseMovedOnError": (
        "Er is net een nieuw bericht bijgekomen. Uw antwoord is nog niet verstuurd. Lees eerst wat er nieuw is."
    ),
    "UnknownLabelError": "Dit label bestaat niet meer. Ververs de pagina.",
    "UnknownFieldError": "Dit staat niet in de zaak.",
    "TitleTakenError": "Er is er al een met deze naam. Kies een andere.",
    "NamesModelMissingError": "Namen kunnen nu niet worden afgeschermd. Waarschuw uw beheerder.",
    "EmptyTextError": "U heeft niets ingevuld. Typ eerst een tekst.",
    "TextTooLongError": "Deze tekst is te lang. Gebruik hoogstens 4000 tekens.",
    "AccountExistsError": "Er is al een account met dit e-mailadres.",
    "UnknownAccountError": "Dit account bestaat niet of staat uit.",
    "InvalidAccountError": "Het e-mailadres, de naam of de organisatie klopt niet. Kijk ze na.",
    "NoReviewKeyError": "U heeft nog geen sleutel van de vragen. Vraag een collega om deze pagina een keer te openen.",
    "NotAReviewerError": "Deze pagina hoort niet bij uw rol.",
    "QuestionGoneError": "Deze vraag is er niet meer. Misschien was een collega u voor.",
    "InvalidVerdictError": "Kies een onderwerp uit de lijst.",
    "UnknownTopicError": "Dit onderwerp of artikel bestaat niet.",
    "BracketsLeftError": "Er staan nog haken in de zin. Vervang wat ertussen staat door een gewoon woord.",
    "PersonalTextError": "In de zin staat misschien nog een naam, nummer of adres. Haal het weg.",
    "ArticlesUnreadableError": "De artikelen zijn niet te lezen. Er is niets veranderd. Waarschuw uw beheerder.",
    "CheckFailedError": "De controle van de tekst werkt nu niet. Probeer het over een minuut opnieuw.",
    "TopicsUnreadableError": "De lijst met onderwerpen is niet te lezen. Waarschuw uw beheerder.",
    "ForbiddenError": "Deze pagina hoort niet bij uw rol.",
    "StaleFormError": "Dit formulier is verlopen. Ga terug, ververs de pagina en probeer het opnieuw.",
    "NotFoundError": "Deze pagina bestaat niet.",
    "WrongFormError": "Er ontbreekt iets in het formulier, of het klopt niet. Ga terug en kijk het na.",
}
ACCOUNT_DONE: dict[str, str] = {
    "new_app": "Uw nieuwe telefoon is gekoppeld. De oude werkt niet meer.",
    "unlinked": "Uw schoolaccount is ontkoppeld.",
    "off": "Het account staat uit.",
}
UNEXPECTED = "Er ging iets mis. Dat ligt aan ons. Probeer het opnieuw of bel uw beheerder."
CROSS_SITE = "Dit verzoek kwam van een andere website en is geweigerd."
TOO_LARGE = "Dit is te veel tekst in één keer."
PASSWORDS_DIFFER = "De twee wachtwoorden zijn niet hetzelfde. Typ ze opnieuw."
SESSION_OVER = "Uw sessie is voorbij. Log opnieuw in."
