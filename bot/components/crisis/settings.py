"""Defaults of the crisis detector, apart from Rasa so that it can be scored without starting it."""

from pathlib import Path
from typing import Any, Dict

ROOT = Path(__file__).resolve().parent.parent.parent.parent
INTENT_OF_LEVEL = {
    "danger": "hulp_crisis_gevaar",
    "suicide": "hulp_crisis",
    "unsafe": "hulp_crisis_onveilig",
}
DEFAULTS: Dict[str, Any] = {
    "sentences": "data/crisis",  # below the root of the checkout
    "threshold": 0.17,  # from this score it is a crisis; chosen on tests/crisis/dev.yml, see docs/safety.md
    "foreign": 0.9,  # the same for a message in another language, of which it knows single words at most
    "unclear": [  # intents whose examples teach neither yes nor no
        *INTENT_OF_LEVEL.values(),
        "hulp_kindertelefoon",
        "hulp_pesten_intimidatie",
    ],
    "C": 10.0,  # inverse regularisation
    "variants": 0.5,  # weight of a misspelled or extended copy of a sentence
    "background": 0.7,  # weight of an ordinary question
    "background_parts": 0.35,  # weight of a stretch or a sentence of one
}
