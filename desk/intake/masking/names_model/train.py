"""Trains the names model that the repository ships, and packs it as a wheel.

    python -m desk.intake.masking.names_model.train --conll FOLDER --chat data/nlu --out FOLDER

Learns from: (1) the Dutch data of the CoNLL-2002 shared task on names (`ned.train`; newspaper De Morgen of 2000, made
available for research; Tjong Kim Sang 2002), as it is, in lower case, and with other names put in; (2) the sentences
of chat_sentences.txt and the assistant's own training sentences, both ours (EUPL-1.2); (3) names from faker (MIT) and
from lists/by_hand.yml (ours). `ned.testa` chooses the best moment to stop, `ned.testb` is only measured on.
Universal Dependencies Dutch is not learned from: it marks no persons (MODEL_CARD.md says what was tried).
Fixed seed, one processor is enough (about half an hour).
"""

import argparse
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import spacy
from spacy.cli.train import train as spacy_train
from spacy.language import Language
from spacy.tokens import Doc

from desk.intake.masking.names_model import corpora
from desk.intake.masking.names_model.realistic_names import NameMaker

HERE = Path(__file__).parent
SEED = 5
NAME, VERSION = "wijzer_names", "1.0.0"
KEPT_FOR_CHOOSING = 12  # every 12th chat sentence helps to choose the best moment instead of being learned from
PLAIN_MESSAGES = 9000


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
    """Exact-match precision, recall and F1 on a CoNLL file, all types together and each alone, as conlleval counts."""
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


def pack(model: Path, out: Path) -> Path:
    """The trained pipeline as an installable wheel beside this script."""
    command = [sys.executable, "-m", "spacy", "package", str(model), str(out), "--build", "wheel", "--force"]
    subprocess.run([*command, "--name", NAME, "--version", VERSION], check=True)
    [wheel] = out.glob("*/dist/*.whl")
    for old in HERE.glob("*.whl"):
        old.unlink()
    return Path(shutil.copy(wheel, HERE))


def describe(model: Path, found: dict[str, object]) -> None:
    """Put description, licence and scores in the pipeline's own meta.json."""
    path = model / "meta.json"
    meta = json.loads(path.read_text(encoding="utf-8"))
    meta |= {
        "name": NAME,
        "version": VERSION,
        "description": "Names in Dutch chat and newspaper text (PER, LOC, ORG, MISC)",
        "license": "EUPL-1.2; learned from CoNLL-2002, research use",
        "sources": [{"name": "CoNLL-2002 Dutch", "author": "Erik F. Tjong Kim Sang", "license": "research"}],
        "performance": found,
    }
    path.write_text(json.dumps(meta, indent=2, ensure_ascii=False), encoding="utf-8")


def main() -> None:
    """Corpora, training, scores, wheel."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for option in ("--conll", "--chat", "--out"):
        parser.add_argument(option, type=Path, required=True)
    arguments = parser.parse_args()
    out: Path = arguments.out
    out.mkdir(parents=True, exist_ok=True)
    write_corpora(arguments.conll, arguments.chat, out)
    paths = {"paths.train": str(out / "train.spacy"), "paths.dev": str(out / "dev.spacy")}
    spacy_train(HERE / "config.cfg", out / "model", overrides=paths)
    best = out / "model" / "model-best"
    nlp = spacy.load(best)
    test = arguments.conll / "ned.testb"
    found: dict[str, object] = {"ned.testb F1": scores(nlp, test), "ned.testb F1, lower case": scores(nlp, test, True)}
    sys.stdout.write(json.dumps(found, indent=2) + "\n")
    describe(best, found)
    sys.stdout.write(f"{pack(best, out).name}\n")


if __name__ == "__main__":
    main()
