"""Where some would settle one issue if they vote, by hand."""

import pytest

from sim.rules import voting
from tests.forecasts.tables import columns, side


@pytest.mark.parametrize(("weights", "text"), [((1, 3), 0.65), ((1, 1), 0.5), ((3, 1), 0.35), ((0, 0), 0.5)])
def test_a_weighted_mean_lies_nearer_to_those_who_are_strong_and_care(weights: tuple[int, int], text: float) -> None:
    strong = [side(ideal, 0.5, influence=weight) for ideal, weight in zip((0.2, 0.8), weights, strict=True)]
    caring = [side(ideal, 0.5, salience=weight) for ideal, weight in zip((0.2, 0.8), weights, strict=True)]
    assert voting.weighted_mean(0, strong, columns(strong)) == pytest.approx(text)
    assert voting.weighted_mean(0, caring, columns(caring)) == pytest.approx(text)


@pytest.mark.parametrize(("offers", "text"), [((0.2, 0.8), 0.5), ((0, 0.3, 0.9), 0.4), ((1, 1), 1)])
def test_a_plain_mean_is_the_middle_whoever_is_strong(offers: tuple[float, ...], text: float) -> None:
    table = [side(offer, 0.5, influence=place, salience=place) for place, offer in enumerate(offers)]
    assert voting.plain_mean(0, table, columns(table)) == pytest.approx(text)


@pytest.mark.parametrize(
    ("ideals", "text"), [((0, 0.5, 1), 0.5), ((0, 1), 0.5), ((0, 0.2), 0.2), ((0, 0, 1), 0), ((0.8, 1, 1), 1)]
)
def test_most_good_in_sum_is_done_at_a_median_of_the_ideals(ideals: tuple[float, ...], text: float) -> None:
    # An ideal weighs 1 / max(ideal, 1 - ideal): 1 at either end, 1.25 at 0.2 and at 0.8, 2 half way.
    table = [side(ideal, 0.5) for ideal in ideals]
    assert voting.utilitarian(0, table, columns(table)) == pytest.approx(text)


@pytest.mark.parametrize(("influence", "share"), [(1, 1 / 2), (2, 2 / 3), (3, 3 / 4)])
def test_of_two_the_one_with_more_votes_beats_the_other_more_often(influence: float, share: float) -> None:
    table = [side(0, 0.5, influence), side(1, 0.5)]
    assert voting.beats(0, 1, 0, table, columns(table)) == pytest.approx(share, abs=1e-6)
    assert voting.beats(1, 0, 0, table, columns(table)) == pytest.approx(1 - share, abs=1e-6)


@pytest.mark.parametrize(("influence", "text"), [(1, 1 / 2), (2, 1 / 3), (3, 1 / 4)])
def test_the_text_elected_of_two_is_the_mean_by_their_chances_to_win(influence: float, text: float) -> None:
    table = [side(0, 0.5, influence), side(1, 0.5)]
    assert voting.condorcet(0, table, columns(table)) == pytest.approx(text, abs=1e-6)
