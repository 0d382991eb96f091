"""Finds its way on the chat page, so that the tests read as what a person does and sees."""

import re
import time
from collections.abc import Callable
from typing import Self

from playwright.sync_api import FrameLocator, Locator, Page, expect

Where = Page | FrameLocator
# How long anything may take before it counts as not happening: two browsers may share a busy machine.
PATIENCE_SECONDS = 60.0


def eventually(holds: Callable[[], bool]) -> None:
    """Wait until it holds, for what happens outside the page."""
    ends = time.monotonic() + PATIENCE_SECONDS
    while not holds():
        assert time.monotonic() < ends, "it did not happen"
        time.sleep(0.01)


class Chat:
    """The chat, on its own page or in the frame of the widget."""

    def __init__(self, where: Where) -> None:
        self.where = where
        self.log = where.get_by_role("log", name="Gesprek")
        self.messages = where.locator("li.message")
        self.box = where.get_by_role("textbox", name="Typ je vraag")
        self.send_button = where.get_by_role("button", name="Verstuur")
        self.leave = where.get_by_role("link", name="Snel weg")
        self.notice = where.get_by_role("alert")
        self.status = where.locator("#status")

    def started(self) -> Self:
        expect(self.messages.first).to_be_visible()
        expect(self.send_button).to_be_enabled()
        expect(self.send_button).to_have_attribute("aria-disabled", "false")
        return self

    def type(self, text: str) -> Self:
        self.box.fill(text)
        self.box.press("Enter")
        return self

    def ask(self, text: str) -> Locator:
        """Type it, wait for the answer and return it."""
        said = self.messages.count()
        self.type(text)
        answer = self.messages.nth(said + 1)
        expect(answer).to_be_visible()
        expect(self.send_button).to_have_attribute("aria-disabled", "false")
        return answer

    @property
    def last(self) -> Locator:
        return self.messages.last

    def button(self, name: str) -> Locator:
        return self.where.get_by_role("button", name=re.compile(rf"^{re.escape(name)}"))
