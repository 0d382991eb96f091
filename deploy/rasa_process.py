"""How Rasa is started: its environment and command lines, in one place for training, serving and measuring."""

import os
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BOT_PYTHON = ROOT / ".venv-bot" / "bin" / "python"
MODEL = ROOT / "var" / "models" / "wijzer.tar.gz"
ARTICLE_EXAMPLES = ROOT / "var" / "nlu" / "articles.yml"


def rasa_environment() -> dict[str, str]:
    """The environment for every process of Rasa: no telemetry, and nothing written outside the checkout."""
    cache = ROOT / "var" / "cache"
    return {
        **os.environ,
        "RASA_TELEMETRY_ENABLED": "false",
        "PYTHONPATH": str(ROOT / "bot"),
        "RASA_CACHE_DIRECTORY": str(cache / "rasa"),
        "MPLCONFIGDIR": str(cache / "matplotlib"),
        "TF_CPP_MIN_LOG_LEVEL": "3",
        "CUDA_VISIBLE_DEVICES": "-1",
        "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
        "PYTHONWARNINGS": "ignore",
        "OPENBLAS_NUM_THREADS": "1",  # a row times a matrix: other threads cost more than they do
    }


def train_command(model_name: str, *, from_scratch: bool = True, data: Sequence[str] = ("data",)) -> list[str]:
    """Train from bot/, `data` and what the articles teach into var/models/<model_name>.tar.gz.

    Not `from_scratch`: what did not change comes from Rasa's cache.
    """
    options = ["--config", "bot/config.yml", "--domain", "bot/domain", "--data", *data, str(ARTICLE_EXAMPLES)]
    target = ["--out", "var/models", "--fixed-model-name", model_name, "--skip-validation"]
    target += ["--force"] if from_scratch else []
    return [str(BOT_PYTHON), "-m", "lean_rasa", "train", *options, *target]


def serve_command(port: int, model: Path = MODEL) -> list[str]:
    """Serve a model on loopback; BOT_TOKEN, ACTIONS_URL and TRACKER_URL come from the environment."""
    files = [
        "--model",
        str(model),
        "--endpoints",
        "bot/endpoints.yml",
        "--credentials",
        "bot/credentials.yml",
    ]
    listen = ["--interface", "127.0.0.1", "--port", str(port), "--enable-api"]
    token = [f"--auth-token={os.environ.get('BOT_TOKEN', '')}"]  # joined: a token may begin with a dash
    return [str(BOT_PYTHON), "-m", "lean_rasa", "run", *files, *listen, *token]
