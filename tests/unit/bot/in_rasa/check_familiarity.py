"""How familiar a message is: rare words that training never saw must weigh."""

import tempfile
import unittest
from pathlib import Path

from components.familiarity import Familiarity

TEXTS = [
    "wat is de wet",
    "mag dat van de wet",
    "krijg ik een vergoeding",
    "wat is een stage",
    "wat is de wet van ohm",
]
LABELS = ["wet", "wet", "vergoeding", "stage", "outside"]


class FamiliarWords(unittest.TestCase):
    """Three topics and one sentence from outside."""

    def setUp(self) -> None:
        self.words = Familiarity.fit(TEXTS, LABELS, "outside")

    def familiar(self, text: str, label: str = "wet") -> float:
        return self.words.evidence(text, label)["familiar"]

    def support(self, text: str, label: str = "wet") -> float:
        return self.words.evidence(text, label)["support"]

    def test_known_words_are_familiar_and_words_from_outside_are_not(self) -> None:
        self.assertEqual(self.familiar("wat is de wet"), 1.0)
        self.assertLess(self.familiar("wat is de wet van ohm"), 1.0)
        self.assertEqual(self.familiar("zwatelgok"), 0.0)

    def test_the_rarer_the_unknown_word_the_less_familiar(self) -> None:
        self.assertLess(self.familiar("wet zwatelgok"), 0.5)

    def test_typing_errors_and_compounds_are_nearly_familiar(self) -> None:
        for text in ("vergoedng", "vergoedign", "vergoedinng", "vergoedint", "stagevergoeding", "stagesvergoeding"):
            self.assertAlmostEqual(self.familiar(text), 0.8)

    def test_support_comes_from_words_seen_with_the_label(self) -> None:
        self.assertEqual(self.support("mag dat van de wet"), 1.0)
        self.assertLess(self.support("mag een vergoeding van de wet"), 1.0)
        self.assertEqual(self.support("vergoeding"), 0.0)
        self.assertEqual(self.support("wet van ohm", "outside"), 1.0)

    def test_nothing_said_and_unknown_labels_give_nothing(self) -> None:
        self.assertEqual(self.words.evidence("", "wet"), {"familiar": 0.0, "support": 0.0, "rare": 0.0})
        self.assertEqual(self.support("wat is de wet", "no such label"), 0.0)

    def test_a_stored_one_gives_the_same(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            self.words.save(Path(folder))
            again = Familiarity.load(Path(folder))
        for text in (*TEXTS, "vergoedng zwatelgok"):
            self.assertEqual(again.evidence(text, "wet"), self.words.evidence(text, "wet"))
