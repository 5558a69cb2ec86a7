"""A page of 80 columns says the same in colour, in a pipe, and on a terminal that knows ASCII only."""

import io
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.report.terminal.ink import inked
from sim.report.terminal.page import Page


class Screen(io.StringIO):
    """A terminal that keeps what is written on it."""

    def isatty(self) -> bool:
        """Say yes."""
        return True


class Old(io.TextIOWrapper):
    """A stream of a locale that is not UTF-8."""

    def __init__(self) -> None:
        super().__init__(io.BytesIO(), encoding="latin-1")


def test_colour_is_for_terminals_only() -> None:
    screen, pipe = Screen(), io.StringIO()
    Page(screen, {}).line(inked("walks out", "walkout"))
    Page(pipe, {}).line(inked("walks out", "walkout"))
    assert screen.getvalue() == "\x1b[31mwalks\x1b[0m \x1b[31mout\x1b[0m\n"
    assert pipe.getvalue() == "walks out\n"


@pytest.mark.parametrize("variables", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_no_color_and_dumb_terminals_are_obeyed(variables: dict[str, str]) -> None:
    screen = Screen()
    Page(screen, variables).line(inked("walks out", "walkout"))
    assert screen.getvalue() == "walks out\n"


def test_an_empty_no_color_means_nothing() -> None:
    screen = Screen()
    Page(screen, {"NO_COLOR": ""}).line(inked("out", "walkout"))
    assert "\x1b[31m" in screen.getvalue()


@pytest.mark.parametrize("variables", [{"TERM": "dumb"}, {"LC_ALL": "C"}, {"LANG": "de_DE.ISO-8859-1"}])
def test_marks_become_ascii_where_others_would_not_show(variables: dict[str, str]) -> None:
    pipe = io.StringIO()
    Page(pipe, variables).line("━━╸·┅ ▁█ ─ ✓ ✗ −9 ●▲│▒")
    assert pipe.getvalue() == "==-.: 18 - + x -9 *^|#\n"


def test_a_utf_8_locale_keeps_its_marks() -> None:
    pipe = io.StringIO()
    Page(pipe, {"LC_ALL": "", "LANG": "en_US.utf8"}).line("━╸")
    assert pipe.getvalue() == "━╸\n"


def test_letters_that_a_stream_cannot_write_are_replaced_and_nothing_breaks() -> None:
    stream = Old()
    Page(stream, {}).line("الحكومة ━ é")
    stream.flush()
    assert stream.buffer.getvalue() == b"??????? = ?\n"  # type: ignore[attr-defined]


def test_control_characters_are_shown_and_do_not_act() -> None:
    pipe = io.StringIO()
    Page(pipe, {}).line("a\x1b[2Jb\rc\u202ed\x07e\x9bf")
    assert pipe.getvalue() == "a\\x1b[2Jb\\rc\\u202ed\\x07e\\x9bf\n"


@given(st.text(max_size=60))
def test_no_text_can_make_a_line_do_anything(text: str) -> None:
    screen = Screen()
    Page(screen, {}).line(text)
    written = screen.getvalue().removesuffix("\n")
    for code in ("\x1b[0m", *(f"\x1b[{number}m" for number in range(40))):
        written = written.replace(code, "")
    harmless = written.replace("\u2068", "").replace("\u2069", "")
    assert all(unicodedata.category(character) not in {"Cc", "Cf", "Cs", "Zl", "Zp"} for character in harmless)


def test_names_from_right_to_left_are_isolated_as_a_whole() -> None:
    pipe = io.StringIO()
    Page(pipe, {}).line("Who: الحكومة السورية, 14 %")
    assert pipe.getvalue() == "Who: \u2068الحكومة السورية\u2069, 14 %\n"


def test_two_names_in_two_columns_are_isolated_each() -> None:
    pipe = io.StringIO()
    Page(pipe, {}).line("حمص    חומס")
    assert pipe.getvalue() == "\u2068حمص\u2069    \u2068חומס\u2069\n"


def test_who_is_at_column_1_and_what_at_column_14() -> None:
    pipe = io.StringIO()
    Page(pipe, {}).said("United States", "meets Russia " * 10)
    lines = pipe.getvalue().splitlines()
    assert lines[0].startswith("United       meets Russia")
    assert lines[1].startswith("States       meets")
    assert max(map(len, lines)) <= 80


def test_a_header_has_both_edges_and_a_rule() -> None:
    pipe = io.StringIO()
    Page(pipe, {}).header("1  Monday 10 February", "separate rooms")
    first, rule = pipe.getvalue().splitlines()
    assert first == "1  Monday 10 February" + " " * 45 + "separate rooms"
    assert rule == "─" * 80


def test_a_long_command_goes_on_after_a_backslash() -> None:
    pipe = io.StringIO()
    setting = "--set delegations.opposition.required_progress=0"
    Page(pipe, {}).command(f"sim run geneva_ii_two_rounds -n 10000 {setting}")
    assert pipe.getvalue() == f"  sim run geneva_ii_two_rounds -n 10000 \\\n      {setting}\n"


def test_two_texts_stand_on_one_line_where_there_is_room_and_else_one_below_the_other() -> None:
    pipe = io.StringIO()
    Page(pipe, {}).across("a" * 70, "b" * 8)
    Page(pipe, {}).across("a" * 70, "b" * 9)
    Page(pipe, {}).across("a" * 80, "")
    assert pipe.getvalue().splitlines() == [
        "a" * 70 + "  " + "b" * 8, "a" * 70, " " * 71 + "b" * 9, "a" * 80,
    ]  # fmt: skip
