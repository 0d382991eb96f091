"""A cry for help in another language than Dutch or English; nothing here is learned."""

import importlib
import sys
import unittest
from typing import ClassVar
from unittest import mock

import yaml
from components.crisis.other_languages import LEVELS, level_in
from components.crisis.settings import DEFAULTS, ROOT
from components.crisis.training import read_sentences

MESSAGES = ROOT / "tests" / "crisis" / "other_languages.yml"
LANGUAGES = {"german", "french", "spanish", "turkish", "polish", "ukrainian", "russian", "arabic"}


class OtherLanguages(unittest.TestCase):
    """The messages of tests/crisis/other_languages.yml."""

    messages: ClassVar[list[dict[str, str]]]

    @classmethod
    def setUpClass(cls) -> None:
        cls.messages = yaml.safe_load(MESSAGES.read_text(encoding="utf-8"))

    def test_each_cry_for_help_is_heard_at_its_level_and_ordinary_talk_is_not(self) -> None:
        for message in self.messages:
            with self.subTest(message["text"]):
                self.assertEqual(level_in(message["text"]), message.get("level"))

    def test_every_language_has_cries_of_every_level_and_ordinary_talk(self) -> None:
        for language in LANGUAGES:
            levels = {message.get("level") for message in self.messages if message["type"] == language}
            self.assertEqual(levels, {*LEVELS, None}, language)

    def test_capitals_accents_and_signs_do_not_matter(self) -> None:
        for text in ("JE VEUX MOURIR!!", "je veux... mourir", "olmek istiyorum", "أَمُوت أريد أن أموت", "chce umrzec"):
            self.assertEqual(level_in(text), "suicide", text)

    def test_no_dutch_or_english_sentence_is_taken_for_one(self) -> None:
        sentences = read_sentences(ROOT / DEFAULTS["sentences"])
        self.assertEqual([one.text for one in sentences if level_in(one.text)], [])

    def test_the_first_message_waits_for_nothing_to_be_read_or_compiled(self) -> None:
        with mock.patch.dict(sys.modules):
            del sys.modules["components.crisis.other_languages"]
            anew = importlib.import_module("components.crisis.other_languages")
        too_late = AssertionError
        with mock.patch("re.compile", side_effect=too_late), mock.patch("yaml.safe_load", side_effect=too_late):
            self.assertEqual(anew.level_in("je veux mourir"), "suicide")
