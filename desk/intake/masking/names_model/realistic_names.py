"""Made-up names, companies, towns and schools that fill the training sentences; spelled as people spell them."""

import random
from dataclasses import dataclass
from pathlib import Path

import yaml
from faker.providers.address.nl_NL import Provider as DutchAddresses
from faker.providers.person.nl_NL import Provider as DutchNames

LISTS = Path(__file__).parent.parent / "lists"
PARTICLES = {
    "moroccan": ("El", "el", "Ben", "Ait", "Al", ""),
    "dutch": ("de", "van", "van de", "van der", "van den", "den", "ter", "van 't", "De", "Van den", ""),
    "west_african_cape_verdean_latin": ("dos", "da", "de", "", "", ""),
    "arab_persian_kurdish_afghan": ("Al", "al", "Al-", "", "", ""),
}
COMPANY_ENDINGS = [
    "Installaties BV",
    "Installaties",
    "Bouw",
    "Bouw BV",
    "Techniek",
    "Techniek BV",
    "Zorg",
    "Zorggroep",
    "Elektro",
    "Metaal",
    "Logistiek",
    "Transport",
    "Schilders",
    "Schilderwerken",
    "Automotive",
    "Autoservice",
    "Hoveniers",
    "Catering",
    "Beveiliging",
    "Schoonmaak",
    "ICT",
    "Media",
    "Design",
    "Mode",
    "Kappers",
    "Optiek",
    "Makelaars",
    "Advies",
    "Verhuur",
    "Groep",
    "Holding",
    "Consultancy",
    "BV",
    "B.V.",
    "VOF",
    "en Zonen",
    "& Zn",
    "& Partners",
    "Fietsen",
    "Kinderopvang",
    "Thuiszorg",
    "Interieur",
    "Keukens",
    "Groothandel",
    "Supermarkt",
    "Bakkerij",
    "Slagerij",
    "Catering BV",
    "Dakwerken",
]
COMPANY_BEGINNINGS = [
    "Kapsalon",
    "Garage",
    "Bakkerij",
    "Slagerij",
    "Restaurant",
    "Autobedrijf",
    "Bouwbedrijf",
    "Installatiebedrijf",
    "Schildersbedrijf",
    "Drukkerij",
    "Hoveniersbedrijf",
    "Apotheek",
    "Tandartspraktijk",
    "Kinderopvang",
    "Hotel",
    "Brasserie",
    "Eetcafé",
    "Boekhandel",
    "Bloemenwinkel",
    "Rijschool",
    "Transportbedrijf",
    "Notariskantoor",
    "Advocatenkantoor",
    "Makelaardij",
    "Zorggroep",
    "Thuiszorg",
    "Stichting",
    "Huisartsenpraktijk",
]
KNOWN_COMPANIES = [
    "Albert Heijn",
    "Jumbo",
    "Lidl",
    "Kruidvat",
    "Etos",
    "Hema",
    "Action",
    "Gamma",
    "Praxis",
    "Karwei",
    "MediaMarkt",
    "Coolblue",
    "Bol",
    "PostNL",
    "DHL",
    "NS",
    "ProRail",
    "Qbuzz",
    "Rabobank",
    "ING",
    "Heijmans",
    "BAM",
    "Dura Vermeer",
    "Van der Valk",
    "Douwe Egberts",
    "Jan Linders",
    "Dirk",
    "Zeeman",
    "Wibra",
    "Primark",
    "Zara",
    "H&M",
    "Basic-Fit",
    "Dunea",
    "Stedin",
    "Eneco",
    "Vitens",
    "UMC Utrecht",
    "Diakonessenhuis",
    "Axion Continu",
    "Careyn",
    "Ecare",
    "Bol.com",
    "Strukton",
    "Croon Wolter",
    "Kuijpers",
    "Unica",
    "Feenstra",
    "Spie",
    "Equans",
    "Engie",
    "ASML",
    "Vodafone",
    "KPN",
    "Centraal Beheer",
]
SCHOOLS = [
    "MBO Utrecht",
    "ROC Midden Nederland",
    "Grafisch Lyceum Utrecht",
    "Nimeto",
    "Yuverta",
    "Hogeschool Utrecht",
    "Globe College",
    "Trajectum College",
    "Vader Rijn College",
    "X11",
    "Leidsche Rijn College",
    "Gerrit Rietveld College",
    "Ulenhof College",
    "St. Bonifatiuscollege",
    "Christelijk Gymnasium",
    "De Passie",
    "Kranenburg Praktijkonderwijs",
    "Kalsbeek College",
    "Minkema College",
    "Anna van Rijn College",
    "Cals College",
    "Oosterlicht College",
    "Houtens",
    "Wellantcollege",
    "Sint-Gregorius College",
    "Amadeus Lyceum",
    "Johan de Witt College",
    "Titus Brandsma Lyceum",
    "Willem van Oranje College",
    "Marcus College",
]


@dataclass(frozen=True, slots=True)
class NameMaker:
    """Draws names from the lists of many origins; `chance` decides which."""

    chance: random.Random
    firsts: dict[str, list[str]]
    lasts: dict[str, list[str]]

    @classmethod
    def seeded(cls, seed: int) -> "NameMaker":
        """A maker that gives the same names for the same seed."""
        origins = yaml.safe_load((LISTS / "by_hand.yml").read_text(encoding="utf-8"))
        firsts = {origin: lists["first"].split() for origin, lists in origins.items()}
        lasts = {origin: lists["last"].split() for origin, lists in origins.items()}
        firsts["faker_nl"] = list(DutchNames.first_names)
        lasts["faker_nl"] = list(DutchNames.last_names)
        firsts["all"] = _known("first_names.txt")
        lasts["all"] = _known("last_names.txt")
        return cls(random.Random(seed), firsts, lasts)

    def first(self, origin: str | None = None) -> str:
        """A first name, now and then a double one."""
        names = self.firsts[origin or self._origin()]
        name = self.chance.choice(names)
        return f"{name} {self.chance.choice(names)}" if self.chance.random() < 0.03 else name

    def last(self, origin: str | None = None) -> str:
        """A surname with its particle."""
        chosen = origin or self._origin()
        name = self.chance.choice(self.lasts[chosen])
        particle = self.chance.choice(PARTICLES.get(chosen, ("",)))
        joined = f"{particle}{name}" if particle.endswith("-") else f"{particle} {name}".strip()
        if self.chance.random() < 0.04:
            joined += f"-{self.chance.choice(self.lasts[chosen])}"
        return joined

    def whole(self) -> str:
        """First name and surname of one origin, or initials and surname."""
        origin, form = self._origin(), self.chance.random()
        if form < 0.08:
            letters = self.chance.sample("ABCDEFGHIJKLMNOPRSTVWYZ", self.chance.choice((1, 1, 2)))
            return "".join(f"{letter}." for letter in letters) + " " + self.last(origin)
        if form < 0.14:
            return f"{self.first(origin)} {self.last(origin)[0].upper()}."
        return f"{self.first(origin)} {self.last(origin)}"

    def company(self) -> str:
        """A company: known, or a name with what it does."""
        form = self.chance.random()
        if form < 0.25:
            return self.chance.choice(KNOWN_COMPANIES)
        name = self.last() if self.chance.random() < 0.8 else self.first()
        name = name[0].upper() + name[1:]
        if form < 0.75:
            return f"{name} {self.chance.choice(COMPANY_ENDINGS)}"
        return f"{self.chance.choice(COMPANY_BEGINNINGS)} {name}"

    def town(self) -> str:
        """A Dutch town."""
        return self.chance.choice(DutchAddresses.cities)

    def school(self) -> str:
        """A school."""
        return self.chance.choice(SCHOOLS)

    def _origin(self) -> str:
        return self.chance.choice(list(self.firsts))


def _known(name: str) -> list[str]:
    words = (LISTS / name).read_text(encoding="utf-8").split()
    common = set((LISTS / "common_words.txt").read_text(encoding="utf-8").split())
    return [word.capitalize() for word in words if word not in common]
