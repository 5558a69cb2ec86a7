"""The page as a browser shows it: sliders that move bars, with and without scripts, on a desk and on a phone."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, Response, Route, expect

from tests.pages.test_in_a_browser import FAINT, OVERLAPS

COOPERATION = "#dial-great_powers\\.cooperation"
MOVED = "set=great_powers.cooperation=0.75&set=mediator.style=manipulation"
FILES = ("/watch", "/static/room.css", "/static/watch.css", "/static/watch.js")


Opened = Callable[..., Page]


@pytest.fixture
def opened(browser: Browser, served: str) -> Iterator[Opened]:
    """Open an address of the room; whatever the browser complains of is a mistake."""
    pages, said = [], list[str]()

    def open_(path: str, width: int = 1280, **how: object) -> Page:
        page = browser.new_page(viewport={"width": width, "height": 800}, **how)  # type: ignore[arg-type]
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        pages.append(page)
        page.goto(served + path)
        if how.get("java_script_enabled", True):
            expect(page.locator("#ends table")).to_be_visible(timeout=60_000)
        return page

    yield open_
    for page in pages:
        page.close()
    assert said == []


def share(page: Page, name: str) -> str:
    return (
        page.locator("#ends table tbody tr", has=page.get_by_role("rowheader", name=name, exact=True))
        .locator(".share")
        .inner_text()
    )


def test_a_slider_moves_the_bars_and_the_address(opened: Opened) -> None:
    page = opened("/watch")
    before = share(page, "walkout")
    page.locator(COOPERATION).fill("0.75")
    expect(page.locator(".said")).to_contain_text("before, it was 3")
    expect(page).to_have_url(re.compile(r"set=great_powers\.cooperation%3D0\.75"))
    assert share(page, "walkout") != before
    assert page.locator(COOPERATION).get_attribute("aria-valuetext") == "0.75"
    assert page.locator(".link input").input_value() == page.url
    now = share(page, "walkout")
    page.reload()
    assert share(page, "walkout") == now
    page.get_by_text("Back to 2014").click()
    expect(page).not_to_have_url(re.compile("set="))
    assert share(page, "walkout") == before


@pytest.mark.parametrize("aborts", [True, False])
def test_an_older_answer_never_overtakes_a_newer(opened: Opened, aborts: bool) -> None:  # noqa: FBT001 - both are tried
    page = opened("/watch")
    if not aborts:
        page.evaluate("AbortController.prototype.abort = () => {}")
    late, dropped = list[Route](), list[str]()
    page.on("requestfailed", lambda request: dropped.append(request.url))

    def hold(route: Route) -> None:
        if "cooperation=0&" in route.request.url:
            late.append(route)
        else:
            route.continue_()

    page.route("**/watch/distribution?*", hold)
    page.locator(COOPERATION).fill("0")
    page.wait_for_timeout(200)
    page.locator(COOPERATION).fill("1")
    expect(page).to_have_url(re.compile(r"cooperation%3D1&"))
    newest = share(page, "walkout")
    assert len(late) == 1
    assert len(dropped) == aborts
    if not aborts:
        with page.expect_response(lambda response: "cooperation=0&" in response.url):
            late[0].continue_()
        page.wait_for_timeout(200)
    assert share(page, "walkout") == newest
    assert page.locator("#ends .shown").get_attribute("data-query") == "set=great_powers.cooperation%3D1&seed=1"


def test_bars_are_redrawn_while_a_slider_is_still_moved_and_the_axis_stays(opened: Opened) -> None:
    page = opened("/watch?set=mediator.style=manipulation")
    top = page.locator("#ends .shown").get_attribute("data-top")
    page.evaluate("""() => {
      const ends = document.getElementById("ends");
      window.tops = [];
      new MutationObserver(() => window.tops.push(ends.querySelector(".shown").dataset.top))
        .observe(ends, { childList: true });
    }""")
    for step in range(30):
        page.locator(COOPERATION).fill(str(round(0.05 + step % 2 * 0.9, 2)))
        page.wait_for_timeout(40)
    tops = page.evaluate("window.tops")
    assert len(tops) >= 5
    assert set(tops) == {top}


def test_without_scripts_a_form_does_the_same(opened: Opened) -> None:
    page = opened("/watch", java_script_enabled=False)
    expect(page.locator("#ends table")).to_be_visible(timeout=60_000)
    page.locator(COOPERATION).fill("0.75")
    page.locator("label", has_text="presses").click()
    page.get_by_role("button", name="Play").click()
    assert page.url.endswith(f"?{MOVED.replace('=0', '%3D0').replace('=man', '%3Dman')}&seed=1")
    expect(page.locator(".said")).to_contain_text("before, it was 3")
    assert page.locator(COOPERATION).input_value() == "0.75"


def test_what_is_kept_as_grey_stays_behind_what_comes(opened: Opened) -> None:
    page = opened(f"/watch?{MOVED}")
    kept = share(page, "next round dated")
    page.get_by_text("keep this as grey").click()
    expect(page.locator(".grey")).to_have_text("grey is what you kept")
    page.get_by_text("Back to 2014").click()
    expect(page).to_have_url(re.compile(r"\?grey="))
    page.get_by_text("Compare with grey").click()
    row = page.locator("table tr", has=page.get_by_role("rowheader", name="next round dated"))
    assert row.locator(".before").inner_text() == kept


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("path", [f"/watch?{MOVED}", f"/watch/compare?{MOVED}"])
def test_a_page_is_clear_on_every_screen(opened: Opened, path: str, width: int) -> None:
    page = opened("/watch", width)
    page.goto(page.url.partition("/watch")[0] + path)
    page.evaluate("document.getElementById('run')?.remove()")
    page.eval_on_selector_all("details", "all => all.forEach(one => one.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    assert page.evaluate(OVERLAPS) == []
    assert page.locator("[style]").count() == 0
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        assert page.evaluate(FAINT) == []


def test_on_a_phone_the_sliders_are_folded_and_targets_are_large(opened: Opened) -> None:
    page = opened("/watch", 390)
    assert not page.locator(COOPERATION).is_visible()
    page.get_by_text("Change the world").last.click()
    box = page.locator(COOPERATION).bounding_box()
    assert box
    assert box["height"] >= 44


def test_a_wish_for_less_motion_is_heeded(opened: Opened) -> None:
    page = opened("/watch")
    moves = "() => getComputedStyle(document.querySelector('#ends .now')).transitionDuration"
    assert page.evaluate(moves) != "0s"
    page.emulate_media(reduced_motion="reduce")
    assert page.evaluate(moves) == "0s"


def test_everything_is_done_by_keyboard(opened: Opened) -> None:
    page = opened("/watch")
    page.locator(COOPERATION).focus()
    page.keyboard.press("ArrowRight")
    expect(page).to_have_url(re.compile(r"cooperation%3D0\.45"))
    page.get_by_role("radio", name="drafts").focus()
    page.keyboard.press("ArrowRight")
    expect(page).to_have_url(re.compile(r"mediator\.style%3Dmanipulation"))


def test_all_that_the_page_loads_is_light(browser: Browser, served: str) -> None:
    page, answers = browser.new_page(), list[Response]()
    page.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108 - a built-in one is not taken
    page.goto(f"{served}/watch")
    expect(page.locator("#ends table")).to_be_visible(timeout=60_000)
    sizes = {answer.url: answer.request.sizes()["responseBodySize"] for answer in answers if answer.ok}
    page.close()
    assert len(sizes) >= len(FILES)
    assert sum(sizes.values()) <= 60_000, sizes


def test_a_slider_far_above_the_bars_brings_them_into_view(opened: Opened) -> None:
    page = opened("/watch")
    page.locator("#run").evaluate("one => { for (let n = 0; n < 40; n++) one.append(document.createElement('h1')); }")
    page.evaluate("scrollTo(0, 0)")
    page.locator(COOPERATION).evaluate(
        "one => { one.value = 0.7; one.dispatchEvent(new Event('input', { bubbles: true })); }"
    )
    expect(page.locator(".said")).to_be_in_viewport()
