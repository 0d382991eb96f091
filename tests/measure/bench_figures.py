"""Arithmetic and layout of `make bench`: percentiles, medians over rounds, ratios, the table."""

import math
import os
import platform
import re
import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median

import psutil

from deploy.rasa_process import BOT_PYTHON

Figures = Mapping[str, float]

# name of a figure, what the table calls it, decimals, which way is better (None: no ratio)
ROWS: tuple[tuple[str, str, int, str | None], ...] = (
    ("training cpu", "training, processor seconds", 0, "less"),
    ("training wall", "training, seconds on the clock", 0, "less"),
    ("training peak", "training, most memory (MB)", 0, "less"),
    ("cold start", "cold start until ready (s)", 1, "less"),
    ("memory of the bot", "memory of the bot process after warm-up (MB)", 0, "less"),
    ("memory of all", "memory with the action server (MB)", 0, "less"),
    ("p50 at 1", "latency p50, 1 client (ms)", 1, "less"),
    ("p95 at 1", "latency p95, 1 client (ms)", 1, "less"),
    ("p50 at 8", "latency p50, 8 clients (ms)", 1, "less"),
    ("p95 at 8", "latency p95, 8 clients (ms)", 1, "less"),
    ("rate at 8", "messages per second, 8 clients", 1, "more"),
    ("cpu per message", "processor time per message, 1 client (ms)", 1, "less"),
    ("session first", "long session: p50 of messages 1-50 (ms)", 1, "less"),
    ("session last", "long session: p50 of messages 251-300 (ms)", 1, "less"),
    ("session growth", "long session: last divided by first", 2, None),
    ("accuracy", "held-out questions answered at once with a right article", 3, "points"),
    ("wrong", "held-out questions answered with a wrong article", 3, "points"),
    ("top intent", "most likely intent is right, thresholds left out", 3, "points"),
    ("outside answered", "small talk and out of scope answered from an article", 3, "points"),
)


def percentile(values: Sequence[float], percent: float) -> float:
    """The smallest value that at least `percent` of the values do not exceed (nearest rank).

    Raises:
        ValueError: there are no values.
    """
    if not values:
        raise ValueError("no values")
    ordered = sorted(values)
    return ordered[max(math.ceil(len(ordered) * percent / 100) - 1, 0)]


def medians(rounds: Sequence[Figures]) -> dict[str, float]:
    """Per figure the median over the rounds."""
    return {name: median(one[name] for one in rounds) for name in rounds[0]} if rounds else {}


def compared(ours: float, stock: float, better: str | None) -> str:
    """How ours compares: `3.2 x less`, `4.1 x more` or a difference in points; above 1 is better for ours."""
    if better is None:
        return ""
    if better == "points":
        return f"{100 * (ours - stock):+.1f} points"
    over, under = (stock, ours) if better == "less" else (ours, stock)
    return f"{over / under:.1f} x {better}" if under else "-"


def table(ours: Figures, stock: Figures, whole: Figures) -> str:
    """The Markdown table of all figures that both have; `whole` is ours with all sentences, compared with nothing."""
    heading = "| measure | Wijzer | stock Rasa | Wijzer against stock | Wijzer, all sentences |"
    lines = [heading, "|---|---:|---:|---:|---:|"]
    for name, label, decimals, better in ROWS:
        if name in ours and name in stock:
            cells = f"{ours[name]:.{decimals}f} | {stock[name]:.{decimals}f}"
            told = f"{whole[name]:.{decimals}f}" if name in whole else ""
            lines.append(f"| {label} | {cells} | {compared(ours[name], stock[name], better)} | {told} |")
    return "\n".join(lines)


def spread(rounds: Sequence[Figures], name: str) -> str:
    """Lowest and highest of a figure over the rounds."""
    values = [one[name] for one in rounds]
    return f"{min(values):.1f} to {max(values):.1f}"


def machine() -> str:
    """Cores, memory, processor, system and load: what the figures depend on."""
    memory = psutil.virtual_memory().total / 2**30
    load = ", ".join(f"{value:.1f}" for value in os.getloadavg())
    return (
        f"{os.cpu_count()} cores ({_processor()}), {memory:.0f} GB memory, {platform.system()} {platform.release()},"
        f" load average at the end {load}"
    )


def versions() -> str:
    """Of both Pythons, Rasa, TensorFlow and scikit-learn."""
    script = (
        "import importlib.metadata as m, platform; print('Python', platform.python_version(), *"
        "(f'{n} {m.version(n)}' for n in ('rasa', 'tensorflow', 'scikit-learn')), sep=', ')"
    )
    done = subprocess.run([str(BOT_PYTHON), "-c", script], capture_output=True, text=True, check=True)
    bot = done.stdout.strip().replace("Python, ", "Python ", 1)
    return f"{bot}; action server and clients on Python {platform.python_version()}; {time.strftime('%Y-%m-%d %H:%M')}"


def _processor() -> str:
    path = Path("/proc/cpuinfo")
    found = re.search(r"^model name\s*:\s*(.+)$", path.read_text(), re.MULTILINE) if path.exists() else None
    return found.group(1) if found else platform.processor() or platform.machine()
