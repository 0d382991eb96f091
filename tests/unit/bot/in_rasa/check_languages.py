"""Other languages are heard; Dutch, also with English slang in it, never passes for one."""

import unittest
from pathlib import Path

import yaml
from components.language_detector import LanguageDetector
from components.languages import language_of
from rasa.shared.nlu.training_data.message import Message

NLU = Path(__file__).parents[4] / "data" / "nlu"
SPOKEN = {
    "english": ("How do I find an internship?", "my boss does not pay me", "where is the technohub"),
    "german": ("Wie finde ich ein Praktikum?", "ich brauche hilfe mit meine schule"),
    "french": ("Comment trouver un stage à Utrecht?",),
    "spanish": ("¿Cómo puedo encontrar prácticas?", "necesito ayuda con mi escuela"),
    "turkish": ("Staj yeri nasıl bulabilirim?", "staj yeri ariyorum"),
    "polish": ("Jak znaleźć praktyki?", "gdzie moge znalezc praktyki w utrechcie"),
    "arabic": ("كيف أجد تدريب",),
    "ukrainian": ("Як знайти стажування?", "мені потрібна допомога", "мене звати Олена шукаю школу"),
    "russian": ("как найти стажировку", "меня зовут Олена я ищу школу"),
}
DUTCH = (
    "",
    "?",
    "bro wtf is bbl",
    "hoe is dat possible man",
    "no way dat ik daar stage ga lopen",
    "what the fuck is dit",
    "sorry i dont know hoe ik een stage moet vinden",
    "help me ff met me stage please",
    "café José in Woerden",
    "is er één plek over? 😀😀😀",
)


class Languages(unittest.TestCase):
    """What people type."""

    def test_each_language_is_heard(self) -> None:
        for language, texts in SPOKEN.items():
            for text in texts:
                self.assertEqual(language_of(text), language, text)

    def test_dutch_with_slang_stays_dutch(self) -> None:
        for text in DUTCH:
            self.assertIsNone(language_of(text), text)

    def test_no_dutch_training_sentence_about_a_topic_is_taken_for_another_language(self) -> None:
        wrong = [
            (group["intent"], line)
            for path in NLU.rglob("*.yml")
            for group in yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]
            for line in group["examples"].splitlines()
            if "_" in group["intent"] and language_of(line[2:])
        ]
        about = {intent for intent, _ in wrong}
        self.assertLessEqual(about, {"bot_taal", "bot_wie_ben_je", "prompt_injection", "go_on", "out_of_scope"})
        self.assertLessEqual(len([line for intent, line in wrong if intent == "bot_wie_ben_je"]), 1)


class Detector(unittest.TestCase):
    """What the component does with it."""

    def heard(self, text: str, intent: str) -> Message:
        message = Message({"text": text, "intent": {"name": intent, "confidence": 0.7}})
        settings = {"intent": "bot_taal", "keep": ["thank"], "keep_short": ["greet"]}
        LanguageDetector(settings).process([message])
        return message

    def test_an_english_question_gets_the_answer_about_language(self) -> None:
        message = self.heard("how do i find an internship", "stage_vinden")
        self.assertEqual(message.get("intent")["name"], "bot_taal")
        self.assertEqual(message.get("language"), "english")

    def test_thanks_stay_thanks(self) -> None:
        self.assertEqual(self.heard("thank you for the help", "thank").get("intent")["name"], "thank")

    def test_a_greeting_stays_one_unless_more_comes_after_it(self) -> None:
        self.assertEqual(self.heard("merhaba nasil", "greet").get("intent")["name"], "greet")
        self.assertEqual(self.heard("merhaba ben staj arıyorum", "greet").get("intent")["name"], "bot_taal")

    def test_dutch_and_buttons_are_left_alone(self) -> None:
        for text in ("hoe vind ik een stage", "/stage_vinden"):
            message = self.heard(text, "stage_vinden")
            self.assertEqual(message.get("intent")["name"], "stage_vinden")
            self.assertIsNone(message.get("language"))
