"""Parse messages with a trained model: `python -m evaluation.parse_file MODEL < texts.jsonl > parsed.jsonl`.

Each input line is `{"text": ...}`; each output line is the parse as an action would see it in `latest_message`, plus
`milliseconds`, the time that understanding took. A model that computes with TensorFlow, as the stock project of
`make bench` does, needs `--with-tensorflow` after its name.
"""

import asyncio
import json
import sys
import time
from typing import Any, Dict

from lean_rasa import leave_tensorflow_out

if "--with-tensorflow" not in sys.argv:
    leave_tensorflow_out()

from rasa.core.agent import Agent, load_agent

WARM_UP = 20


async def parse_all(model: str) -> None:
    """Read standard input, write standard output, in order."""
    agent = await load_agent(model_path=model)
    for _ in range(WARM_UP):
        await agent.parse_message("krijg ik een vergoeding")
    for line in sys.stdin:
        sys.stdout.write(json.dumps(await _parse(agent, json.loads(line)["text"])) + "\n")


async def _parse(agent: Agent, text: str) -> Dict[str, Any]:
    started = time.perf_counter()
    parsed = await agent.parse_message(text.lstrip("/ \t\n") or "?")
    return {**parsed, "milliseconds": (time.perf_counter() - started) * 1000}


if __name__ == "__main__":
    asyncio.run(parse_all(sys.argv[1]))
