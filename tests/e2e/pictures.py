"""Pictures of pages as the browser tests see them: small files, in var/, or in docs/ when they are to be renewed.

`make pictures` renews those in docs/screenshots.
"""

import io
import os
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page

ROOT = Path(__file__).parents[2]
COLOURS = 64


def keep_picture(page: Page, name: str) -> Path:
    """A picture of the whole page as `name`.png, with few colours; returns where it lies."""
    folder = ROOT / "docs" / "screenshots" if os.environ.get("RENEW_PICTURES") else ROOT / "var" / "screenshots"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.png"
    full = Image.open(io.BytesIO(page.screenshot(full_page=True))).convert("RGB")
    full.quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)
    return path
