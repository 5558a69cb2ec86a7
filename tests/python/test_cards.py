"""What is shown of many runs is plain, and whatever a case says in words is inert in it."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

import sim
from sim.analysis import percentages
from sim.analysis.card import Card, Cell, told
from sim.analysis.counts import Count
from sim.analysis.ensemble import Ensemble
from sim.analysis.results import Sweep

TAGS = {"table": set(), "caption": set(), "thead": set(), "tbody": set(), "tr": set(), "td": set(),
    "th": {"scope"}, "meter": {"min", "max", "value"},
}  # fmt: skip
HOSTILE = (
    "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "</caption></table><h1>", "&lt;b&gt;", "a & b",
    "'\"`", "\x1b[2J\x1b]0;owned\x07", "safe\u202etxt.exe", "<meter value=1>", "{{7*7}}", "$x$", "\u2028",
    "<!--", "]]>",
)  # fmt: skip


class Page(HTMLParser):
    """The tags of a page with their attributes, and its texts."""

    def __init__(self, html: str) -> None:
        """Read a page."""
        super().__init__()
        self.tags: list[tuple[str, set[str]]] = []
        self.open: list[str] = []
        self.texts: dict[str, list[str]] = {"caption": [], "th": [], "td": []}
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag, and that it is open."""
        self.tags.append((tag, {name for name, _ in attrs}))
        if tag != "meter":
            self.open.append(tag)
        if tag in self.texts:
            self.texts[tag].append("")

    def handle_endtag(self, tag: str) -> None:
        """Close what was opened last, and nothing else."""
        assert tag == "meter" or self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Note a text, in the tag that it stands in."""
        if self.open and self.open[-1] in self.texts:
            self.texts[self.open[-1]][-1] += data

    def handle_comment(self, data: str) -> None:
        """There is none."""
        raise AssertionError(data)


def _is_plain(page: Page) -> bool:
    """Whether it has no tags but those of a table with bars, each with no attributes but its own."""
    return page.open == [] and all(tag in TAGS and attributes == TAGS[tag] for tag, attributes in page.tags)


CELLS = st.one_of(st.text(), st.integers(0, 50).map(lambda times: Count(times, 50)))


@given(title=st.text(), facts=st.lists(st.text(), max_size=3), rows=st.lists(st.tuples(CELLS, CELLS), max_size=3))
def test_any_text_is_shown_as_it_is_and_is_never_a_tag(
    title: str, facts: list[str], rows: list[tuple[Cell, Cell]]
) -> None:
    card = Card(title, tuple(facts), ("one", "two"), tuple(rows))
    page = Page(card.html())
    assert _is_plain(page)
    assert page.texts["caption"] == [card.heading]
    assert [one.lstrip() for one in page.texts["td"]] == [told(cell).lstrip() for row in rows for cell in row]


@pytest.mark.parametrize("words", HOSTILE)
def test_a_hostile_title_does_nothing_to_a_page_or_a_terminal(words: str) -> None:
    card = Card(words, ("1 run",), ("ending",), ((words,),))
    page = Page(card.html())
    assert _is_plain(page)
    assert [tag for tag, _ in page.tags].count("meter") == 0
    assert re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2028\u2029]", card.text() + card.html()) is None
    assert len(card.text().splitlines()) == 3


def test_the_title_of_a_case_is_inert_in_what_is_shown_of_it() -> None:
    case = sim.load("first_scenario", ["title='<script>alert(1)</script>'"])
    many = sim.ensemble(case, 3, engine="mesa")
    swept = sim.sweep(case, {"title": ["'<b>'", "'<i>'"]}, runs=2, engine="mesa")
    for shown in (many._repr_html_(), swept._repr_html_()):
        assert _is_plain(Page(shown))
        assert "<script" not in shown
    assert "&lt;b&gt;" in swept._repr_html_()


def test_text_and_page_show_the_same(many: Ensemble, swept: Sweep) -> None:
    for one in (many, swept):
        lines = repr(one).splitlines()
        page = Page(one._repr_html_())
        assert page.texts["caption"] == [lines[0]]
        assert page.texts["th"] == re.split("  +", lines[1])
        cells = [cell for line in lines[2:] for cell in re.split("  +", line)]
        assert [cell.strip() for cell in page.texts["td"]] == cells


def test_bars_are_as_long_as_their_shares() -> None:
    html = Card("", (), ("share",), ((Count(1, 4),), (Count(0, 4),), (Count(4, 4),))).html()
    assert re.findall(r'<meter min="0" max="1" value="([^"]*)">', html) == ["0.2500", "0.0000", "1.0000"]


def test_the_columns_of_the_text_stand_under_each_other() -> None:
    text = Card("A", ("b",), ("ending", "runs"), (("x", "1"), ("longer one", "2"))).text()
    assert text == "A: b\nending      runs\nx           1\nlonger one  2"


@given(st.integers(1, 10**7).flatmap(lambda runs: st.tuples(st.integers(0, runs), st.just(runs))))
def test_a_share_is_told_as_on_the_command_line(case: tuple[int, int]) -> None:
    assert told(Count(*case)) == percentages.share(*case).replace(f", n = {case[1]:,}", "")
