"""The places of the console, in the order of the menu. One more place is one more entry here."""

from dataclasses import dataclass

from desk.accounts.roles import Role
from desk.review.keys import REVIEWERS

EVERYONE = frozenset(Role)


@dataclass(frozen=True, slots=True)
class Section:
    """One place: its address, its Dutch name, who has business there, and one sentence for the start page."""

    path: str
    title: str
    roles: frozenset[Role]
    about: str


CASEWORKERS = frozenset({Role.COUNSELLOR, Role.COORDINATOR})

SECTIONS: tuple[Section, ...] = (
    Section("/inbox", "Postbak", CASEWORKERS, "Wie er wacht, welke meldingen en berichten er zijn."),
    Section("/cases", "Zaken", CASEWORKERS, "Alle zaken die u kunt openen: zoeken en filteren."),
    Section("/shelf", "Labels en antwoorden", CASEWORKERS, "Labels en standaardantwoorden van de balie."),
    Section("/review", "Vragen", REVIEWERS, "Vragen zonder goed antwoord: kies wat de assistent ervan leert."),
    Section("/articles", "Artikelen", frozenset({Role.EDITOR}), "De antwoorden van de assistent, met bron en datum."),
    Section(
        "/figures", "Cijfers", frozenset({Role.ANALYST}), "Wat de assistent deed en wat er is gemeld, in getallen."
    ),
    Section("/accounts", "Accounts", frozenset({Role.ADMIN}), "Wie er aan de balie werkt."),
    Section("/audit", "Logboek", frozenset({Role.ADMIN}), "Wie deed wat, en of het logboek nog klopt."),
    Section("/account", "Mijn account", EVERYONE, "Uw wachtwoord en uw codes."),
)


def sections_for(role: Role) -> tuple[Section, ...]:
    """Return where this role may go."""
    return tuple(section for section in SECTIONS if role in section.roles)
