"""What lessons and proposals make of the files of this project: pure functions, nothing is written here."""

import difflib
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

import yaml

from desk.learning.lessons import Lesson, Use
from desk.topics import TopicName

HEAD = 'version: "3.1"\nnlu:\n'
TESTS = Path("tests/nlu/desk.yml")
TESTS_HEAD = "# Held-out questions that people of the desk chose: never trained on, never tuned on.\n"
OUT_OF_AREA = ("out_of_scope", Path("data/nlu/conversation/out_of_scope.desk.yml"))
EXAMPLE = re.compile(r"^ +- (?!intent:)(.+)$", re.MULTILINE)

Files = Mapping[Path, str]


def known_sentences(root: Path) -> set[str]:
    """Return all sentences that are trained or tested with already, as `bare` makes them."""
    trained = (found for path in (root / "data" / "nlu").rglob("*.yml") for found in EXAMPLE.findall(_read(path)))
    tested = (
        question["text"]
        for path in (root / "tests" / "nlu").rglob("*.yml")
        for entry in yaml.safe_load(_read(path))
        for question in entry["questions"]
    )
    return {bare(sentence) for sentence in (*trained, *tested)}


def bare(sentence: str) -> str:
    """Return a sentence without capitals and marks, to see whether two are the same."""
    return " ".join(re.findall(r"\w+", sentence.lower()))


def lesson_files(root: Path, lessons: Iterable[Lesson], topics: Iterable[TopicName]) -> dict[Path, str]:
    """Return the new text of each file that these lessons change, by its path below `root`."""
    intents = {topic.id: topic.intent for topic in topics}
    training: dict[tuple[str, Path], list[str]] = defaultdict(list)
    tests: dict[str | None, list[str]] = defaultdict(list)
    for lesson in lessons:
        if lesson.use is Use.TEST:
            tests[lesson.topic].append(lesson.text)
        else:
            training[_place(lesson.topic, intents)].append(lesson.text)
    files = {path: _with_examples(_read(root / path), intent, found) for (intent, path), found in training.items()}
    return files | ({TESTS: _with_tests(_read(root / TESTS), tests)} if tests else {})


def as_patch(root: Path, files: Files) -> str:
    """Return the change as a patch that `git apply` takes."""
    return "".join(_one_patch(_read(root / path), text, path) for path, text in sorted(files.items()))


def _place(topic: str | None, intents: Mapping[str, str]) -> tuple[str, Path]:
    return (intents[topic], Path("data/nlu") / f"{topic}.desk.yml") if topic else OUT_OF_AREA


def _with_examples(before: str, intent: str, sentences: list[str]) -> str:
    start = before or f"{HEAD}  - intent: {intent}\n    examples: |\n"
    return start + "".join(f"      - {sentence}\n" for sentence in sentences)


def _with_tests(before: str, tests: Mapping[str | None, list[str]]) -> str:
    entries = (f"- topic: {topic or 'null'}\n  questions:\n{_questions(found)}" for topic, found in tests.items())
    return (before or TESTS_HEAD) + "".join(entries)


def _questions(sentences: list[str]) -> str:
    # A JSON string is a YAML string too, whatever stands in it.
    return "".join(f"    - {{text: {json.dumps(one, ensure_ascii=False)}, style: desk}}\n" for one in sentences)


def _one_patch(before: str, after: str, path: Path) -> str:
    old = f"a/{path.as_posix()}" if before else "/dev/null"
    lines = difflib.unified_diff(before.splitlines(True), after.splitlines(True), old, f"b/{path.as_posix()}")
    begin = f"diff --git a/{path.as_posix()} b/{path.as_posix()}\n" + ("" if before else "new file mode 100644\n")
    return begin + "".join(lines)


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.is_file() else ""
