"""Texts of buttons, and words for what a report can hold."""

from pathlib import Path
from typing import Any

import yaml

LABELS_FILE = Path(__file__).parent / "content" / "labels.yml"
REPORT_FILE = Path(__file__).parent / "content" / "melding.yml"


def read_labels(path: Path = LABELS_FILE) -> dict[str, str]:
    """Button texts by key."""
    labels: dict[str, str] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return labels


def read_report_labels(path: Path = REPORT_FILE) -> dict[str, Any]:
    """Words for the fields of a report and their values, by field and code."""
    labels: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return labels
