"""Intervals, tests and curves are those that other packages find, to the last digits."""

import math
from itertools import pairwise

import numpy as np
import pytest
from lifelines import AalenJohansenFitter, KaplanMeierFitter
from lifelines.statistics import logrank_test
from scipy import stats
from statsmodels.stats.contingency_tables import mcnemar
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint, proportion_effectsize

from sim.analysis import duration, intervals, significance

NEAR = 1e-9
PAIRS = [
    ((20, 120), (30, 100)),
    ((0, 50), (3, 60)),
    ((7, 1000), (0, 1000)),
    ((500, 1000), (430, 900)),
    ((9, 9), (4, 8)),
]
COUNTS = [(5, 15), (0, 3), (4, 4), (1, 0), (120, 80), (700, 650), (33, 2)]


@pytest.mark.parametrize(("before", "after"), PAIRS)
def test_the_interval_of_unlike_shares_is_newcombes(before: tuple[int, int], after: tuple[int, int]) -> None:
    low, high = confint_proportions_2indep(*after, *before, method="newcomb", compare="diff")
    found = intervals.newcombe(before, after)
    assert found.low == pytest.approx(low, abs=NEAR)
    assert found.high == pytest.approx(high, abs=NEAR)


@pytest.mark.parametrize(("count", "runs"), [(0, 20), (1, 20), (10, 20), (20, 20), (311, 1000), (3, 100_000)])
def test_the_interval_of_a_share_is_wilsons(count: int, runs: int) -> None:
    assert intervals.wilson(count, runs) == pytest.approx(proportion_confint(count, runs, method="wilson"), abs=NEAR)


@pytest.mark.parametrize(("gained", "lost"), COUNTS)
def test_mcnemars_mid_p_is_the_exact_one_less_half_of_what_was_seen(gained: int, lost: int) -> None:
    exact = float(mcnemar([[0, gained], [lost, 0]], exact=True).pvalue)
    seen = float(stats.binom.pmf(min(gained, lost), gained + lost, 0.5))
    twice = 2 * float(stats.binom.cdf(min(gained, lost), gained + lost, 0.5))
    assert exact == pytest.approx(min(1.0, twice), abs=NEAR)
    assert significance.mcnemar(gained, lost) == pytest.approx(min(1.0, twice - seen), abs=NEAR)


def test_where_nothing_changes_mcnemar_sees_nothing() -> None:
    assert significance.mcnemar(0, 0) == 1.0


@pytest.mark.parametrize(("before", "after"), PAIRS)
def test_the_score_test_is_the_chi_square_of_the_table(before: tuple[int, int], after: tuple[int, int]) -> None:
    table = [[one[0], one[1] - one[0]] for one in (before, after)]
    assert significance.score(before, after) == pytest.approx(
        stats.chi2_contingency(table, correction=False).pvalue, abs=NEAR
    )


def test_holm_corrects_as_others_do() -> None:
    luck = np.random.default_rng(3)
    for _ in range(20):
        found = luck.random(12) ** 3
        assert significance.holm(found.tolist()) == pytest.approx(multipletests(found, method="holm")[1], abs=NEAR)


def test_effects_are_cohens() -> None:
    luck = np.random.default_rng(4)
    before, after = luck.normal(size=400), luck.normal(0.3, 1.2, size=400)
    assert significance.cohen_h(0.2, 0.55) == pytest.approx(proportion_effectsize(0.55, 0.2), abs=NEAR)
    spread = math.sqrt((before.var() + after.var()) / 2)
    assert significance.cohen_d(before, after) == pytest.approx((after.mean() - before.mean()) / spread, abs=NEAR)


def test_the_errors_of_means_are_those_of_the_t_tests() -> None:
    luck = np.random.default_rng(5)
    before = luck.normal(size=300)
    after = before + luck.normal(0.1, 0.5, size=300)
    assert intervals.of_means(before, after, paired=True).error == pytest.approx(stats.sem(after - before), abs=NEAR)
    unlike = math.hypot(stats.sem(before), stats.sem(after))
    assert intervals.of_means(before, after, paired=False).error == pytest.approx(unlike, abs=NEAR)


@pytest.mark.parametrize("shift", [0.0, 0.04, 0.1])
def test_permutations_find_what_the_normal_distribution_finds(shift: float) -> None:
    luck = np.random.default_rng(6)
    before = luck.normal(size=800)
    after = before + shift + luck.normal(0, 0.8, size=800)
    paired = stats.ttest_rel(after, before).pvalue
    assert significance.of_means(before, after, 1, paired=True) == pytest.approx(paired, abs=0.03)
    unlike = stats.ttest_ind(after, before, equal_var=False).pvalue
    assert significance.of_means(before, after, 1, paired=False) == pytest.approx(unlike, abs=0.03)


def _watched(size: int = 300) -> tuple[np.ndarray, np.ndarray]:
    luck = np.random.default_rng(7)
    return luck.permutation(size) + 1, luck.integers(0, 3, size)


def test_the_share_still_at_the_table_is_kaplan_and_meiers() -> None:
    luck = np.random.default_rng(8)
    days, happened = luck.integers(1, 15, 300), luck.random(300) < 0.6
    fitted = KaplanMeierFitter().fit(days, happened)
    found = duration.kaplan_meier(days, happened)
    assert found.share == pytest.approx(fitted.survival_function_.loc[found.days].to_numpy()[:, 0], abs=NEAR)
    ends = fitted.confidence_interval_.loc[found.days].to_numpy()
    assert found.low == pytest.approx(ends[:, 0], abs=NEAR)
    assert found.high == pytest.approx(ends[:, 1], abs=NEAR)


@pytest.mark.parametrize("which", [1, 2])
def test_the_share_that_has_come_to_one_ending_is_aalen_and_johansens(which: int) -> None:
    days, cause = _watched()
    fitted = AalenJohansenFitter().fit(days, cause, event_of_interest=which)
    found = duration.aalen_johansen(days, cause, which)
    assert found.share == pytest.approx(fitted.cumulative_density_.loc[found.days].to_numpy()[:, 0], abs=NEAR)
    there = (found.share > 0) & (found.share < 1)
    there[-1] = False  # nobody is left on the last day, by whom the other divides
    ends = fitted.confidence_interval_.loc[found.days].to_numpy()
    assert found.low[there] == pytest.approx(ends[there, 0], abs=NEAR)
    assert found.high[there] == pytest.approx(ends[there, 1], abs=NEAR)


def test_competing_endings_and_the_table_share_all_runs_on_every_day() -> None:
    luck = np.random.default_rng(9)
    days, cause = luck.integers(1, 12, 400), luck.integers(0, 3, 400)
    parts = [duration.aalen_johansen(days, cause, which).share for which in (1, 2)]
    there = duration.kaplan_meier(days, cause != 0)
    assert sum(parts) + there.share == pytest.approx(np.ones(len(there.days)), abs=1e-12)
    assert all(a <= b for a, b in pairwise(parts[0]))


def test_two_paces_are_compared_by_the_log_rank_test() -> None:
    luck = np.random.default_rng(10)
    days, happened = luck.integers(1, 15, 300), luck.random(300) < 0.7
    other = logrank_test(days[:150], days[150:], happened[:150], happened[150:])
    statistic, p = duration.log_rank((days[:150], days[150:]), (happened[:150], happened[150:]))
    assert (statistic, p) == pytest.approx((other.test_statistic, other.p_value), abs=NEAR)


def test_the_wider_interval_of_few_changes_is_bonett_and_prices() -> None:
    low, high = intervals.paired(12.0, 3.0, 100)
    gain, loss = 13 / 102, 4 / 102
    half = stats.norm.ppf(0.975) * math.sqrt((gain + loss - (gain - loss) ** 2) / 102)
    assert (low, high) == pytest.approx((gain - loss - half, gain - loss + half), abs=NEAR)
