"""Dutch names of what stands in a case, and of what one can do with it."""

from desk.cases.document import Ground, Phase, StudyLevel, Wish
from desk.cases.workflow import Status

FIELDS: dict[str, str] = {
    "what_happened": "Wat er gebeurde",
    "text": "Het bericht",
    "grounds": "Waarom, denkt de melder",
    "phase": "Wanneer in de stage",
    "period": "Maand",
    "sector": "Sector",
    "study_level": "Niveau",
    "study": "Opleiding",
    "company": "Bedrijf",
    "town": "Plaats",
    "wish": "Wat de melder wil",
    "may_not_read.own_school": "Mag niet lezen",
    "may_not_read.organisations": "Mag niet lezen: organisaties",
    "may_not_read.readers": "Mag niet lezen: collega’s",
    "may_not_read.in_own_words": "Mag niet lezen, in eigen woorden",
}
MESSAGE_TITLE = "bericht {}"
OWN_SCHOOL = "iedereen van de eigen school"

PHASES: dict[Phase, str] = {
    Phase.SEARCHING: "bij het zoeken van een stage",
    Phase.INTERVIEW: "bij het gesprek",
    Phase.DURING: "tijdens de stage",
    Phase.ASSESSMENT: "bij de beoordeling",
    Phase.ENDED_EARLY: "de stage stopte te vroeg",
}
GROUNDS: dict[Ground, str] = {
    Ground.ORIGIN: "afkomst of huidskleur",
    Ground.RELIGION: "geloof",
    Ground.HEADSCARF: "hoofddoek",
    Ground.SEX: "man of vrouw zijn",
    Ground.PREGNANCY: "zwangerschap",
    Ground.SEXUAL_ORIENTATION: "op wie iemand valt",
    Ground.GENDER_IDENTITY: "genderidentiteit",
    Ground.DISABILITY: "beperking of ziekte",
    Ground.AGE: "leeftijd",
    Ground.OTHER: "iets anders",
    Ground.UNKNOWN: "weet de melder niet",
}
LEVELS: dict[StudyLevel, str] = {
    StudyLevel.VMBO: "vmbo",
    StudyLevel.MBO_1: "mbo niveau 1",
    StudyLevel.MBO_2: "mbo niveau 2",
    StudyLevel.MBO_3: "mbo niveau 3",
    StudyLevel.MBO_4: "mbo niveau 4",
    StudyLevel.OTHER: "anders",
}
WISHES: dict[Wish, str] = {
    Wish.INFORM_ONLY: "alleen laten weten",
    Wish.ADVICE: "advies",
    Wish.CONTACT: "contact",
    Wish.HELP_REPORTING: "hulp bij het doen van een klacht of aangifte",
}
# What the button of a step says.
STEPS: dict[Status, str] = {
    Status.READ: "Zet op gelezen",
    Status.IN_CONVERSATION: "Zet op in gesprek",
    Status.REFERRED: "Zet op doorverwezen",
    Status.CLOSED: "Rond af",
}
DONE: dict[str, str] = {
    "answered": "Uw antwoord is bewaard. De melder leest het met de code.",
    "noted": "Uw notitie is bewaard. Alleen collega’s met een sleutel lezen die.",
    "kept": "Uw concept is bewaard. Alleen u ziet het.",
    "claimed": "Deze zaak is nu bij u.",
    "released": "Deze zaak is weer van niemand.",
    "handed_on": "De zaak is doorgegeven.",
    "moved": "De status is veranderd. De melder ziet dit ook.",
    "labelled": "De labels zijn bewaard.",
    "let_in": "Uw collega kan de zaak nu openen.",
    "shut_out": "Deze collega heeft geen sleutel meer. De zaak heeft een nieuwe sleutel gekregen.",
    "left": "U heeft geen sleutel meer van deze zaak.",
    "filter_kept": "Uw weergave is bewaard.",
    "filter_dropped": "De weergave is weg.",
    "added": "Toegevoegd.",
    "dropped": "Verwijderd.",
}
