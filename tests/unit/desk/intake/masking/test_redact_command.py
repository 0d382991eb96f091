"""`make redact`: JSON lines in, masked JSON lines out, by the contract."""

import io
import json
import subprocess
import sys

from desk.intake.redact import redact


def redacted(*lines: bytes) -> tuple[int, list[dict[str, object]], str]:
    out, errors = io.StringIO(), io.StringIO()
    status = redact(lines, out, errors)
    return status, [json.loads(line) for line in out.getvalue().splitlines()], errors.getvalue()


def line(text: object) -> bytes:
    return json.dumps({"text": text}).encode()


def test_offsets_are_those_of_the_text_that_came_in() -> None:
    text = "mail é🙂 naar s.haddou@outlook.com of bel 06-48213377"
    status, (found,), errors = redacted(line(text))
    assert (status, errors) == (0, "")
    assert found["text"] == "mail é🙂 naar [e-mailadres] of bel [telefoonnummer]"
    spans = found["spans"]
    assert isinstance(spans, list)
    assert [(text[one["start"] : one["end"]], one["kind"]) for one in spans] == [
        ("s.haddou@outlook.com", "email"),
        ("06-48213377", "phone"),
    ]


def test_a_text_without_personal_data_comes_back_as_it_was() -> None:
    text = "Ik loop stage bij Bakker Installaties in Nieuwegein."
    assert redacted(line(text))[1] == [{"text": text, "spans": []}]


def test_one_bad_line_does_not_stop_the_others_and_its_content_is_not_shown() -> None:
    status, found, errors = redacted(line("hoi"), b"geheim", line(None), b"\n", b"[]", line("dag"))
    assert [one["text"] for one in found] == ["hoi", "dag"]
    assert status == 1
    assert [error.split(":")[0] for error in errors.splitlines()] == ["line 2", "line 3", "line 5"]
    assert "geheim" not in errors


def test_the_command_answers_each_line_before_the_next_one_comes() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "desk.intake.redact"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(line("mijn baas heet henk de vries") + b"\n")
        process.stdin.flush()
        assert json.loads(process.stdout.readline())["text"] == "mijn baas heet [naam]"
        process.stdin.close()
        assert process.wait() == 0
