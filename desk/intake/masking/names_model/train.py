"""Trains the names model that the repository ships, and packs it as a wheel in `dist/` beside this script.

    python -m desk.intake.masking.names_model.train --data FOLDER

FOLDER holds `conll2002/ned.train`, `ned.testa` and `ned.testb`. What is learned from, under which terms, and what
came of it stands in MODEL_CARD.md; that text and the licence travel in the wheel. The assistant's own training
sentences (`--chat`, by default data/nlu) are learned from as sentences without names. Seed and order are fixed; one
processor is enough (about a quarter of an hour).
"""

import argparse
import json
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import spacy
from spacy.cli.train import train as spacy_train
from spacy.language import Language
from spacy.tokens import Doc

from desk.intake.masking.names_model import corpora
from desk.intake.masking.names_model.packing import Package, pack
from desk.intake.masking.names_model.realistic_names import NameMaker

HERE = Path(__file__).parent
ROOT = HERE.parents[3]
SEED = 5
KEPT_FOR_CHOOSING = 12  # every 12th chat sentence helps to choose the best moment instead of being learned from
PLAIN_MESSAGES = 9000
PACKAGE = Package(
    name="nl_wijzer_names",
    version="1.0.0",
    summary="Names in Dutch chat and newspaper text (PER, LOC, ORG, MISC)",
    licence="EUPL-1.2",
    texts={"LICENSE": ROOT / "LICENSE", "MODEL_CARD.md": HERE / "MODEL_CARD.md"},
)


def training_texts(conll: Path, plain: list[str], lines: list[str]) -> Iterator[corpora.Marked]:
    """Everything the model learns from."""
    maker = NameMaker.seeded(SEED)
    for words, tags in corpora.read_conll(conll / "ned.train"):
        original = corpora.as_text(words, tags)
        yield original
        yield original.lowered()
        if any(tag.endswith("PER") for tag in tags):
            yield corpora.as_text(words, tags, maker)
            yield corpora.as_text(words, tags, maker).lowered()
    yield from corpora.chat(lines, plain, maker, corpora.CHAT_TIMES)
    for line in maker.chance.sample(plain, min(PLAIN_MESSAGES, len(plain))):
        yield corpora.as_typed(corpora.Marked(line, ()), maker.chance)


def choosing_texts(conll: Path, plain: list[str], lines: list[str]) -> Iterator[corpora.Marked]:
    """What decides when training stops: newspaper text in both cases and unseen chat sentences."""
    for words, tags in corpora.read_conll(conll / "ned.testa"):
        original = corpora.as_text(words, tags)
        yield original
        yield original.lowered()
    yield from corpora.chat(lines, plain, NameMaker.seeded(SEED + 1), 20)


def write_corpora(conll: Path, chat: Path, out: Path) -> None:
    """train.spacy and dev.spacy in `out`."""
    blank = spacy.blank("nl")
    lines = corpora.chat_lines(HERE / "chat_sentences.txt")
    plain = corpora.rasa_examples(chat)
    learned = [line for index, line in enumerate(lines) if index % KEPT_FOR_CHOOSING]
    kept = lines[::KEPT_FOR_CHOOSING]
    texts = training_texts(conll, plain[::2], learned)
    corpora.save(texts, blank, out / "train.spacy")
    corpora.save(choosing_texts(conll, plain[1::2], kept), blank, out / "dev.spacy")


def scores(nlp: Language, path: Path, lower: bool = False) -> dict[str, float]:
    """Exact-match F1 (0 to 100) on a CoNLL file, all types together and each alone, as conlleval counts."""
    right: dict[str, int] = {}
    said: dict[str, int] = {}
    true: dict[str, int] = {}
    for words, tags in corpora.read_conll(path):
        shown = [word.lower() for word in words] if lower else words
        doc = nlp(Doc(nlp.vocab, words=shown))
        found = {(ent.start, ent.end, ent.label_) for ent in doc.ents}
        wanted = set(corpora.spans_of(tags))
        for counts, spans in ((right, found & wanted), (said, found), (true, wanted)):
            for _, _, label in spans:
                for key in (label, "all"):
                    counts[key] = counts.get(key, 0) + 1
    return {key: round(200 * right.get(key, 0) / (said.get(key, 0) + true[key]), 2) for key in sorted(true)}


def describe(model: Path, found: dict[str, object]) -> None:
    """Put description, licence and scores in the pipeline's own meta.json, which spaCy reads."""
    path = model / "meta.json"
    meta = json.loads(path.read_text(encoding="utf-8"))
    meta |= {
        "name": PACKAGE.name.partition("_")[2],
        "version": PACKAGE.version,
        "description": PACKAGE.summary,
        "license": PACKAGE.licence,
        "notes": "Learned from CoNLL-2002 Dutch, made available for research; see MODEL_CARD.md in this package.",
        "sources": [{"name": "CoNLL-2002 Dutch", "author": "Erik F. Tjong Kim Sang", "license": "research"}],
        "performance": found,
    }
    path.write_text(json.dumps(meta, indent=2, ensure_ascii=False), encoding="utf-8")


def train(data: Path, chat: Path, out: Path) -> Path:
    """Write the corpora, train, measure, describe; return the folder of the pipeline."""
    conll = data / "conll2002"
    write_corpora(conll, chat, out)
    paths = {"paths.train": str(out / "train.spacy"), "paths.dev": str(out / "dev.spacy")}
    spacy_train(HERE / "config.cfg", out / "model", overrides=paths)
    shutil.rmtree(out / "best", ignore_errors=True)
    best = Path(shutil.copytree(out / "model" / "model-best", out / "best"))
    nlp = spacy.load(best)
    found: dict[str, object] = {
        f"{name}{case} F1": scores(nlp, conll / name, lower)
        for name in ("ned.testa", "ned.testb")
        for case, lower in (("", False), (" in lower case", True))
    }
    sys.stdout.write(json.dumps(found, indent=2) + "\n")
    describe(best, found)
    return best


def main() -> None:
    """Train, then pack."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with conll2002/")
    parser.add_argument("--chat", type=Path, default=ROOT / "data" / "nlu", help="the assistant's training sentences")
    parser.add_argument("--out", type=Path, default=ROOT / "var" / "names_model", help="where the work is done")
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    wheel = pack(PACKAGE, train(arguments.data, arguments.chat, arguments.out), HERE / "dist")
    sys.stdout.write(f"{wheel.name}: {wheel.stat().st_size / 1e6:.1f} MB\n")


if __name__ == "__main__":
    main()
