"""Small, quiet and closed: size, requests, cookies, policy, titles of what is shipped."""

import gzip
import re
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import BrowserContext, Page, expect

from connectors.web.timing import Timing
from tests.e2e.chat import Chat
from tests.e2e.replies import REPLIES

ROOT = Path(__file__).resolve().parents[2]
STATIC = ROOT / "connectors" / "web" / "static"
LIMIT = 60 * 1024
PAGES = sorted(STATIC.glob("*.html"))
STYLES = sorted(STATIC.glob("css/*.css")) + sorted(STATIC.glob("vendor/*.css"))


def zipped(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 6))


def test_everything_that_is_shipped_fits_in_60_kb() -> None:
    shipped = [path for path in STATIC.rglob("*") if path.suffix in {".html", ".css", ".js", ".svg"}]
    assert sum(map(zipped, shipped)) <= LIMIT


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_no_inline_script_or_style(page: Path) -> None:
    html = page.read_text("utf-8")
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=|javascript:", html)
    assert all("src=" in tag for tag in re.findall(r"<script[^>]*>", html))


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.name)
def test_no_title_tells_on_a_reporter(page: Path) -> None:
    assert "meld" not in re.search(r"<title>(.*)</title>", page.read_text("utf-8"))[1].lower()  # type: ignore[index]


def test_scripts_never_write_html() -> None:
    for script in STATIC.rglob("*.js"):
        assert not re.search(
            r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(", script.read_text("utf-8")
        )


def test_every_design_token_in_use_is_there() -> None:
    css = "".join(path.read_text("utf-8") for path in STYLES)
    own = "".join(path.read_text("utf-8") for path in STATIC.glob("css/*.css"))
    known = set(re.findall(r"(--[\w-]+)\s*:", css))
    assert set(re.findall(r"var\((--[\w-]+)", own)) <= known


def test_the_house_style_of_the_city_is_not_shipped() -> None:
    assert not [path for path in STYLES if "@utrecht/design-tokens" in path.read_text("utf-8")]
    assert (STATIC / "vendor" / "LICENSE-utrecht.md").exists()
    assert (STATIC / "vendor" / "LICENSE-ma.md").exists()


def test_help_lines_on_the_page_are_those_of_the_house() -> None:
    lines = yaml.safe_load((ROOT / "knowledge" / "content" / "numbers.yml").read_text("utf-8"))
    known = {re.sub(r"\D", "", number) for line in lines.values() for number in line["number"].split(" of ")}
    used = {number for page in PAGES for number in re.findall(r'href="tel:(\d+)"', page.read_text("utf-8"))}
    assert used
    assert used <= known


def test_the_privacy_page_names_the_time_after_which_a_conversation_is_wiped() -> None:
    assert "Zeg je een half uur niets? Dan wissen we het gesprek." in (STATIC / "privacy.html").read_text("utf-8")
    assert Timing().idle_minutes == 30


@pytest.mark.browser
def test_a_whole_visit_stays_on_our_own_server(
    page: Page, context: BrowserContext, complaints: list[str], outside: list[str], address: str
) -> None:
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    page.goto("/")
    chat = Chat(page).started()
    for words in REPLIES:
        if not words.startswith("/"):
            chat.ask(words)
    chat.ask("melden").get_by_role("checkbox").check()
    page.reload()
    chat.started()
    assert asked
    assert [url for url in asked if not url.startswith(address)] == []
    assert outside == []
    assert context.cookies() == []
    assert complaints == []


@pytest.mark.browser
def test_first_load_is_small(page: Page) -> None:
    page.goto("/")
    Chat(page).started()
    sizes = page.evaluate("performance.getEntries().map((entry) => entry.encodedBodySize ?? 0)")
    assert sum(sizes) <= LIMIT


@pytest.mark.browser
def test_the_policy_has_no_exceptions(page: Page) -> None:
    response = page.goto("/")
    assert response
    policy = response.headers["content-security-policy"]
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy
    expect(page).to_have_title("Wijzer: vragen over school en stage")
