"""The corpora that the names model learns from: newspaper text with names marked, the same in lower case and with
other names, and made-up chat sentences. Everything is drawn with a fixed seed."""

import random
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from spacy.language import Language
from spacy.tokens import DocBin, Span

from desk.intake.masking.names_model.realistic_names import NameMaker

SLOT = re.compile(r"\{([VANBSC])\}")
LABEL_OF_SLOT = {"V": "PER", "A": "PER", "N": "PER", "B": "ORG", "S": "LOC", "C": "ORG"}
NO_SPACE_BEFORE = {".", ",", ")", ":", ";", "!", "?", "%", "'s"}
CHAT_TIMES = 22
JOINERS = (". ", ". ", ", ", " ", " en ", "! ", "\n", " maar ", " want ")


@dataclass(frozen=True, slots=True)
class Marked:
    """A text with its entities as (start, end, label), offsets in characters."""

    text: str
    entities: tuple[tuple[int, int, str], ...]

    def lowered(self) -> "Marked":
        """The same in lower case (Dutch text keeps its length)."""
        low = self.text.lower()
        return replace(self, text=low) if len(low) == len(self.text) else self

    def shouted(self) -> "Marked":
        """The same in capitals."""
        high = self.text.upper()
        return replace(self, text=high) if len(high) == len(self.text) else self


def read_conll(path: Path, encoding: str = "utf-8") -> Iterator[tuple[list[str], list[str]]]:
    """Sentences of a CoNLL-2002 file as words and BIO tags."""
    words: list[str] = []
    tags: list[str] = []
    for line in path.read_text(encoding=encoding).splitlines():
        columns = line.split()
        if len(columns) == 3 and columns[0] != "-DOCSTART-":
            words.append(columns[0])
            tags.append(columns[2])
        elif words:
            yield words, tags
            words, tags = [], []
    if words:
        yield words, tags


def spans_of(tags: Sequence[str]) -> list[tuple[int, int, str]]:
    """BIO tags as (first word, word after the last, label)."""
    spans: list[tuple[int, int, str]] = []
    for index, tag in enumerate(tags):
        if tag == "O":
            continue
        label = tag[2:]
        if tag[0] == "I" and spans and spans[-1][1] == index and spans[-1][2] == label:
            spans[-1] = (spans[-1][0], index + 1, label)
        else:
            spans.append((index, index + 1, label))
    return spans


def joined(pieces: Iterable[tuple[str, str | None]]) -> Marked:
    """Words or whole names with their label as running text."""
    text, entities = "", []
    for piece, label in pieces:
        if text and piece not in NO_SPACE_BEFORE and not text.endswith("("):
            text += " "
        if label:
            entities.append((len(text), len(text) + len(piece), label))
        text += piece
    return Marked(text, tuple(entities))


def as_text(words: Sequence[str], tags: Sequence[str], maker: NameMaker | None = None) -> Marked:
    """A CoNLL sentence as text; with `maker`, its persons get other names."""
    pieces: list[tuple[str, str | None]] = []
    starts = {start: (end, label) for start, end, label in spans_of(tags)}
    index = 0
    while index < len(words):
        end, label = starts.get(index, (index + 1, None))
        piece = " ".join(words[index:end])
        if maker and label == "PER":
            piece = maker.whole() if end - index > 1 else maker.chance.choice((maker.first, maker.last))()
        pieces.append((piece, label))
        index = end
    return joined(pieces)


def filled(line: str, maker: NameMaker) -> Marked:
    """A chat sentence with its slots filled."""
    text, entities, position = "", [], 0
    makers = {
        "V": maker.first, "A": maker.last, "N": maker.whole, "B": maker.company, "S": maker.town, "C": maker.school,
    }  # fmt: skip
    for slot in SLOT.finditer(line):
        text += line[position : slot.start()]
        value = makers[slot[1]]()
        entities.append((len(text), len(text) + len(value), LABEL_OF_SLOT[slot[1]]))
        text += value
        position = slot.end()
    return Marked(text + line[position:], tuple(entities))


def together(parts: Sequence[Marked], chance: random.Random) -> Marked:
    """Several sentences as one message."""
    text, entities = "", []
    for part in parts:
        if text:
            text += chance.choice(JOINERS)
        entities += [(start + len(text), end + len(text), label) for start, end, label in part.entities]
        text += part.text
    return Marked(text, tuple(entities))


def as_typed(marked: Marked, chance: random.Random) -> Marked:
    """The capitals people use: mostly none, some proper, some shout, some only at the start."""
    way = chance.random()
    if way < 0.55:
        return marked.lowered()
    if way < 0.6:
        return marked.shouted()
    if way < 0.8:
        return replace(marked, text=marked.text[:1].upper() + marked.text[1:])
    return marked


def chat_lines(path: Path) -> list[str]:
    """The sentences of `chat_sentences.txt`."""
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]


def chat(lines: Sequence[str], plain: Sequence[str], maker: NameMaker, times: int) -> Iterator[Marked]:
    """Messages of one to three sentences; `plain` are real-looking sentences without names."""
    chance = maker.chance
    for _ in range(times):
        for line in lines:
            parts = [filled(line, maker)]
            for _ in range(chance.choice((0, 0, 0, 1, 1, 2))):
                other = chance.choice(plain) if plain and chance.random() < 0.6 else chance.choice(lines)
                parts.insert(chance.randrange(len(parts) + 1), filled(other, maker))
            yield as_typed(together(parts, chance), chance)


def rasa_examples(folder: Path) -> list[str]:
    """The example lines of Rasa training files: chat sentences without names of persons."""
    lines = []
    for path in sorted(folder.glob("**/*.yml")):
        found = re.findall(r"^\s+- (?!intent:)(.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
        lines += [line for line in found if "{" not in line]
    return lines


def save(marked: Iterable[Marked], nlp: Language, path: Path) -> int:
    """Write texts as spaCy's training format; returns how many."""
    count, store = 0, DocBin()
    for item in marked:
        doc = nlp.make_doc(item.text)
        spans = [doc.char_span(start, end, label, alignment_mode="expand") for start, end, label in item.entities]
        doc.set_ents(_apart([span for span in spans if span is not None]))
        store.add(doc)
        count += 1
    store.to_disk(path)
    return count


def _apart(spans: Sequence[Span]) -> list[Span]:
    kept: list[Span] = []
    for span in spans:
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept
