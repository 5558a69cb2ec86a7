"""Charts made of letters: one scale, half cells, nothing that was seen is drawn as nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.report.terminal import bars

SHARES = st.floats(0, 1)


@pytest.mark.parametrize(
    ("share", "drawn"),
    [
        (0.0, "      ·      ·      ·      ·"),
        (0.09, "━━╸   ·      ·      ·      ·"),
        (0.12, "━━━╸  ·      ·      ·      ·"),
        (0.46, "━━━━━━━━━━━━━·      ·      ·"),
        (0.63, "━━━━━━━━━━━━━━━━━╸  ·      ·"),
        (1.0, "━━━━━━━━━━━━━━━━━━━━━━━━━━━━"),
    ],
)
def test_a_bar_is_drawn_to_half_a_cell_with_quarters_marked(share: float, drawn: str) -> None:
    assert bars.bar(share) == drawn


def test_a_hollow_bar_is_drawn_in_whole_cells() -> None:
    assert bars.bar(0.28, hollow=True) == "┅┅┅┅┅┅┅┅     ·      ·      ·"


@given(SHARES, st.booleans())
def test_every_bar_is_28_cells_wide(share: float, hollow: bool) -> None:  # noqa: FBT001
    assert len(bars.bar(share, hollow=hollow)) == bars.CELLS


@given(SHARES.filter(lambda share: share > 0))
def test_what_was_seen_at_all_is_drawn(share: float) -> None:
    assert bars.bar(share)[0] in "━╸"
    assert bars.bar(share, hollow=True)[0] == "┅"


@given(SHARES, SHARES)
def test_a_greater_share_never_has_the_shorter_bar(first: float, second: float) -> None:
    low, high = sorted((first, second))
    assert _halves(bars.bar(low)) <= _halves(bars.bar(high))


@pytest.mark.parametrize(("share", "drawn"), [(0.05, "╸·········"), (0.15, "━╸········"), (0.34, "━━━╸······")])
def test_a_meter_has_ten_cells_the_empty_ones_dotted(share: float, drawn: str) -> None:
    assert bars.meter(share) == drawn


def test_a_sparkline_reaches_the_top_once_and_leaves_nothing_blank() -> None:
    assert bars.sparkline([1, 2, 3, 5, 8, 0]) == "▁▂▃▅█ "


def test_a_sparkline_of_nothing_is_blank() -> None:
    assert bars.sparkline([0, 0]) == "  "


def _halves(drawn: str) -> int:
    return 2 * drawn.count("━") + drawn.count("╸")
