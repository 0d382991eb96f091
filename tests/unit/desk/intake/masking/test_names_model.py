"""The names model: a wheel in the repository that installs as it is and says where it comes from."""

import hashlib
import zipfile
from importlib.metadata import distribution
from pathlib import Path

import spacy

from desk.intake.masking import names_model
from desk.intake.masking.names_model.corpora import as_text, spans_of
from desk.intake.masking.names_model.packing import Package, pack

FOLDER = Path(names_model.__file__).parent
[WHEEL] = (FOLDER / "dist").glob("*.whl")


def test_the_wheel_is_small_and_the_installed_package_is_the_one_in_the_repository() -> None:
    assert WHEEL.stat().st_size <= 15_000_000
    installed = distribution("nl_wijzer_names")
    with zipfile.ZipFile(WHEEL) as wheel:
        for name in wheel.namelist():
            if name.startswith("nl_wijzer_names/"):
                assert Path(str(installed.locate_file(name))).read_bytes() == wheel.read(name)


def test_the_package_says_under_which_terms_and_from_what_it_was_made() -> None:
    meta = spacy.load("nl_wijzer_names").meta
    assert meta["license"] == "EUPL-1.2"
    assert "CoNLL-2002" in str(meta["notes"])
    assert {"ned.testb F1", "ned.testb in lower case F1"} <= set(meta["performance"])
    with zipfile.ZipFile(WHEEL) as wheel:
        card = next(name for name in wheel.namelist() if name.endswith("licenses/MODEL_CARD.md"))
        assert "research" in wheel.read(card).decode()


def test_packing_the_same_files_twice_gives_the_same_wheel(tmp_path: Path) -> None:
    model = tmp_path / "model"
    spacy.blank("nl").to_disk(model)
    text = tmp_path / "NOTE.md"
    text.write_text("note", encoding="utf-8")
    package = Package("nl_trial", "0.1.0", "A trial", "EUPL-1.2", {"NOTE.md": text})
    first, second = (pack(package, model, tmp_path / name) for name in ("a", "b"))
    assert hashlib.sha256(first.read_bytes()).digest() == hashlib.sha256(second.read_bytes()).digest()
    with zipfile.ZipFile(first) as wheel:
        assert wheel.testzip() is None
        record = wheel.read("nl_trial-0.1.0.dist-info/RECORD").decode().splitlines()
    assert len(record) == len(set(record)) == len(wheel.namelist())


def test_marked_newspaper_text_becomes_running_text_with_offsets() -> None:
    words, tags = (
        ["Dat", "zei", "Jan", "Smit", "(", "UNK", ")", "."],
        ["O", "O", "B-PER", "I-PER", "O", "B-ORG", "O", "O"],
    )
    assert spans_of(tags) == [(2, 4, "PER"), (5, 6, "ORG")]
    marked = as_text(words, tags)
    assert marked.text == "Dat zei Jan Smit (UNK)."
    assert [(marked.text[start:end], label) for start, end, label in marked.entities] == [
        ("Jan Smit", "PER"),
        ("UNK", "ORG"),
    ]
