"""A sentence encoder from a local folder: `tokenizer.json` and `model.onnx`, as sentence-transformers exports them.

Needs bot/requirements-encoder.txt. Nothing is ever downloaded: the folder is all there is.
"""

import hashlib
from pathlib import Path
from typing import Any, List, Sequence

import numpy as np

from components.sentence_centroids import Vectors, unit_rows

MAX_TOKENS = 128
BATCH = 32


class OnnxSentenceEncoder:
    """Mean of the last layer over the real tokens, made length 1.

    Raises:
        ImportError: the optional packages are not installed.
        OSError: a file is missing.
    """

    def __init__(self, folder: Path) -> None:
        import onnxruntime
        from tokenizers import Tokenizer

        files = [folder / "tokenizer.json", folder / "model.onnx"]
        self.fingerprint = hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()
        self._tokenizer = Tokenizer.from_file(str(files[0]))
        self._tokenizer.enable_truncation(MAX_TOKENS)
        self._tokenizer.enable_padding()
        self._session = onnxruntime.InferenceSession(str(files[1]), providers=["CPUExecutionProvider"])
        self._inputs = {given.name for given in self._session.get_inputs()}

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One row of length 1 per text."""
        batches = [self._encode(list(texts[start : start + BATCH])) for start in range(0, len(texts), BATCH)]
        return np.concatenate(batches)

    def _encode(self, texts: List[str]) -> Vectors:
        read = self._tokenizer.encode_batch(texts)
        mask = np.array([one.attention_mask for one in read], dtype=np.int64)
        ids = np.array([one.ids for one in read], dtype=np.int64)
        given = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        layer: Any = self._session.run(None, {name: given[name] for name in self._inputs})[0]
        real = mask[:, :, None]
        return unit_rows((layer * real).sum(axis=1) / np.maximum(real.sum(axis=1), 1))
