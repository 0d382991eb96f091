"""The small parts of the crisis detector: spelling, words, concepts, patterns, sayings, the model on disk."""

import gc
import json
import re
import tempfile
import unittest
from collections.abc import Iterator
from pathlib import Path
from random import Random

import yaml
from components.crisis.disguise import uncover
from components.crisis.lexicon import Lexicon
from components.crisis.model import CrisisModel
from components.crisis.patterns import Patterns, compiled, needed, tagged
from components.crisis.settings import DEFAULTS, ROOT
from components.crisis.spelling import one_edit_apart, sound_of
from components.crisis.sure import SureFinder
from components.crisis.training import FitSettings, Sentence, fit, read_sentences
from components.crisis.variants import amid, misspelled
from components.crisis.words import STRETCH, parts, sentences, split

LEXICON = Lexicon(known=["bedrijven"])


def names(text: str) -> list[str | None]:
    return [LEXICON.concept(word) for word in split(text)]


def plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


class Spelling(unittest.TestCase):
    """Words that sound alike meet."""

    def test_misspelled_words_sound_like_the_right_one(self) -> None:
        for wrong, right in (("zelvmoort", "zelfmoord"), ("verkragt", "verkracht"), ("bedrijgt", "bedreigd")):
            self.assertEqual(sound_of(wrong), sound_of(right))

    def test_one_edit(self) -> None:
        for a, b in (("mes", "mess"), ("geslagen", "gesalgen"), ("dood", "doot"), ("mes", "mes")):
            self.assertTrue(one_edit_apart(a, b), (a, b))
        self.assertFalse(one_edit_apart("verkocht", "verkracht"))


class Words(unittest.TestCase):
    """From a message to words in one spelling."""

    def test_chat_language_becomes_dutch(self) -> None:
        self.assertEqual(split("ikwil nie mr leve"), ["ik", "wil", "niet", "meer", "leven"])
        self.assertEqual(split("k wil d00d!!"), ["ik", "wil", "dood"])

    def test_english_becomes_dutch_only_in_an_english_message(self) -> None:
        self.assertEqual(split("I want to die"), ["ik", "wil", "dood"])
        self.assertIn("die", split("die stage wordt mijn dood"))

    def test_emoji_say_something(self) -> None:
        self.assertIn("emolach", split("ik ga dood 😂"))

    def test_a_long_message_is_judged_in_stretches_that_miss_nothing(self) -> None:
        told = [f"woord{number}x" for number in range(200)]
        words, found = parts(" ".join(told))
        self.assertEqual(words, split(" ".join(told)))
        self.assertTrue(all(len(part) <= STRETCH for part in found))
        self.assertEqual({word for part in found for word in part}, set(words))

    def test_a_short_message_is_judged_whole(self) -> None:
        self.assertEqual(parts("ik wil niet meer leven"), (["ik", "wil", "niet", "meer", "leven"], []))

    def test_sentences_are_judged_too_each_in_its_own_language(self) -> None:
        self.assertEqual(
            sentences("Waar is de open dag? I want to die. Ja"),
            [["waar", "is", "de", "open", "dag"], ["ik", "wil", "dood"]],
        )


class Disguise(unittest.TestCase):
    """Words that somebody hid."""

    def test_hidden_words_become_readable(self) -> None:
        hidden = {
            "ik wil d00d": "ik wil dood",
            "z3lfm00rd": "zelfmoord",
            "z e l f m o o r d": "zelfmoord",
            "i k  w i l  d o o d": "ik wil dood",
            "d-o-o-d": "dood",
            "ik wil d*od": "ik wil dood",
            "ikwilnietmeerleven": "ik wil niet meer leven",
            "zelf\u200bmoord": "zelfmoord",
            "ik wil d\u043e\u043ed": "ik wil dood",
            "IK WIIIIIL DOOOOOD": "ik wil dood",
            "$uicide": "suicide",
        }
        self.assertEqual({text: " ".join(uncover(text).split()) for text in hidden}, hidden)

    def test_ordinary_signs_and_numbers_stay(self) -> None:
        for text in (
            "ik ben 16 en doe niveau 4",
            "vraag a, b of c",
            "mail naar info@school.nl",
            "om 13.30 uur",
            "3d printen",
        ):
            self.assertEqual(uncover(text), text)


class Concepts(unittest.TestCase):
    """Words that mean the same get one name."""

    def test_slang_and_misspelling(self) -> None:
        self.assertEqual(names("shank")[0], "WAPEN")
        self.assertEqual(names("verkrcht")[0], "VERKRACHT")
        self.assertEqual(names("suïcidale")[0], "ZELFMOORD")

    def test_a_known_word_is_no_misspelling(self) -> None:
        self.assertIsNone(LEXICON.concept("bedrijven"))


class Clues(unittest.TestCase):
    """The language of the clues."""

    def fits(self, clue: str, text: str) -> bool:
        return bool(compiled(clue).search(tagged(split(text), names(text))))

    def test_concepts_words_and_gaps(self) -> None:
        self.assertTrue(self.fits("IK .. DOOD", "ik wil echt dood"))
        self.assertFalse(self.fits("IK . DOOD", "ik wil echt dood"))
        self.assertTrue(self.fits("wil|wou DOOD", "hij wou dood"))

    def test_leaving_out_and_not_following(self) -> None:
        self.assertTrue(self.fits("wil [echt] DOOD", "wil dood"))
        self.assertFalse(self.fits("DOOD !gewoon", "ik wil dood gewoon naar huis"))

    def test_ends_of_the_message(self) -> None:
        self.assertTrue(self.fits("^ niemand", "niemand slaat mij"))
        self.assertFalse(self.fits("DOOD $", "dood gaan we niet"))

    def test_a_clue_is_only_looked_for_when_all_it_needs_is_there(self) -> None:
        need = needed("^ [NIET] mij FAMILIE|PARTNER .. sla* !op")
        self.assertEqual(need, (frozenset({"mij"}), frozenset({"FAMILIE", "PARTNER"})))

    def test_many_are_looked_for_at_once_and_found_in_their_order(self) -> None:
        many = Patterns(["IK .. DOOD", "wil|wou", "laatste bericht", "NIET", "^ ik", "dood*"])
        text = "ik wil dood"
        self.assertEqual(list(many.fitting(split(text), names(text))), [0, 1, 4, 5])


class Sayings(unittest.TestCase):
    """What leaves no doubt, and what takes it away."""

    def level(self, text: str) -> str | None:
        return SureFinder().level(split(text), names(text))

    def test_unmistakable(self) -> None:
        said = {
            "ik wil niet meer leven": "suicide",
            "niks heeft nog zin": "suicide",
            "mijn vriendin zegt dat ze zichzelf iets wil aandoen": "suicide",
            "me vader slaat mij": "unsafe",
            "er staat een man met een mes voor de deur": "danger",
        }
        self.assertEqual({text: self.level(text) for text in said}, said)

    def test_excused(self) -> None:
        for text in (
            "ik wil dood gewoon naar huis",
            "in de film zegt hij ik wil niet meer leven",
            "ik heb mezelf per ongeluk gesneden",
            "ik word niet thuis geslagen",
            "heeft het nog zin om te melden",
            "niks heeft zin op die site",
        ):
            self.assertIsNone(self.level(text), text)

    def test_denied(self) -> None:
        for text in ("ik wil niet dood hoor", "ik word niet geslagen", "ik heb geen zelfmoordgedachten"):
            self.assertTrue(SureFinder().denied(split(text), names(text)), text)
        self.assertFalse(SureFinder().denied(split("ik wil dood"), names("ik wil dood")))


FEW = {"suicide": "ik wil niet meer leven", "unsafe": "mijn vader slaat mij", "danger": "hij heeft een mes"}


def few_learned() -> CrisisModel:
    """A model of five sentences."""
    sentences = [Sentence(text, level, "plain") for level, text in FEW.items()]
    sentences += [Sentence("ik lach me dood", "none", "idiom"), Sentence("ik kap met stage", "none", "quitting")]
    return fit(sentences * 2, ["waar is de open dag", "krijg ik geld"], FitSettings())


class Model(unittest.TestCase):
    """Learning and storing."""

    def test_it_says_the_same_after_storing(self) -> None:
        model = few_learned()
        with tempfile.TemporaryDirectory() as folder:
            model.save(Path(folder))
            json.loads((Path(folder) / "crisis.json").read_text())
            loaded = CrisisModel.load(Path(folder))
        for level, text in FEW.items():
            self.assertEqual(loaded.judge(text).level, level)
            self.assertAlmostEqual(loaded.judge(text).score, model.judge(text).score, places=5)
        self.assertEqual(loaded.judge("").score, 0.0)

    def test_variants_are_the_same_every_time(self) -> None:
        talk = ["waar is de open dag", "krijg ik geld voor mijn stage"]
        for make in (misspelled, lambda text, random: amid(text, talk, random)):
            first, second = (make("ik wil niet meer leven", Random(1)) for _ in range(2))  # noqa: S311
            self.assertEqual(first, second)

    def test_a_variant_keeps_the_sentence_whole(self) -> None:
        for seed in range(20):
            told = amid("ik wil dood", ["waar is de open dag"], Random(seed))  # noqa: S311
            self.assertIn("ik wil dood", told)


class Memory(unittest.TestCase):
    """What people type is forgotten, also by look-ups that were made quick."""

    def test_no_word_that_was_typed_stays_in_memory(self) -> None:
        model = few_learned()
        odd = ("ksawonzar"[::-1], "ksebeilk"[::-1], "dlevretnok"[::-1])
        model.judge(f"{odd[0]} slaat mij, ik{odd[1]}wil dood en " + " ".join(odd[2]))
        left = [text for text in texts_in_memory() if any(word in text and text is not word for word in odd)]
        self.assertEqual(left, [])


def texts_in_memory() -> Iterator[str]:
    """Every text that something holds, also what only a cache or a plain dictionary inside an object does."""
    gc.collect()
    held = gc.get_referents(*gc.get_objects())
    yield from (text for text in (*held, *gc.get_referents(*held)) if type(text) is str)


class OwnSentences(unittest.TestCase):
    """What data/crisis promises."""

    def test_there_are_enough_of_both_and_none_stands_twice(self) -> None:
        sentences = read_sentences(ROOT / DEFAULTS["sentences"])
        crisis = [sentence for sentence in sentences if sentence.level != "none"]
        self.assertGreaterEqual(len(crisis), 400)
        self.assertGreaterEqual(len(sentences) - len(crisis), 600)
        self.assertEqual({sentence.level for sentence in sentences}, {"danger", "suicide", "unsafe", "none"})
        self.assertEqual(len({sentence.text.lower() for sentence in sentences}), len(sentences))

    def test_none_of_them_is_in_a_set_that_we_measure_with(self) -> None:
        measured = [path for path in (ROOT / "tests" / "crisis").glob("*.yml")]
        kept_apart = {plain(entry["text"]) for path in measured for entry in yaml.safe_load(path.read_text("utf-8"))}
        self.assertEqual(len(measured), 4)
        taught = {plain(sentence.text) for sentence in read_sentences(ROOT / DEFAULTS["sentences"])}
        self.assertFalse(taught & kept_apart)
