"""Hands over what was proposed: a patch and the changed files, to make a pull request of. Trains nothing."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import delete

from desk.clock import stamp_of
from desk.desk import Desk
from desk.errors import ExportFailedError
from desk.learning.files import as_patch, bare, known_sentences, lesson_files
from desk.learning.lessons import SavedLesson, saved_lessons
from desk.learning.proposals import saved_proposals
from desk.store.learning_tables import LessonRow, ProposalRow
from desk.topics import TopicName

PATCH = "change.patch"
CONTENT = Path("knowledge/content")


@dataclass(frozen=True, slots=True)
class Exported:
    """What was handed over. `doubles`: sentences that were there already and were left out."""

    folder: Path | None
    sentences: int
    articles: int
    doubles: int


def export(desk: Desk, root: Path, target: Path, topics: tuple[TopicName, ...]) -> Exported:
    """Write everything that waits into a new folder in `target`, and let go of it. `root`: the project's own files.

    Raise `ExportFailedError` when it cannot be written; then all of it still waits.
    """
    with desk.store.reading() as session:
        lessons, proposals = saved_lessons(session), saved_proposals(session)
    fresh = _fresh(lessons, known_sentences(root))
    files = lesson_files(root, [one.lesson for one in fresh], topics)
    files |= {CONTENT / f"{one.article}.md": one.text for one in proposals.values()}
    folder = _write(root, target / _name(desk), files) if files else None
    with desk.store.writing() as session:
        session.execute(delete(LessonRow).where(LessonRow.id.in_([one.id for one in lessons])))
        for one in proposals.values():
            same = (ProposalRow.article == one.article, ProposalRow.text == one.text)
            session.execute(delete(ProposalRow).where(*same))
    return Exported(folder, len(fresh), len(proposals), len(lessons) - len(fresh))


def _fresh(lessons: Iterable[SavedLesson], known: set[str]) -> list[SavedLesson]:
    fresh = []
    for one in lessons:
        if bare(one.lesson.text) not in known:
            known.add(bare(one.lesson.text))
            fresh.append(one)
    return fresh


def _name(desk: Desk) -> str:
    return stamp_of(desk.clock())[:19].replace(":", "").replace("T", "-")


def _write(root: Path, folder: Path, files: dict[Path, str]) -> Path:
    """Write each file as it should become and one patch of all; nobody else may read them before the review."""
    try:
        for path, text in files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, encoding="utf-8")
        (folder / PATCH).write_text(as_patch(root, files), encoding="utf-8")
        os.chmod(folder, 0o700)
    except OSError as error:
        raise ExportFailedError from error
    return folder
