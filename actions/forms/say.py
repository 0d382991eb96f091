"""How a form speaks: texts from the domain, buttons from the labels, and what of a turn may stay in the history.

`keep`: "all" keeps both sides, "answer" not what the person typed, "nothing" neither of the two.
"""

import json
from collections.abc import Iterable
from functools import cache
from typing import Any

from rasa_sdk.executor import CollectingDispatcher

from actions.answers.messages import Button
from actions.forms.turn import CHOICE
from knowledge.labels import read_report_labels
from knowledge.numbers import read_help_lines

CONTROLS = {
    "skip": "/melding_overslaan",
    "skip_rest": "/melding_rest_overslaan",
    "why": "/melding_waarom",
    "send": "/melding_versturen",
    "retry": "/melding_versturen",
    "change": "/melding_wijzigen",
    "stop": "/melding_stoppen",
    "go_on": "/melding_verder",
    "resume": "/melding_verder",
    "begin": "/melding_beginnen",
    "noted": "/melding_opgeschreven",
    "elsewhere": "/melding_elders",
    "code": "/melding_volgen",
    "write_back": "/volgen_terugschrijven",
    "withdraw": "/volgen_intrekken",
    "done": "/volgen_klaar",
    "human": "/hulp_medewerker",
}


@cache
def labels() -> dict[str, Any]:
    """The words of knowledge/content/melding.yml."""
    return read_report_labels()


@cache
def numbers() -> dict[str, str]:
    """Telephone numbers of help lines by key."""
    return {key: line.number for key, line in read_help_lines().items()}


def say(
    dispatcher: CollectingDispatcher,
    response: str,
    buttons: Iterable[Button] = (),
    *,
    keep: str = "answer",
    receipt: str | None = None,
    **values: object,
) -> None:
    """Say a text of the domain, with `values` and help lines for its places in braces."""
    custom = {"kind": "report", "keep": keep} | ({"receipt": receipt} if receipt else {})
    dispatcher.utter_message(response=response, buttons=list(buttons), json_message=custom, **numbers(), **values)


def controls(*names: str) -> list[Button]:
    """Buttons that say something about the questions themselves."""
    return [{"title": labels()["controls"][name], "payload": CONTROLS[name]} for name in names]


def choice(title: str, *code: str, intent: str = "melding_antwoord") -> Button:
    """A button that answers: `code` is the field and the value."""
    return {"title": title, "payload": f"/{intent}{json.dumps({CHOICE: ':'.join(code)})}"}


def listed(words: Iterable[str]) -> str:
    """ "a", "a en b", "a, b en c"."""
    *most, last = words
    return f"{', '.join(most)} en {last}" if most else last
