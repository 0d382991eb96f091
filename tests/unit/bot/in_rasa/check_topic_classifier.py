"""The classifier learns, is stored without code, and its confidence stays between 0 and 1."""

import tempfile
import unittest
from pathlib import Path

import numpy as np
from components.answer_or_ask import AnswerOrAsk
from components.linear_model import VIEWS, LinearTopicModel, View
from components.topic_classifier import certainty
from rasa.shared.nlu.training_data.message import Message
from sklearn.feature_extraction.text import TfidfVectorizer

TEXTS = [
    "krijg ik geld voor mijn stage",
    "hoeveel vergoeding krijg ik voor stage",
    "wat verdient een stagiair aan geld",
    "waar is de technohub in woerden",
    "wat is de technohub voor plek",
    "de technohub in woerden waar staat die",
] * 2  # so that letters across words, which must stand in six sentences, are left
LABELS = (["stage_vergoeding"] * 3 + ["plekken_technohub_wat"] * 3) * 2


class LinearModel(unittest.TestCase):
    """A model of six sentences, each learned twice."""

    def setUp(self) -> None:
        self.model = LinearTopicModel.fit(TEXTS, LABELS, C=1.0)

    def best(self, model: LinearTopicModel, text: str) -> str:
        margins = model.margins(text)
        return model.labels[int(margins[: len(model.labels)].argmax())] if margins.size > 1 else ""

    def test_known_words_are_counted(self) -> None:
        self.assertEqual(self.model.known_words("technohub"), 1.0)
        self.assertEqual(self.model.known_words("blurp zwatelgok"), 0.0)
        self.assertEqual(self.model.known_words(""), 0.0)

    def test_a_view_weighs_a_text_as_scikit_learn_does(self) -> None:
        for settings in VIEWS:
            vectorizer = TfidfVectorizer(**settings, sublinear_tf=True, lowercase=False).fit(TEXTS)
            view = View(settings, vectorizer.get_feature_names_out().tolist(), vectorizer.idf_)
            for text in [*TEXTS, "stage stage technohub blurp", "", "zwatelgok"]:
                wanted = vectorizer.transform([text]).toarray()[0]
                found = np.zeros_like(wanted)
                columns, values = view.features(text)
                found[columns] = values
                np.testing.assert_allclose(found, wanted, atol=1e-6)

    def test_a_light_sentence_moves_the_boundary_less(self) -> None:
        said = "de werkplaats staat open"
        texts, labels = [*TEXTS, said], [*LABELS, "stage_vergoeding"]
        place = sorted(set(LABELS)).index("stage_vergoeding")
        margins = {}
        for weight in (0.1, 1.0):
            weights = [1.0] * len(TEXTS) + [weight]
            margins[weight] = float(LinearTopicModel.fit(texts, labels, C=1.0, weights=weights).margins(said)[0])
        away = -1 if place == 0 else 1  # two labels share one boundary; positive is the second
        self.assertGreater(away * margins[1.0], away * margins[0.1])

    def test_a_stored_model_gives_the_same_margins_and_holds_no_pickle(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            self.model.save(Path(folder))
            names = sorted(path.name for path in Path(folder).iterdir())
            self.assertEqual(names, ["model.json", "model.npz"])
            loaded = LinearTopicModel.load(Path(folder))
        for text in TEXTS:
            self.assertAlmostEqual(float(loaded.margins(text)[0]), float(self.model.margins(text)[0]), places=4)


class Certainty(unittest.TestCase):
    """Confidence and what it leads to."""

    def test_it_grows_with_the_gap_and_stays_between_0_and_1(self) -> None:
        weights = {"bias": 0.5, "margin": 1.4, "gap": 4.8, "outside": 0.1, "known": 0.0}
        evidence = {"margin": -0.4, "gap": 0.1, "outside": -0.9, "known": 1.0}
        less = certainty(evidence, weights)
        more = certainty({**evidence, "gap": 1.0}, weights)
        self.assertTrue(0.0 < less < more < 1.0)

    def test_below_the_threshold_the_intent_becomes_unsure(self) -> None:
        component = AnswerOrAsk({"answer": 0.65})
        for confidence, name in ((0.64, "unsure"), (0.66, "stage_bpv")):
            message = Message({"text": "x", "intent": {"name": "stage_bpv", "confidence": confidence}})
            component.process([message])
            self.assertEqual(message.get("intent")["name"], name)
