"""Outcome distributions side by side: what differs, how sure that is, and what could not be told apart."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from sim.analysis import counts, duration, intervals, quantities, request, significance
from sim.analysis.card import Card, numbered
from sim.analysis.counts import Count
from sim.analysis.difference import DESCRIBED, Difference, Flip
from sim.analysis.ensemble import Ensemble, played
from sim.analysis.quantities import Measured
from sim.analysis.verdict import verdict
from sim.rules.endings import ENDINGS
from sim.talks.seating import seat

if TYPE_CHECKING:
    from sim.study.runs import Progress
    from sim.talks.outcome import Column


@dataclass(frozen=True, eq=False, repr=False)
class Comparison:
    """Two or more cases side by side; the first is the one that others are compared with."""

    labels: tuple[str, ...]
    ensembles: tuple[Ensemble, ...]

    @property
    def paired(self) -> bool:
        """Whether all runs are compared world by world: with the same seed, and as many of them."""
        return all(self.is_paired(place) for place in range(1, len(self.ensembles)))

    def is_paired(self, place: int) -> bool:
        """Whether one of the others is compared with the first world by world."""
        first, other = self.ensembles[0], self.ensembles[place]
        own_luck = first.of_people or other.of_people
        return not own_luck and (first.seed, first.runs) == (other.seed, other.runs)

    @cached_property
    def differences(self) -> tuple[Difference, ...]:
        """Every difference from the first, other by other, in the order of quantities."""
        first, *others = quantities.common(self.ensembles)
        found = [self._difference(place, first, other) for place, other in enumerate(others, 1)]
        return tuple(one for each in found for one in _corrected(each))

    @cached_property
    def frame(self) -> pd.DataFrame:
        """The differences as a table, a row a quantity and another case; `attrs["described"]` has the columns."""
        frame = pd.DataFrame(self.differences, columns=list(Difference._fields))
        frame.attrs["described"] = dict(DESCRIBED)
        return frame

    def of(self, place: int) -> dict[str, Difference]:
        """The differences between the first case and another, by quantity."""
        step = len(self.differences) // (len(self.ensembles) - 1)
        return {one.quantity: one for one in self.differences[(place - 1) * step : place * step]}

    def flips(self, place: int = 1) -> tuple[Flip, ...]:
        """What ending became what in the same worlds, most frequent first; nothing if the luck is not common."""
        if not self.is_paired(place):
            return ()
        before, after = (self.ensembles[each].columns["ending"] for each in (0, place))
        names, runs = list(ENDINGS), len(before)
        pairs = np.bincount(before * len(names) + after, minlength=len(names) ** 2)
        found = [
            Flip(names[pair // len(names)], names[pair % len(names)], Count(int(pairs[pair]), runs))
            for pair in np.flatnonzero(pairs).tolist()
            if pair // len(names) != pair % len(names)
        ]
        return tuple(sorted(found, key=lambda flip: -flip.worlds.times))

    @cached_property
    def sentence(self) -> str:
        """What differs and what does not, in words."""
        case, several = self.ensembles[0].case, len(self.labels) > 2
        return " ".join(
            verdict(self.labels[place], list(self.of(place).values()), case, self._runs(place), several=several)
            for place in range(1, len(self.labels))
        )

    def _runs(self, place: int) -> tuple[int, int]:
        return self.ensembles[0].runs, self.ensembles[place].runs

    def _difference(
        self, place: int, first: Mapping[str, Measured], other: Mapping[str, Measured]
    ) -> Iterator[Difference]:
        paired, seed = self.is_paired(place), self.ensembles[0].seed
        for name, before in first.items():
            a, b = before.column, other[name].column
            estimate, p, effect = (_of_shares if before.is_share else _of_means)(a, b, seed, paired=paired)
            if name == "time.at_table":
                p = self._pace(place)
            yield Difference(
                name, self.labels[0], self.labels[place], float(np.mean(a)), float(np.mean(b)), *estimate[:3],
                p, p, paired, effect, estimate.detectable,
            )  # fmt: skip

    def _pace(self, place: int) -> float:
        """Whether the parties leave the table at the same pace."""
        one, other = (duration.ends(self.ensembles[each]) for each in (0, place))
        return duration.log_rank((one.days, other.days), (one.cause > 0, other.cause > 0))[1]

    def card(self) -> Card:
        """What is shown of it: shares of the first, and of the others."""
        runs = " and ".join(sorted({numbered(one.runs, "run") for one in self.ensembles}))
        facts = (runs, "the same luck" if self.paired else "each with its own luck")
        shares = [counts.endings(one.columns) for one in self.ensembles]
        rows: tuple[tuple[str | Count, ...], ...] = tuple(
            (name, *(one[name] for one in shares)) for name in ENDINGS if any(one[name].times for one in shares)
        )
        return Card(" and ".join(self.labels), facts, ("ending", *self.labels), rows)

    def __repr__(self) -> str:
        """The shares of the endings side by side, and what differs."""
        return f"{self.card().text()}\n{self.sentence}"

    def _repr_html_(self) -> str:
        """The shares as a table, for a notebook."""
        return self.card().html()


def _of_shares(before: "Column", after: "Column", _: int, *, paired: bool) -> tuple[intervals.Estimate, float, float]:
    a, b = (int(np.count_nonzero(one)) for one in (before, after))
    effect = significance.cohen_h(a / len(before), b / len(after))
    if paired:
        gained, lost = (int(np.count_nonzero(one)) for one in (after & ~before, before & ~after))
        return intervals.of_pairs(gained, lost, len(before)), significance.mcnemar(gained, lost), effect
    counted = (a, len(before)), (b, len(after))
    return intervals.newcombe(*counted), significance.score(*counted), effect


def _of_means(before: "Column", after: "Column", seed: int, *, paired: bool) -> tuple[intervals.Estimate, float, float]:
    estimate = intervals.of_means(before, after, paired=paired)
    p = significance.of_means(before, after, seed, paired=paired)
    return estimate, p, significance.cohen_d(before, after)


def _corrected(found: Iterator[Difference]) -> list[Difference]:
    several = list(found)
    adjusted = significance.holm([one.p for one in several])
    return [one._replace(p_adjusted=p) for one, p in zip(several, adjusted, strict=True)]


def compared(labels: Sequence[str], ensembles: Sequence[Ensemble]) -> Comparison:
    """Compare cases that were played; two of the same label are told apart by a number."""
    return Comparison(tuple(_apart(labels)), tuple(ensembles))


def _apart(labels: Sequence[str]) -> Iterator[str]:
    for place, label in enumerate(labels):
        before = list(labels[:place]).count(label)
        yield f"{label} ({before + 1})" if before else label


def compare(
    *cases: "request.Case | Ensemble", runs: int = 10_000, seed: int = 1, labels: Sequence[str] | None = None,
    engine: str = "auto", workers: int | None = None, progress: "Progress | None" = None,
) -> Comparison:  # fmt: skip
    """See what differs between cases, and how sure that is: the first with each of the others.

    Parameters
    ----------
    cases
        Two or more: scenarios, paths, bundled names, or ensembles that were played before.
    runs, seed, engine, workers, progress
        As for `sim.ensemble`; they concern the cases that are still to be played.
    labels
        What each is called; else its title.

    Returns
    -------
    Comparison
        Its `frame` has a row a difference. Where seed and number of runs are common, runs are compared world by
        world; else as unlike runs.

    Raises
    ------
    sim.case.Mistakes, sim.case.Unknown, TypeError
        As `sim.ensemble`.
    ValueError
        There are fewer than two cases, or another number of labels; or as `sim.ensemble`.

    Examples
    --------
    >>> import sim
    >>> pressed = sim.load("first_scenario", settings=["mediator.style=manipulation"])
    >>> found = sim.compare("first_scenario", pressed, runs=400, labels=["as it was", "pressed"])
    >>> two = found.frame.set_index("quantity").loc[["ending.comprehensive", "walkout.any"]]
    >>> two[["a", "b", "low", "high"]].round(3)
                             a      b    low   high
    quantity
    ending.comprehensive  0.51  0.968  0.406  0.504
    walkout.any           0.01  0.000 -0.022  0.002

    """
    if len(cases) < 2:
        raise ValueError("A comparison takes two cases or more.")
    if labels is not None and len(labels) != len(cases):
        raise ValueError(f"There are {len(cases)} cases and {len(labels)} labels.")
    count = request.whole("runs", runs, 1, request.MOST_RUNS)
    start = request.whole("seed", seed, 0, request.MOST_SEEDS - 1)
    threads = request.some("workers", workers, 1, request.MOST_WORKERS)
    seats = [one if isinstance(one, Ensemble) else seat(request.scenario(one)) for one in cases]
    chosen = request.engine(engine, count)
    found = [
        one if isinstance(one, Ensemble) else played(one, start, count, chosen, threads, progress) for one in seats
    ]
    return compared(labels or [one.case.title for one in found], found)
