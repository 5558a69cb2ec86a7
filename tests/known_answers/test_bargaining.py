"""Where two would settle one issue if they bargain, by hand."""

import pytest

from sim.forecasts import Side
from sim.rules import bargaining
from tests.forecasts.tables import columns, side

APART = [side(0.2, 0.8), side(1, 0.5)]  # they gain 0.8 - t and t - 0.5 by a text t in [0.5, 0.8]
BESIDE = [side(0.6, 0.1), side(0, 0.8)]  # they gain t - 0.1 up to 0.6, and 0.8 - t, by a text in [0.1, 0.8]
HOPELESS = [side(0, 0.1), side(1, 0.85)]
EQUALS, UNEQUALS = [side(0, 1), side(1, 0)], [side(0, 1, influence=0.3), side(1, 0, influence=0.7)]


@pytest.mark.parametrize(
    ("text", "ideal", "limit", "gained"), [(0.2, 0, 0.6, 0.4), (0.8, 0, 0.6, -0.2), (1, 1, 0.3, 0.7)]
)
def test_a_text_is_worth_how_much_nearer_it_is_than_the_limit(
    text: float, ideal: float, limit: float, gained: float
) -> None:
    assert bargaining.surplus(text, ideal, limit) == pytest.approx(gained)


@pytest.mark.parametrize(("table", "ends"), [(APART, (0.5, 0.8)), (BESIDE, (0.1, 0.8)), (HOPELESS, (0.85, 0.1))])
def test_the_range_is_where_all_would_sign(table: list[Side], ends: tuple[float, float]) -> None:
    assert bargaining.bargaining_range(0, columns(table)) == pytest.approx(ends)


@pytest.mark.parametrize(("ideal", "length"), [(0, 1), (0.2, 0.8), (0.5, 0.5), (0.7, 0.7), (1, 1)])
def test_a_loss_is_measured_by_the_way_to_the_farther_end(ideal: float, length: float) -> None:
    assert bargaining.longest_axis(ideal) == pytest.approx(length)


@pytest.mark.parametrize(
    ("table", "text", "rises"),
    [(EQUALS, 0.49, True), (EQUALS, 0.51, False), (UNEQUALS, 0.69, True), (UNEQUALS, 0.71, False)],
)
def test_the_product_of_gains_rises_up_to_the_weight_of_the_one_above(
    table: list[Side],
    text: float,
    rises: bool,  # noqa: FBT001 - the answer
) -> None:
    assert bargaining.product_rises(text, 0, table, columns(table)) == rises


@pytest.mark.parametrize(("text", "share", "utility"), [(0.3, True, True), (0.38, True, False), (0.5, False, False)])
def test_the_worst_off_wants_more_below_the_fair_text(
    text: float,
    share: bool,  # noqa: FBT001 - an answer
    utility: bool,  # noqa: FBT001 - another
) -> None:
    stakes = columns(BESIDE)
    answers = [bargaining.worst_off_wants_more(text, 0, stakes, 0.1, 0.8, by_share) for by_share in (True, False)]
    assert answers == [share, utility]


@pytest.mark.parametrize(("table", "text"), [(APART, 0.65), (BESIDE, 47 / 120), (HOPELESS, -1)])
def test_kalai_and_smorodinsky_give_all_the_same_share_of_their_best(table: list[Side], text: float) -> None:
    # (t - 0.1) / 0.5 = (0.8 - t) / 0.7 where one's best lies within the range, at its own ideal.
    assert bargaining.kalai_smorodinsky(0, table, columns(table)) == pytest.approx(text)


@pytest.mark.parametrize(("table", "text"), [(APART, 2 / 3), (BESIDE, 0.3625), (HOPELESS, -1)])
def test_the_egalitarian_gives_all_the_same_gain_in_utility(table: list[Side], text: float) -> None:
    # (0.8 - t) / 0.8 = t - 0.5, and (t - 0.1) / 0.6 = 0.8 - t.
    assert bargaining.egalitarian(0, table, columns(table)) == pytest.approx(text)


@pytest.mark.parametrize(("table", "share", "utility"), [(APART, 0.65, 2 / 3), (BESIDE, 47 / 120, 0.3625)])
def test_what_is_fair_depends_on_how_gains_are_measured(table: list[Side], share: float, utility: float) -> None:
    assert [bargaining.fair(0, columns(table), by_share) for by_share in (True, False)] == pytest.approx(
        [share, utility]
    )
