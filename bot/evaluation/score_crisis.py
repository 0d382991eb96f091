"""Judge messages with the crisis detector alone: `python -m evaluation.score_crisis < texts.jsonl > scored.jsonl`.

Trains from data/ in well under a minute, or with `--model FOLDER` loads what an earlier `--save FOLDER` left there; no
Rasa is started. Each input line is `{"text": ...}`; each output line is
`{"text", "level": danger|suicide|unsafe|none, "score", "milliseconds"}`.
"""

import argparse
import json
import sys
import time
from pathlib import Path
from typing import Iterator, List

import yaml
from components.crisis.model import CrisisModel
from components.crisis.settings import DEFAULTS, ROOT
from components.crisis.training import NONE, FitSettings, fit, read_sentences

WARM_UP = 20


def questions(unclear: List[str]) -> Iterator[str]:
    """Ordinary questions of data/nlu, as Rasa would hand them to the detector."""
    for path in sorted((ROOT / "data" / "nlu").rglob("*.yml")):
        for group in yaml.safe_load(path.read_text(encoding="utf-8")).get("nlu", []):
            if group.get("intent") not in unclear:
                yield from (line[2:] for line in group["examples"].splitlines())


def trained() -> CrisisModel:
    """A detector with its default settings."""
    settings = FitSettings(DEFAULTS["C"], DEFAULTS["variants"], DEFAULTS["background"])
    return fit(read_sentences(ROOT / DEFAULTS["sentences"]), list(questions(DEFAULTS["unclear"])), settings)


def score(model: CrisisModel, text: str) -> "dict[str, object]":
    """One output line."""
    started = time.perf_counter()
    heard = model.judge(text)
    milliseconds = (time.perf_counter() - started) * 1000
    level = heard.level if heard.score >= DEFAULTS["threshold"] else NONE
    return {"text": text, "level": level, "score": round(heard.score, 4), "milliseconds": milliseconds}


def main() -> None:
    """Read standard input, write standard output, in order."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--model", type=Path)
    parser.add_argument("--save", type=Path)
    options = parser.parse_args()
    model = CrisisModel.load(options.model) if options.model else trained()
    if options.save:
        options.save.mkdir(parents=True, exist_ok=True)
        model.save(options.save)
    for _ in range(WARM_UP):
        model.judge("krijg ik een vergoeding")
    for line in sys.stdin:
        sys.stdout.write(json.dumps(score(model, json.loads(line)["text"]), ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
