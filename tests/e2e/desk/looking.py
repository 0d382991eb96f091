"""Looking at a page as people see it: three widths and the dark, axe finds nothing, nothing scrolls sideways."""

from playwright.sync_api import Page

from tests.e2e.axe import expect_no_violations
from tests.e2e.pictures import keep_picture

WIDTHS = (320, 768, 1280)
# Numbers of cases, codes and keys are made by chance; in pictures all are the same, so that one changes only when the
# page does.
CALM = """() => {
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const node = walk.currentNode;
    node.data = node.data.replace(/(Melding|Bericht|Gesprek) [\\w-]{6}(?=\\s|$)/g, "$1 a1b2c3");
    if (node.parentElement.closest(".secret")) node.data = node.data.replace(/[A-Za-z0-9]/g, "x");
  }
  for (const picture of document.querySelectorAll(".qr svg")) picture.style.visibility = "hidden";
}"""
OUTSIDE = """() => [...document.querySelectorAll('body *')]
  .filter((one) => one.getBoundingClientRect().right > innerWidth + 1).map((one) => one.outerHTML.slice(0, 90))"""
# Ids that stand twice on the page: a script or a label would find the wrong one.
TWICE = "[...document.querySelectorAll('[id]')].map((one) => one.id).filter((id, at, all) => all.indexOf(id) !== at)"


def look(page: Page, name: str, *, picture: bool = True) -> None:
    """Check a page at three widths and in the dark; keep a picture of each width."""
    page.wait_for_load_state("load")
    page.evaluate(CALM)
    assert page.evaluate(TWICE) == []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        fits = page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert fits, f"{name} scrolls at {width}: {page.evaluate(OUTSIDE)}"
        expect_no_violations(page)
        if picture:
            keep_picture(page, f"desk-{name}-{width}")
    page.emulate_media(color_scheme="dark")
    expect_no_violations(page)
    page.emulate_media(color_scheme="light")
