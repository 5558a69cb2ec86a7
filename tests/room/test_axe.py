"""Each page of the room as axe-core sees it: nothing stands in the way of anybody (WCAG 2, A and AA)."""

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.room.browsers import Browser as Reader
from tests.room.rooms import ROLES, Held, held

LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
LOOKS = [(1280, "light"), (390, "dark")]


@pytest.fixture(params=LOOKS, ids=lambda one: f"{one[0]}-{one[1]}")
def look(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    width, scheme = request.param
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True)
    context.route("**/events", lambda route: route.abort())  # a page that is looked at does not move on
    page = context.new_page()
    page.set_default_timeout(15_000)
    yield page
    context.close()


def faults(page: Page, one: Reader, path: str) -> list[str]:
    """What axe finds on a page that somebody opens, with everything on it unfolded."""
    page.context.clear_cookies()
    page.context.add_cookies(
        [{"name": name, "value": value, "url": f"http://{one.address}"} for name, value in one.cookies.items()]
    )
    page.goto(f"http://{one.address}{path}", wait_until="domcontentloaded")
    page.eval_on_selector_all("details", "all => all.forEach(one => one.open = true)")
    page.evaluate(files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8"))
    found: dict[str, Any] = page.evaluate(
        "levels => axe.run(document, {runOnly: levels, resultTypes: ['violations']})", LEVELS
    )
    return [f"{path} {each['id']}: {node['html'][:90]}" for each in found["violations"] for node in each["nodes"]]


def pages(room: Held) -> Iterator[tuple[Reader, str]]:
    """Every kind of page, while a lesson goes on; its last page is looked at after the end."""
    stranger, teacher, observer = room.place.stranger(), room.place.teacher(), room.place.observer()
    yield from ((stranger, "/"), (stranger, "/seat"), (observer, "/room"), (teacher, "/projector"), (teacher, "/desk"))
    people = {role: room.place.student(0, role) for role in ROLES}
    yield people["government"], "/seat"
    teacher.send("/begin")
    for _ in range(4):
        yield from ((people[role], "/seat") for role in ("government", "mediator", "russia"))
        room.lesson.decide(0)
    yield from ((people["opposition"], path) for path in ("/story", "/walkout"))
    yield from ((teacher, path) for path in ("/projector", "/desk", "/watch"))
    room.lesson.end()
    yield from ((people["government"], path) for path in ("/debrief", "/debrief/a", "/debrief/sheet"))


def test_nothing_stands_in_the_way_of_anybody(look: Page, tmp_path: Path) -> None:
    with held(tmp_path / "lesson", tables=2) as room:
        found = [fault for one, path in pages(room) for fault in faults(look, one, path)]
    assert sorted(set(found)) == []


def test_what_stands_in_the_way_is_found(look: Page) -> None:
    look.set_content("<html><body><img src='data:,'><input><p style='color:#ccc;background:#fff'>faint</p>")
    look.evaluate(files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8"))
    found = look.evaluate("levels => axe.run(document, {runOnly: levels})", LEVELS)["violations"]
    assert {"image-alt", "label", "color-contrast"} <= {each["id"] for each in found}
