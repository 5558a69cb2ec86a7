"""What a case says in words stays words, in Markdown and on the page."""

import re
from html import unescape
from html.parser import HTMLParser
from typing import Any

import pytest
from markdown_it import MarkdownIt

from sim.classroom.handouts.sheets import sheets
from sim.report.handouts import html
from sim.report.markdown import markdown, text
from tests.classroom.sheeted import HOSTILE, made, plain

MARKDOWN = MarkdownIt("gfm-like", {"linkify": False}).enable("table")
ALLOWED = {"h1", "h2", "p", "ul", "li", "table", "thead", "tbody", "tr", "th", "td", "hr"}


def _case(name: str) -> Any:  # noqa: ANN401
    """The default case with one name wherever it has words."""
    values = plain()
    values |= {"title": name, "summary": f"{name}\n\n{name}\n# {name}", "to_try": [name], "assumed": [name]}
    values["happened"]["summary"] = f"{name}\n- {name}"
    values["mediator"]["name"] = values["agenda"]["items"][0]["name"] = name
    for issue in values["issues"].values():
        issue |= {"name": name, "at_0": name, "at_1": name}
    for family in ("delegations", "sponsors", "events", "thresholds", "ground"):
        for one in values[family].values():
            one["name"] = name
    return made(values)


class _Tags(HTMLParser):
    """Which tags a text has, with their attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, tuple[str, ...]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, tuple(name for name, _ in attrs)))


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_name_is_text_in_markdown(name: str) -> None:
    tame = {role: _Tags(MARKDOWN.render(markdown(one))).found for role, one in sheets(_case("tame"), "tame").items()}
    for role, sheet in sheets(_case(name), name).items():
        page = MARKDOWN.render(markdown(sheet))
        assert _Tags(page).found == tame[role]
        assert {tag for tag, _ in tame[role]} <= ALLOWED
        assert " ".join(name.split()) in unescape(page)


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_name_is_text_on_the_page(name: str) -> None:
    page = html(list(sheets(_case(name), name).values()), name)
    tame = html(list(sheets(_case("tame"), "tame").values()), "tame")
    assert _Tags(page).found == _Tags(tame).found
    assert page.count("<script") == 0
    assert unescape(page).count(name) > 50


def test_the_page_asks_for_nothing_from_outside() -> None:
    page = html(list(sheets(_case("tame"), "tame").values()), "tame")
    assert re.findall(r'(?:src|href)="(?!#|data:,)[^"]*"', page) == []
    assert "default-src 'none'" in unescape(page)


def test_bare_addresses_are_no_links() -> None:
    assert text("https://example.org") == "https\\://example.org"
    assert text("www.example.org a@b.org") == "www\\.example.org a\\@b.org"


def test_a_hidden_sign_is_written_as_its_number() -> None:
    assert text("a\u202eb") == "a\\\\u202eb"
