"""How a round ends, case by case: the first that fits."""

import pytest

from sim.rules.endings import ENDINGS, ending


@pytest.mark.parametrize(
    ("all_agreed", "political", "away", "called_off", "dated", "listed", "name"),
    [
        (True, True, 1, True, True, True, "comprehensive"),
        (False, True, 1, True, True, True, "partial"),
        (False, False, 1, True, True, True, "walkout"),
        (False, False, 0, True, True, True, "suspended"),
        (False, False, 0, False, True, True, "adjourned_with_date"),
        (False, False, 0, False, False, True, "adjourned_without_date"),
        (False, False, 0, False, False, False, "stalemate"),
    ],
)
def test_a_round_ends_as_the_first_ending_that_fits(
    all_agreed: bool,  # noqa: FBT001 - what happened
    political: bool,  # noqa: FBT001
    away: int,
    called_off: bool,  # noqa: FBT001
    dated: bool,  # noqa: FBT001
    listed: bool,  # noqa: FBT001
    name: str,
) -> None:
    assert list(ENDINGS)[ending(all_agreed, political, away, called_off, dated, listed)] == name
