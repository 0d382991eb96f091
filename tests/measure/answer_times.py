"""How long people wait: `python -m tests.measure.answer_times` starts everything and asks held-out questions.

Prints a Markdown table: start until ready, memory of each process, and the time of an answer through the website's own
interface with one client, as docs/performance.md shows it.
"""

import sys
import tempfile
import time
from pathlib import Path

import psutil

from tests.measure.held_out import held_out_questions
from tests.support.assistant import Assistant, run_assistant

QUESTIONS = 200
PER_TALK = 10
PARTS = {"actions": "-m actions", "bot": "-m lean_rasa run", "web": "-m connectors.web"}


def answer_times(assistant: Assistant) -> list[float]:
    """Milliseconds per answer, sorted; a new conversation after every few questions."""
    times = []
    talk = assistant.talk()
    for number, question in enumerate(held_out_questions()[:QUESTIONS]):
        if number % PER_TALK == 0:
            talk = assistant.talk()
        started = time.perf_counter()
        talk.say(question.text)
        times.append((time.perf_counter() - started) * 1000)
    return sorted(times)


def memory(assistant: Assistant) -> dict[str, int]:
    """Resident MB of each part."""
    family = psutil.Process(assistant.process.pid).children(recursive=True)
    return {
        name: sum(p.memory_info().rss for p in family if part in " ".join(p.cmdline())) // 2**20
        for name, part in PARTS.items()
    }


def main() -> int:
    """Start, ask, print, stop."""
    with tempfile.TemporaryDirectory() as folder:
        started = time.perf_counter()
        with run_assistant(Path(folder) / "data") as assistant:
            ready = time.perf_counter() - started
            times = answer_times(assistant)
            rows = [("start until ready (s)", f"{ready:.1f}")]
            rows += [(f"memory of {name} (MB)", str(size)) for name, size in memory(assistant).items()]
            rows += [(f"answer, p{part} (ms)", f"{times[len(times) * part // 100]:.0f}") for part in (50, 95)]
    sys.stdout.write("| measure | value |\n|---|---|\n" + "".join(f"| {name} | {value} |\n" for name, value in rows))
    return 0


if __name__ == "__main__":
    sys.exit(main())
