"""A whole class in real browsers: a desk, a phone, one without scripts, one with the keyboard alone, and a kill."""

import re
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any, Final

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, Route

from tests.room.browsers import journal
from tests.room.killing import doubled
from tests.room.rooms import started

SHORT: Final = ("--tables", "1", "--minutes", "60", "--set", "calendar.horizon_days=25")
SEATS: Final[dict[str, dict[str, Any]]] = {
    "government": {"viewport": {"width": 1280, "height": 800}},
    "opposition": {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True},
    "mediator": {"viewport": {"width": 390, "height": 844}, "java_script_enabled": False},
    "russia": {"viewport": {"width": 1280, "height": 800}, "color_scheme": "dark"},
}
MOST: Final = 60


class Watched:
    """What browsers asked of whom, and what they complained about."""

    def __init__(self) -> None:
        self.outside: list[str] = []
        self.said: list[str] = []
        self.quiet = False

    def watch(self, context: BrowserContext) -> Page:
        """A page on which all of it is noted."""
        context.route("**/*", self.at_home)
        page = context.new_page()
        page.on("console", lambda message: self.complain(message.type, message.text))
        page.on("pageerror", lambda error: self.complain("error", str(error)))
        return page

    def at_home(self, route: Route) -> None:
        """Nothing leaves this machine."""
        if re.match(r"(http://127\.0\.0\.1:\d+/|data:)", route.request.url):
            route.continue_()
        else:
            self.outside.append(route.request.url)
            route.abort()

    def complain(self, kind: str, text: str) -> None:
        """Errors count, but for those of a server that was killed."""
        if kind in {"error", "warning"} and not self.quiet:
            self.said.append(text)


@pytest.fixture
def watched() -> Watched:
    return Watched()


@pytest.fixture
def pages(browser: Browser, watched: Watched) -> Iterator[dict[str, Page]]:
    contexts = {role: browser.new_context(**how) for role, how in SEATS.items()}
    yield {role: watched.watch(context) for role, context in contexts.items()}
    for context in contexts.values():
        context.close()


def enter(page: Page, address: str, code: str, role: str) -> None:
    """Come in by the code and take a seat."""
    page.goto(f"http://{address}/")
    page.locator("[name=room]").fill(code)
    page.locator("form[action='/enter'] button").click()
    page.locator(f"form[action='/sit']:has(input[value={role}]) button").click()
    page.wait_for_url("**/seat")


def look_at(page: Page, address: str) -> None:
    """Open the page of one's seat; it may be about to move on by itself just then."""
    for _ in range(5):
        try:
            page.goto(f"http://{address}/seat")
        except Error as moved:
            if "ERR_ABORTED" not in str(moved) and "interrupted" not in str(moved):
                raise
        else:
            return


def choose(page: Page, luck: Random, *, keyboard: bool) -> bool:
    """Choose by chance, if asked."""
    if page.locator("#lost:visible").count() or not page.locator("form#choice").count():
        return False
    for name in page.eval_on_selector_all(
        "#choice input[type=radio]",
        "all => [...new Set(all.filter(one => one.checkVisibility()).map(one => one.name))]",
    ):
        stops = page.locator(f"#choice input[type=radio][name='{name}']:not([value=other])")
        if luck.random() < 0.4 and name != "recess":
            stop = stops.nth(luck.randrange(stops.count())).get_attribute("id")
            page.locator(f"label[for='{stop}']").click()
    button = page.locator("#choice button:visible").first
    if not button.count():
        return False
    if keyboard:
        button.focus()
        page.keyboard.press("Enter")
    else:
        button.click()
    page.wait_for_load_state()
    return True


def test_a_class_plays_to_the_end_in_four_browsers(pages: dict[str, Page], watched: Watched, tmp_path: Path) -> None:
    path, luck = tmp_path / "lesson", Random(4)
    room = started(path, *SHORT)
    port = room.place.address.partition(":")[2]
    try:
        for role, page in pages.items():
            enter(page, room.place.address, room.place.code, role)
        teacher = room.place.teacher()
        teacher.send("/begin")
        pages["mediator"].reload()
        for turn in range(MOST):
            if turn == 2:
                drop(pages["opposition"])
            if turn == 3:
                watched.quiet = True
                room.kill()
                room = started(path, *SHORT, "--port", port)
                for page in pages.values():
                    look_at(page, room.place.address)
                watched.quiet = False
            for role, page in pages.items():
                look_at(page, room.place.address)
                choose(page, luck, keyboard=role == "russia")
            if "are over" in pages["mediator"].locator("main").inner_text():
                break
        assert "are over" in pages["mediator"].locator("main").inner_text()
        room.place.teacher().post("/end")
        for page in pages.values():
            look_at(page, room.place.address)
            assert page.url.endswith("/debrief")
            assert page.locator("h1").count() == 1
    finally:
        room.kill()
    assert (watched.outside, watched.said) == ([], [])
    assert doubled(path) == []
    assert len(journal(path, "picked")) > 8


def drop(page: Page) -> None:
    """Lose the network for a while; the seat is kept."""
    page.context.set_offline(True)
    page.wait_for_timeout(500)
    page.context.set_offline(False)
    page.reload()
    assert page.url.endswith("/seat")


def test_a_page_moves_on_by_itself_when_all_have_chosen(
    pages: dict[str, Page], watched: Watched, tmp_path: Path
) -> None:
    room = started(tmp_path / "lesson", *SHORT)
    try:
        for role in ("government", "opposition"):
            enter(pages[role], room.place.address, room.place.code, role)
        room.place.teacher().send("/begin")
        for role in ("government", "opposition"):
            pages[role].wait_for_selector("form#choice")
        before = pages["government"].locator("#main").get_attribute("data-moment")
        for role in ("government", "opposition"):
            choose(pages[role], Random(1), keyboard=False)
        pages["government"].wait_for_function(
            "before => document.getElementById('main').dataset.moment !== before", arg=before, timeout=15_000
        )
    finally:
        watched.quiet = True
        room.kill()
    assert (watched.outside, watched.said) == ([], [])
