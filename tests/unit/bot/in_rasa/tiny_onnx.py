# mypy: ignore-errors
"""A tiny sentence encoder made by hand: a table with one vector per word, as an ONNX file and a tokenizer.

The ONNX file is written field by field (protobuf wire format), so that no package for making models is needed.
"""

import json
import struct
from pathlib import Path

WORDS = {"[PAD]": [9.0, 9.0, 9.0], "[UNK]": [0.0, 0.0, 1.0], "stage": [1.0, 0.0, 0.0], "geld": [0.0, 1.0, 0.0]}
INT64, FLOAT = 7, 1


def write_tiny_encoder(folder: Path) -> None:
    """`tokenizer.json` and `model.onnx`: last layer = Gather(table, input_ids)."""
    (folder / "tokenizer.json").write_text(json.dumps(_tokenizer()))
    (folder / "model.onnx").write_bytes(_model([number for row in WORDS.values() for number in row]))


def _tokenizer() -> dict:
    model = {"type": "WordLevel", "vocab": {word: i for i, word in enumerate(WORDS)}, "unk_token": "[UNK]"}
    empty = dict.fromkeys(("truncation", "padding", "normalizer", "post_processor", "decoder"))
    return {"version": "1.0", "added_tokens": [], "pre_tokenizer": {"type": "Whitespace"}, "model": model, **empty}


def _model(table: list) -> bytes:
    weights = _number(1, len(WORDS)) + _number(1, 3) + _number(2, FLOAT) + _bytes(8, b"table")
    weights += _bytes(9, struct.pack(f"<{len(table)}f", *table))
    gather = _bytes(1, b"table") + _bytes(1, b"input_ids") + _bytes(2, b"layer") + _bytes(4, b"Gather")
    graph = _bytes(1, gather) + _bytes(2, b"tiny") + _bytes(5, weights)
    graph += _bytes(11, _value(b"input_ids", INT64, [b"batch", b"length"]))
    graph += _bytes(12, _value(b"layer", FLOAT, [b"batch", b"length", b"size"]))
    return _number(1, 8) + _bytes(7, graph) + _bytes(8, _number(2, 13))


def _value(name: bytes, kind: int, axes: list) -> bytes:
    shape = b"".join(_bytes(1, _bytes(2, axis)) for axis in axes)
    return _bytes(1, name) + _bytes(2, _bytes(1, _number(1, kind) + _bytes(2, shape)))


def _number(field: int, value: int) -> bytes:
    return _varint(field << 3) + _varint(value)


def _bytes(field: int, value: bytes) -> bytes:
    return _varint(field << 3 | 2) + _varint(len(value)) + value


def _varint(value: int) -> bytes:
    out = b""
    while value > 0x7F:
        out += bytes([value & 0x7F | 0x80])
        value >>= 7
    return out + bytes([value])
