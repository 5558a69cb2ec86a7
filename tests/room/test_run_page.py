"""A run as a browser shows it: by pointer, by keyboard, by itself, without scripts, on a phone."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.pages.test_in_a_browser import FAINT

DESK, PHONE = ViewportSize(width=1280, height=800), ViewportSize(width=390, height=844)
FIRST, FOURTH = "Monday 10 February, session 1", "Thursday 13 February, session 4"
SWAP = """async address => {
  document.getElementById('run').innerHTML = await (await fetch(address)).text();
}"""


class Seen:
    """A page, what it said on the console, and what it asked for after it was loaded."""

    def __init__(self, page: Page, address: str) -> None:
        self.page, self.said, self.asked = page, list[str](), list[str]()
        page.on("console", lambda message: self.said.append(message.text))
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.goto(address)
        page.on("request", lambda request: self.asked.append(request.url))


@pytest.fixture
def desk(browser: Browser, served: str) -> Iterator[Seen]:
    """The page on a desk."""
    page = browser.new_page(viewport=DESK)
    yield Seen(page, f"{served}/watch")
    page.close()


def stands_on(page: Page, day: str) -> None:
    expect(page.locator("#scrubber")).to_have_attribute("aria-valuetext", day)
    expect(page.locator(".told:not([hidden]) h2")).to_contain_text(day)
    expect(page.locator(".told:not([hidden])")).to_have_count(1)


def test_a_day_is_reached_by_keyboard_and_by_link_without_another_page(desk: Seen) -> None:
    page = desk.page
    stands_on(page, FIRST)
    offer = page.locator("[data-axis='5'] .offer").first
    before = offer.get_attribute("x")
    page.locator("#scrubber").focus()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    stands_on(page, FOURTH)
    assert "day=3" in page.url
    assert offer.get_attribute("x") != before
    page.locator(".days a").nth(4).click()
    stands_on(page, "Tuesday 11 February, session 2")
    assert page.locator(".drawing .moment:not(.future)").count() == 5
    assert [one for one in desk.asked if "/watch/" not in one] == []  # no page is loaded
    assert desk.said == []


def test_a_script_and_the_server_show_the_same_day(desk: Seen, browser: Browser, served: str) -> None:
    desk.page.locator(".days a").nth(6).click()
    fresh = browser.new_page(viewport=DESK)
    fresh.goto(f"{served}/watch?day=3")
    for what in (".axes", ".feelings", ".told:not([hidden]) h2", ".told:not([hidden]) .rows >> nth=0"):
        told = desk.page.locator(what).text_content()
        assert told
        assert told == fresh.locator(what).text_content()
    marks = "all => all.map(one => one.getAttribute('x') || one.getAttribute('points') || one.className)"
    for what in (".axes use", ".feelings polyline", ".timeline .moment, .today, .done"):
        assert desk.page.eval_on_selector_all(what, marks) == fresh.eval_on_selector_all(what, marks)
    fresh.close()


def test_words_of_days_far_off_are_fetched(desk: Seen) -> None:
    page = desk.page
    last = page.locator(".told[data-moment='8']")
    assert last.locator(".all .row").count() == 0
    page.locator(".days a").nth(8).click()
    last.locator("summary").click()
    expect(last.locator(".all .row").first).to_be_visible()
    assert len([one for one in desk.asked if "/watch/run" in one]) == 1


def test_it_plays_only_when_told_to(desk: Seen) -> None:
    page = desk.page
    page.clock.install()
    page.clock.run_for(9000)
    stands_on(page, FIRST)
    page.locator("#play").click()
    expect(page.locator("#play")).to_have_attribute("aria-label", "Pause")
    page.clock.run_for(5200)
    stands_on(page, "Wednesday 12 February, session 3")
    page.locator("#play").click()
    page.clock.run_for(9000)
    stands_on(page, "Wednesday 12 February, session 3")
    page.locator("#play").click()
    page.clock.run_for(60_000)
    expect(page.locator("#play")).to_have_attribute("aria-label", "Play")
    expect(page.locator(".told:not([hidden])")).to_contain_text("Outcome:")


def test_it_works_on_after_another_run_took_its_place(desk: Seen) -> None:
    page = desk.page
    page.locator(".stand summary").click()
    expect(page.locator(".axes")).to_be_visible()
    page.evaluate(SWAP, "/watch/run?replicate=13&day=1")
    expect(page.locator(".origin")).to_contain_text("replicate 13")
    expect(page.locator(".axes")).to_be_visible()
    page.locator("#scrubber").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#scrubber")).to_have_attribute("aria-valuetext", "Wednesday 12 February, session 3")
    assert desk.said == []


def test_everything_is_there_without_scripts(browser: Browser, served: str) -> None:
    page = browser.new_page(viewport=DESK, java_script_enabled=False)
    page.goto(f"{served}/watch")
    page.locator(".days a").nth(6).click()
    assert "day=3" in page.url
    assert page.locator(".told:not([hidden]) h2").inner_text().startswith(FOURTH)
    assert not page.locator("#scrubber").is_visible()
    assert not page.locator("#play").is_visible()
    page.locator(".choose summary").click()
    page.locator(".choose input[name=replicate]").fill("13")
    page.locator(".choose button").click()
    assert "replicate 13" in page.locator(".origin").inner_text()
    page.close()


def test_on_a_phone_the_days_run_downwards(browser: Browser, served: str) -> None:
    page = browser.new_page(viewport=PHONE)
    page.goto(f"{served}/watch?day=3")
    boxes = [one.bounding_box() for one in page.locator(".days li:visible").all()]
    tops = [box["y"] for box in boxes if box]
    assert len(tops) == 5
    assert tops == sorted(set(tops))
    assert all(box["height"] >= 44 for box in boxes if box)
    assert page.locator(".days .now .gist").inner_text().strip()
    assert page.locator(".days li:visible").last.inner_text().endswith("what now?")
    assert not page.locator(".drawing").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_word_is_dark_enough_upon_its_ground(desk: Seen, scheme: str) -> None:
    desk.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    desk.page.eval_on_selector_all("#run details", "all => all.forEach(one => one.open = true)")
    assert [one for one in desk.page.evaluate(FAINT) if one] == []


def test_it_can_be_read_aloud(desk: Seen) -> None:
    page = desk.page
    alone = page.eval_on_selector_all("#run svg", "all => all.filter(one => !one.ariaHidden && !one.ariaLabel).length")
    assert alone - page.locator("#run svg svg").count() == 0
    assert "session 1" in (page.locator(".drawing").get_attribute("aria-label") or "")
    assert page.locator(".days a[aria-current=date] .gist").inner_text()
    for one in page.locator("[data-axis] .values").all():
        assert "limit" in (one.text_content() or "")
