"""A fixed part of the training sentences, the same for both sides of `make bench`.

Rasa's default recipe needs hours for its 100 epochs on all our sentences. A comparison that nobody runs proves nothing,
so both sides learn from one in sixteen, and the table shows beside it what ours does with all of them.
"""

import hashlib
import shutil
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

import yaml

FEWEST = 8


def write_sample(source: Path, target: Path, part: int) -> int:
    """Write one in `part` of each intent's sentences, at least eight, below `target`; returns how many in all.

    Which ones is decided by a digest of the sentence: every author and every file has the same chance, and the sample
    is the same on each machine.
    """
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    chosen = {intent: chosen_sentences(found, part) for intent, found in sentences(source).items()}
    groups = [
        {"intent": intent, "examples": "".join(f"- {sentence}\n" for sentence in picked)}
        for intent, picked in sorted(chosen.items())
    ]
    content = {"version": "3.1", "nlu": groups}
    (target / "sample.yml").write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return sum(map(len, chosen.values()))


def sentences(source: Path) -> Mapping[str, list[str]]:
    """All training sentences below a folder, by intent."""
    found: dict[str, list[str]] = defaultdict(list)
    for path in sorted(source.rglob("*.yml")):
        for group in yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]:
            found[group["intent"]] += [line.removeprefix("- ") for line in group["examples"].splitlines()]
    return found


def chosen_sentences(found: Sequence[str], part: int) -> list[str]:
    """One in `part` of them, at least eight when there are so many, in the order of their digests."""
    unique = sorted(set(found), key=lambda sentence: hashlib.sha256(sentence.encode()).digest())
    return unique[: max(len(unique) // part, FEWEST)]
