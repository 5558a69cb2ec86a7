"""Widths are counted in cells, and nothing is lost when a text is wrapped."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.report.terminal.cells import left, right, width, wrapped
from sim.report.terminal.ink import INKS, bare, coloured, inked


@pytest.mark.parametrize(
    ("text", "cells"), [("Homs", 4), ("日本", 4), ("e\u0301", 1), ("حمص", 3), ("שָׁלוֹם", 4), ("", 0), ("●▲", 2)]
)
def test_a_text_takes_as_many_cells_as_a_terminal_gives_it(text: str, cells: int) -> None:
    assert width(text) == cells


@given(st.sampled_from(sorted(INKS)))
def test_ink_takes_no_room_and_can_be_taken_off(name: str) -> None:
    text = inked("two words", name)
    assert width(text) == width("two words")
    assert bare(text) == "two words"
    assert coloured(text).count("\x1b[0m") == 2


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=80), st.integers(2, 40))
def test_a_wrapped_text_fits_and_keeps_every_letter(text: str, cells: int) -> None:
    lines = wrapped(text, cells)
    assert all(width(line) <= cells for line in lines)
    assert "".join(lines).replace(" ", "") == "".join(text.split())


def test_words_are_broken_between_lines_first() -> None:
    assert wrapped("separate rooms today", 14) == ["separate rooms", "today"]


def test_a_word_longer_than_the_line_is_broken() -> None:
    assert wrapped("a Rindfleischetikettierung", 10) == ["a", "Rindfleisc", "hetikettie", "rung"]


def test_fields_are_filled_by_cells_and_not_by_letters() -> None:
    assert left("日本", 6) == "日本  "
    assert right("日本", 6) == "  日本"
