"""Sayings that leave no doubt, whatever the linear model makes of the rest, and sayings that take a doubt away.

Written in the language of patterns.py.
"""

from typing import Dict, List, Optional, Sequence

from components.crisis.patterns import Patterns

_REALLY = "[gewoon|echt|eigenlijk|graag|zo|het|liever|nu|soms|ook|alleen|serieus] [maar|gewoon|echt|graag|liefst|zo]"
_NOT_AS_VERY = "!gewoon|normaal|serieus|simpel|graag|leuk|moe|eng|saai|goed|mooi|makkelijk|snel|even|lekker|eerlijk"
_HEIGHTS = "trein|brug|flat|dak|viaduct|balkon"

SURE: Dict[str, List[str]] = {  # the most urgent first
    "danger": [
        "IEMAND|HIJ|FAMILIE|PARTNER|BAAS|STAGIAIR met een WAPEN . op|in|voor|bij|staat|achter",
        "staat|loopt|komt .... met een WAPEN . op|in|voor|bij|naar $",
        "BEDREIG MIJ|WIJ|HIJ .. met [een|zijn|haar] WAPEN",
        "bel|stuur|belt . POLITIE $",
        "bel|stuur|belt . POLITIE nu|aub|alsjeblieft|hij|ze|snel|naar|voor",
        "heb|heeft .... pillen .. SLIK",
        "sta|staat|zit .. op|bij . dak|brug|spoor|rails|reling .... SPRING|DOOD",
        "slaat|schopt|trapt|wurgt MIJ|HIJ|FAMILIE NU",
        "slaat|schopt|trapt|wurgt MIJ FAMILIE ... NU",
        "ademt NIET",
    ],
    "suicide": [
        f"IK wil|wou|zou {_REALLY} DOOD {_NOT_AS_VERY}",
        f"wil|wou IK {_REALLY} DOOD {_NOT_AS_VERY}",
        f"wil {_REALLY} DOOD zijn|gaan",
        "IK|VRIEND|FAMILIE|KIND ... DOOD wil",
        "NIET MEER wil LEVEN",
        "wil|wou IK . NIET MEER . LEVEN !van|in|zonder|met|op|tussen|onder|voor|bij|hier|thuis",
        "wil . NIET MEER . LEVEN !van|in|zonder|met|op|tussen|onder|voor|bij|hier|thuis",
        "wil . NIET verder|langer LEVEN",
        "EINDE . aan MIJ|HIJ LEVEN",
        "MIJ LEVEN . beeindigen",
        "IK|HIJ|VRIEND|KIND|FAMILIE .. ZELFMOORD plegen|pleegt|plege",
        "ben|is suicidaal",
        "snij|snijd|kras IK ZELF",
        "niks|niets|alles heeft [toch|echt|gewoon] [nog|geen] [enige] zin [meer] $",
        "ZELF . iets|wat . AANDOEN",
        "ZELF . iets|wat aan te doen",
        "IK|HIJ|KIND|VRIEND|FAMILIE . snij|snijd|snijdt|snijt ZELF",
        "heb|heeft ZELF ..... gesneden|verwond",
        "IK|HIJ|KIND|VRIEND|FAMILIE . kras|krast|krab|krabt|brand|brandt ZELF",
        "snij|snijd|snijdt|snijt|kras|krast . in MIJ|HIJ ARMEN",
        "doe|doet ZELF . PIJN",
        "ZELF . PIJN doe|doet|doen|gedaan",
        "beter af zonder MIJ|HIJ",
        f"IK|HIJ|VRIEND .. van|voor de|een {_HEIGHTS} . SPRING|stap|stappen",
        f"SPRING IK|HIJ van|voor de|een {_HEIGHTS}",
    ],
    "unsafe": [
        "MIJ FAMILIE|PARTNER|BAAS slaat|schopt|mishandelt|mishandeld MIJ|WIJ|FAMILIE",
        "MIJ FAMILIE|PARTNER|BAAS heeft MIJ .. SLA|MISHANDEL|AANRAND|VERKRACHT|MISBRUIK",
        "slaat|schopt|mishandelt MIJ FAMILIE|PARTNER|BAAS MIJ|WIJ",
        "word|wordt HUIS . SLA|MISHANDEL|OPSLUIT",
        "IK ben|word .. VERKRACHT|AANRAND|MISBRUIK",
        "dreigt|BEDREIG|CHANTEER .... naaktfoto*|naaktbeelden|nudes",
        "HUIS . NIET veilig",
        "DWANG . te TROUW",
    ],
}

# Talk about a lesson, a film or the past, a joke, a slip of the knife: then the model decides alone.
EXCUSES: List[str] = [
    "XSPEL|XLEER|XGRAP|XVROEGER|XBEROEP",
    "NIET . SLA|MISHANDEL|ZELF|AANDOEN|PIJN|ZELFMOORD|VERKRACHT|AANRAND|MISBRUIK|plan",
    "ZELF NIET",
    "NIET DOOD",
    "per ongeluk",
    "vinger|vingers|duim|scheren|keuken|koken",
    "om . oren",
    "in . rug",
    "wanneer|hoeveel|betekent",
    "hoe vaak",
    "wat is",
    "wat zeg|doe|doen|zeggen jij|jullie|je",
    "als er|je|iemand",
    "IK bel",
    "duo|belastingdienst|uren|veld|outfit",
]
_MAY_BE_DENIED = "SLA|BEDREIG|MISHANDEL|DWANG|VERKRACHT|CHANTEER|STALK"
DENIALS: List[str] = [
    f"word* . NIET . {_MAY_BE_DENIED}",
    f"ben . NIET . {_MAY_BE_DENIED}",
    f"heeft MIJ|HIJ|WIJ . NIET . {_MAY_BE_DENIED}",
    "slaat|bedreigt|dwingt|mishandelt MIJ|WIJ NIET",
    "WIL NIET DOOD",
    "bedoel NIET .. DOOD",
    "heb|zijn NIET ... ZELFMOORD",
    "ben NIET suicidaal",
    "denk NIET aan ZELFMOORD",
    "^ niemand .. SLA|BEDREIG|GEWOND",
    "is niemand .. SLA|BEDREIG|GEWOND",
    "NIET in GEVAAR",
]


class SureFinder:
    """All sayings, compiled once."""

    def __init__(self) -> None:
        self._levels = [level for level, sayings in SURE.items() for _ in sayings]
        self._sure = Patterns([saying for sayings in SURE.values() for saying in sayings])
        self._excuses = Patterns(EXCUSES)
        self._denials = Patterns(DENIALS)

    def level(self, words: Sequence[str], names: Sequence[Optional[str]]) -> Optional[str]:
        """The level of a saying that leaves no doubt, or None."""
        first = next(self._sure.fitting(words, names), None)
        if first is None or any(True for _ in self._excuses.fitting(words, names)):
            return None
        return self._levels[first]

    def denied(self, words: Sequence[str], names: Sequence[Optional[str]]) -> bool:
        """True when the message itself says that it is not so."""
        return any(True for _ in self._denials.fitting(words, names))
