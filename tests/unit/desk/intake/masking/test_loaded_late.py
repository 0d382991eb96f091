"""spaCy and Presidio cost seconds and memory: a process has them from its first masked text on, not before."""

import subprocess
import sys

LOADED = "print(sorted({'spacy', 'presidio_analyzer'} & set(sys.modules)))"


def loaded_after(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", f"import sys; {code}; {LOADED}"], capture_output=True, check=True)
    return done.stdout.decode().strip()


def test_connectors_start_without_them() -> None:
    assert loaded_after("import connectors.web.app, connectors.telegram.serving") == "[]"


def test_noticing_a_number_in_free_chat_does_without_them() -> None:
    code = "from desk.intake.masking import numbers_in; assert numbers_in('bel 06-12345678')"
    assert loaded_after(code) == "[]"


def test_the_first_masked_text_brings_them() -> None:
    code = "from desk.intake.masking import mask; assert mask('ik ben Fatima').spans"
    assert loaded_after(code) == "['presidio_analyzer', 'spacy']"


def test_who_begins_a_report_does_not_wait_for_them_at_the_first_answer() -> None:
    code = "from desk.intake.masking import load_soon; load_soon().join()"
    assert loaded_after(code) == "['presidio_analyzer', 'spacy']"
