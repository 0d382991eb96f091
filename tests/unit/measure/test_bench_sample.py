"""Both sides of the bench learn from the same fixed part of the sentences."""

from pathlib import Path

from tests.measure.bench_sample import FEWEST, chosen_sentences, sentences, write_sample

MANY = [f"zin nummer {number}" for number in range(160)]


def written(folder: Path, intent: str, said: list[str]) -> None:
    lines = "\n".join(f"      - {sentence}" for sentence in said)
    text = f'version: "3.1"\nnlu:\n  - intent: {intent}\n    examples: |\n{lines}\n'
    (folder / f"{intent}.yml").write_text(text)


def test_it_takes_one_in_so_many_and_never_too_few() -> None:
    assert len(chosen_sentences(MANY, 16)) == 10
    assert len(chosen_sentences(MANY, 100)) == FEWEST
    assert len(chosen_sentences(MANY[:3], 16)) == 3


def test_the_order_in_the_files_decides_nothing() -> None:
    assert chosen_sentences(MANY, 16) == chosen_sentences(MANY[::-1], 16)


def test_what_is_written_reads_back_with_every_intent(tmp_path: Path) -> None:
    source, target = tmp_path / "source", tmp_path / "target"
    source.mkdir()
    written(source, "greet", ["hoi", "goedendag"])
    written(source, "stage_bpv", MANY)
    assert write_sample(source, target, 16) == 12
    found = sentences(target)
    assert set(found["greet"]) == {"hoi", "goedendag"}
    assert set(found["stage_bpv"]) == set(chosen_sentences(MANY, 16))
