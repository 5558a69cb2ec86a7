"""Pages as a browser shows them, on a desk and on a phone."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Page

PAGES, WIDTHS = ("comparison", "sweep", "hostile"), (1280, 390)

OVERLAPS = """() => {
  const boxes = [];
  for (const one of document.querySelectorAll('body *')) {
    if (![...one.childNodes].some(node => node.nodeType === 3 && node.textContent.trim())) continue;
    for (const node of one.childNodes) {
      if (node.nodeType !== 3 || !node.textContent.trim() || !one.checkVisibility()) continue;
      const range = document.createRange(); range.selectNodeContents(node);
      for (const box of range.getClientRects()) if (box.width > 1 && box.right > 0) boxes.push([box, one]);
    }
  }
  const apart = (a, b) => a.right - 2 < b.left || b.right - 2 < a.left || a.bottom - 6 < b.top || b.bottom - 6 < a.top;
  return boxes.flatMap(([a, one], at) => boxes.slice(at + 1)
    .filter(([b, other]) => one !== other && !apart(a, b))
    .map(([b, other]) => one.textContent.slice(0, 40) + ' / ' + other.textContent.slice(0, 40)));
}"""
"""The texts that stand upon each other; lines of one paragraph may come near each other by 6 pixels."""

FAINT = """() => {
  const channels = colour => colour.match(/[\\d.]+/g).map(Number);
  const light = colour => channels(colour).slice(0, 3).map(c => c / 255)
    .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const behind = one => { for (let at = one; at; at = at.parentElement) {
    const colour = getComputedStyle(at).backgroundColor;
    if (channels(colour)[3] !== 0) return colour; } return 'rgb(255,255,255)'; };
  return [...document.querySelectorAll('body *')].filter(one => one.innerText && one.innerText.trim()).map(one => {
    const [a, b] = [light(getComputedStyle(one).color), light(behind(one))];
    return [(Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05), one.innerText.slice(0, 40)];
  }).filter(([contrast]) => contrast < 4.5);
}"""
"""The texts with less contrast than 4.5 to what lies behind them (WCAG 2.2)."""


class Shown:
    """A page in the browser, and what happened while it was opened."""

    def __init__(self, page: Page, path: Path) -> None:
        self.page = page
        self.said: list[str] = []
        self.asked: list[str] = []
        page.on("console", lambda message: self.said.append(message.text))
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.on("dialog", self._refuse)
        page.on("request", lambda request: self.asked.append(request.url))
        page.goto(path.as_uri())
        page.eval_on_selector_all("details", "all => all.forEach(one => one.open = true)")

    def _refuse(self, dialog: Dialog) -> None:
        self.said.append(dialog.message)
        dialog.dismiss()


@pytest.fixture(params=[(name, width) for name in PAGES for width in WIDTHS], ids=lambda one: f"{one[0]}-{one[1]}")
def shown(request: pytest.FixtureRequest, browser: Browser, pages: dict[str, Path]) -> Iterator[Shown]:
    """Each page at each width, with all tables open."""
    name, width = request.param
    page = browser.new_page(viewport={"width": width, "height": 900})
    yield Shown(page, pages[name])
    page.close()


def test_nothing_stands_beside_the_page(shown: Shown) -> None:
    assert shown.page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_no_text_stands_upon_another(shown: Shown) -> None:
    assert shown.page.evaluate(OVERLAPS) == []


def test_no_script_runs_and_nothing_is_asked_of_anybody(shown: Shown) -> None:
    outside = [address for address in shown.asked if not address.startswith(("file:", "data:"))]
    assert outside == []
    assert shown.said == []
    assert shown.page.locator("script, iframe, object, base, [onerror], [onload], [style]").count() == 0


def test_headings_stand_in_order_and_every_picture_is_told(shown: Shown) -> None:
    ranks = shown.page.eval_on_selector_all("h1, h2, h3, h4", "all => all.map(one => Number(one.tagName[1]))")
    assert ranks[0] == 1
    assert ranks.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(ranks))
    told = shown.page.eval_on_selector_all("img", "all => all.map(one => one.alt.length > 20 && one.naturalWidth > 0)")
    assert all(told)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_is_dark_enough_upon_its_ground(shown: Shown, scheme: str) -> None:
    shown.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    assert shown.page.evaluate(FAINT) == []


def test_every_link_within_a_page_leads_to_one_place(shown: Shown) -> None:
    places = shown.page.eval_on_selector_all("[id]", "all => all.map(one => one.id)")
    links = shown.page.eval_on_selector_all("a", "all => all.map(one => one.getAttribute('href').slice(1))")
    assert len(set(places)) == len(places)
    assert set(links) <= set(places)


def test_what_is_wrong_with_a_page_is_found(browser: Browser, tmp_path: Path) -> None:
    bad = tmp_path / "bad.html"
    bad.write_text(
        "<style>b{position:absolute;top:9px;left:9px;color:#aaa}</style><p>one</p><b>two</b><b>three</b>"
        "<script>console.log('ran')</script>",
        encoding="utf-8",
    )
    shown = Shown(browser.new_page(), bad)
    assert shown.page.evaluate(OVERLAPS) != []
    assert shown.page.evaluate(FAINT) != []
    assert shown.said == ["ran"]
    shown.page.close()
