"""Facts about beginnings: how much order and format matter beside trust and anger, and how far courses part."""

from collections.abc import Iterator
from functools import cache
from itertools import product
from typing import Final

import numpy as np

from sim.rules.endings import ENDINGS
from tests.model.cases import DEFAULT, NEVER, seated
from tests.model.playing import played
from tests.verification.fact import ANY, MORE, Band, Figure, Numbers
from tests.verification.facts_of_talks import world
from tests.verification.happenings import SIDES, Outcome, walks
from tests.verification.measures import around

RUNS: Final = 5_000
AGAIN: Final = 1_000
ORDERS: Final = ("parallel", "in_sequence")
FORMATS: Final = ("proximity", "joint")
STARTS: Final = {"0.1 to 0.3": (0.1, 0.2, 0.3), "0 to 1": (0.0, 0.5, 1.0)}
SHAPE: Final = (2, 2, 3, 3)
OUTCOMES: Final[dict[str, Outcome]] = {
    "a date": lambda columns: columns["next_round_agreed_on"] > NEVER,
    "a walkout": walks("any"),
}


@cache
def cells(levels: tuple[float, ...]) -> dict[str, Numbers]:
    """Play each order and format with each trust and grievance in the same worlds: outcome to (cells x runs)."""
    found: dict[str, list[Numbers]] = {name: [] for name in OUTCOMES}
    for order, form, trust, grievance in product(ORDERS, FORMATS, levels, levels):
        both = [(side, what, level) for side in SIDES for what, level in (("trust", trust), ("grievance", grievance))]
        settings = [f"delegations.{side}.{what}={level}" for side, what, level in both]
        fixed = ", ".join(f"{session}: {form}" for session in range(1, 7))
        case = seated(DEFAULT, f"agenda.order={order}", f"calendar.fixed_formats={{{fixed}}}", *settings)
        columns = played(case, RUNS)
        for name, outcome in OUTCOMES.items():
            found[name].append(outcome(columns))
    return {name: np.array(rows, dtype=float) for name, rows in found.items()}


def explained(shares: Numbers) -> Numbers:
    """What part of the variance between cells goes with order and format, and with trust and grievance."""
    grid = shares.reshape(SHAPE)
    return np.asarray([grid.mean(axis=axes).var() / grid.var() for axes in ((2, 3), (0, 1))])


def resampled(runs: Numbers) -> Numbers:
    """The same for as many draws of the worlds, with replacement (Efron 1979)."""
    luck = np.random.default_rng(20140210)
    weights = luck.multinomial(runs.shape[1], np.full(runs.shape[1], 1 / runs.shape[1]), AGAIN)
    return np.array([explained(shares) for shares in (runs @ weights.T / runs.shape[1]).T])


def process() -> Iterator[Figure]:
    """Order and format against trust and grievance, over two ranges of the latter."""
    for (words, levels), outcome in product(STARTS.items(), OUTCOMES):
        runs = cells(levels)[outcome]
        found, drawn = explained(runs.mean(axis=1)), resampled(runs)
        for what, weigh, band in (
            ("explained by order and format", (1, 0), ANY),
            ("explained by trust and grievance", (0, 1), ANY),
            ("the first less the second", (1, -1), MORE),
        ):
            low, high = np.quantile(drawn @ weigh, (0.025, 0.975)).tolist()
            yield Figure(f"{outcome}, trust and grievance from {words}: {what}", float(found @ weigh), low, high, band)


def parting() -> Iterator[Figure]:
    """Two runs of one start, and what luck leaves to all that differs at the start."""
    endings = world()["ending"]
    often = np.bincount(endings, minlength=len(ENDINGS)) / len(endings)
    error = 2 * float(often[endings].std(ddof=1)) / np.sqrt(len(endings))
    value = 1 - float((often * often).sum())
    yield Figure("two runs of the default case end differently", value, *around(value, float(error)), Band(above=0.5))
    runs = cells(STARTS["0 to 1"])["a date"]
    luck = np.random.default_rng(20140210)
    draws = (runs[:, luck.integers(0, RUNS, RUNS)] for _ in range(AGAIN // 5))
    low, high = np.quantile([by_luck(drawn) for drawn in draws], (0.025, 0.975)).tolist()
    yield Figure("a date: the part of all variance that luck has", by_luck(runs), low, high, Band(above=0.5))


def by_luck(runs: Numbers) -> float:
    """What part of the variance is within cells."""
    return 1 - float(runs.mean(axis=1).var() / runs.var())
