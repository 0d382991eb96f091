"""Texts of the buttons that go with articles."""

from pathlib import Path

import yaml

LABELS_FILE = Path(__file__).parent / "content" / "labels.yml"


def read_labels(path: Path = LABELS_FILE) -> dict[str, str]:
    """Button texts by key."""
    labels: dict[str, str] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return labels
