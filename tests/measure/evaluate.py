"""`make evaluate FILE=questions.jsonl`: how well the trained assistant understands, without starting servers.

Without FILE it takes the project's own held-out questions (tests/nlu), with `--development` those of tests/nlu/dev.
The last line is fixed by contract: `accuracy: 0.912 (723/792), within two choices: 0.961, not answered: 0.031`.
Accuracy counts a question only when the assistant answers it at once with a right article; offering choices is no
answer.
"""

import sys
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.measure.held_out import DEVELOPMENT_SET, held_out_questions
from tests.measure.understanding import Outcome, outcomes, read_questions, share

WORST = 25


def report(found: Sequence[Outcome]) -> str:
    """The tables and the closing line, as text."""
    inside = [outcome for outcome in found if outcome.question.topic]
    outside = [outcome for outcome in found if not outcome.question.topic]
    parts = [
        _table("area", inside, lambda o: (o.question.topic or "").split("/")[0]),
        _table("style", inside, lambda o: o.question.style),
        _confusions(inside),
    ]
    if outside:
        answered = sum(len(outcome.articles) == 1 for outcome in outside)
        parts.append(f"out of scope: {len(outside)} messages, {answered / len(outside):.3f} answered from an article")
    times = sorted(outcome.milliseconds for outcome in found)
    parts.append(f"understanding one message: p50 {_at(times, 0.5):.1f} ms, p95 {_at(times, 0.95):.1f} ms")
    return "\n\n".join([*parts, _closing_line(inside)])


def _table(name: str, found: Sequence[Outcome], key: Callable[[Outcome], str]) -> str:
    groups: dict[str, list[Outcome]] = {}
    for outcome in found:
        groups.setdefault(key(outcome), []).append(outcome)
    rows = [
        f"| {name} | questions | at once | within two | wrong article | not answered |",
        "|---|---|---|---|---|---|",
    ]
    for group, members in [*sorted(groups.items()), ("all", list(found))]:
        rows.append(
            f"| {group} | {len(members)} | {share([o.right_at_once for o in members]):.3f}"
            f" | {share([o.within_two for o in members]):.3f} | {share([o.wrong for o in members]):.3f}"
            f" | {share([o.not_answered for o in members]):.3f} |"
        )
    return "\n".join(rows)


def _confusions(found: Sequence[Outcome]) -> str:
    pairs = Counter((o.question.topic, o.articles[0]) for o in found if o.wrong)
    rows = [f"{count} x {topic} answered with {said}" for (topic, said), count in pairs.most_common(WORST)]
    return "Worst confusions:\n" + "\n".join(rows or ["none"])


def _closing_line(found: Sequence[Outcome]) -> str:
    right = sum(o.right_at_once for o in found)
    accuracy = right / len(found) if found else 0.0
    within_two, not_answered = share([o.within_two for o in found]), share([o.not_answered for o in found])
    return (
        f"accuracy: {accuracy:.3f} ({right}/{len(found)}),"
        f" within two choices: {within_two:.3f}, not answered: {not_answered:.3f}"
    )


def _at(ordered: Sequence[float], part: float) -> float:
    return ordered[min(int(len(ordered) * part), len(ordered) - 1)] if ordered else 0.0


def main() -> int:
    """Score the file named on the command line, or one of our own sets."""
    if sys.argv[1:] == ["--development"]:
        questions = held_out_questions(DEVELOPMENT_SET)
    else:
        questions = read_questions(Path(sys.argv[1])) if len(sys.argv) > 1 else held_out_questions()
    sys.stdout.write(report(outcomes(questions)) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
