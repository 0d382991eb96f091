# mypy: ignore-errors
"""The ONNX encoder on a tiny model; the set-up for tests puts its packages in a folder beside the bot's environment."""

import sys
import tempfile
import unittest
from pathlib import Path

import numpy as np
from components.sentence_encoder import OnnxSentenceEncoder

from tests.unit.bot.in_rasa.tiny_onnx import write_tiny_encoder

# behind the bot's own packages, which are the same ones that it runs with
sys.path.append(str(Path(__file__).parents[4] / "var" / "encoder-packages"))


class OnnxSentenceEncoderCase(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        write_tiny_encoder(self.folder)

    def test_a_sentence_is_the_mean_of_its_words_and_padding_does_not_count(self):
        vectors = OnnxSentenceEncoder(self.folder).encode(["stage", "stage geld", "geld geld geld geld"])
        half = 2**-0.5
        assert np.allclose(vectors, [[1, 0, 0], [half, half, 0], [0, 1, 0]], atol=1e-6)

    def test_many_sentences_go_in_batches_and_keep_their_order(self):
        vectors = OnnxSentenceEncoder(self.folder).encode(["stage", "geld"] * 40)
        assert vectors.shape == (80, 3)
        assert np.allclose(vectors[::2, 0], 1)
        assert np.allclose(vectors[1::2, 1], 1)

    def test_the_fingerprint_follows_the_files(self):
        before = OnnxSentenceEncoder(self.folder).fingerprint
        tokenizer = self.folder / "tokenizer.json"
        tokenizer.write_text(tokenizer.read_text() + "\n")
        assert OnnxSentenceEncoder(self.folder).fingerprint != before

    def test_a_missing_folder_is_said(self):
        with self.assertRaises(OSError):
            OnnxSentenceEncoder(self.folder / "absent")


if __name__ == "__main__":
    unittest.main()
