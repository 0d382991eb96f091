"""On Telegram no report is begun and no code is taken: a clean link, and the turn is erased."""

import asyncio
from typing import Any

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.forms.follow.validate import ValidateFollow
from actions.forms.form import InterruptibleForm
from actions.forms.report.validate import ValidateReport
from tests.structure.house import ROOT, load_yaml

WEBSITE = "https://wijzer.school.example"


def run(form: InterruptibleForm, channel: str) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Messages and events when this form is switched on by somebody of this channel."""
    said = {"text": "/begin", "intent": {"name": "begin", "confidence": 1.0}, "entities": []}
    heard = {"event": "user", "text": "/begin", "input_channel": channel, "parse_data": said}
    tracker = Tracker("someone", {}, said, [heard], False, None, {}, "action_listen")
    dispatcher = CollectingDispatcher()
    events = asyncio.run(form.run(dispatcher, tracker, {}))
    return dispatcher.messages, events


@pytest.fixture(autouse=True)
def _website(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WEB_PUBLIC_URL", WEBSITE)


@pytest.mark.parametrize("form", [ValidateReport(), ValidateFollow()])
def test_the_turn_is_erased_and_nothing_is_opened(form: InterruptibleForm) -> None:
    (message,), events = run(form, "telegram")
    assert "rewind" in {event["event"] for event in events}
    assert message["custom"] == {"kind": "report", "keep": "nothing"}
    assert message["buttons"] == []
    assert [event for event in events if event["event"] == "slot" and event["value"] is not None] == []


@pytest.mark.parametrize("form", [ValidateReport(), ValidateFollow()])
def test_the_link_holds_no_token(form: InterruptibleForm) -> None:
    (message,), _ = run(form, "telegram")
    assert (message["website"], message["website_code"]) == (WEBSITE, f"{WEBSITE}/melding")
    texts: dict[str, Any] = {}
    for name in ("discriminatie", "melding_volgen"):
        texts |= load_yaml(ROOT / "bot" / "domain" / f"{name}.yml")["responses"]
    assert "{website" in texts[message["response"]][0]["text"]


def test_on_the_website_a_code_is_asked_for() -> None:
    messages, events = run(ValidateFollow(), "web")
    assert messages == []
    assert {"event": "slot", "timestamp": None, "name": "volgen_vraag", "value": "code"} in events
