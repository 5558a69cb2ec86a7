"""Cases are played or opened, set side by side, and shown, drawn or written."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

from sim import __version__
from sim.commands import sides
from sim.commands.document import document
from sim.commands.drawn import drawn, refuse, written
from sim.report.terminal.page import out

if TYPE_CHECKING:
    from sim.analysis.comparison import Comparison
    from sim.analysis.difference import Difference
    from sim.analysis.ensemble import Ensemble


@dataclass(frozen=True)
class Order:
    """What is compared, as it was named, and how it is played."""

    sources: tuple[str, ...]
    settings: tuple[str, ...]
    runs: int
    seed: int
    engine: str

    def again(self, *more: str) -> str:
        """The command that compares the same again, with these options."""
        changed = (f"--set {quote(setting)}" for setting in self.settings)
        names = " ".join(map(quote, self.sources))
        return " ".join(["sim compare", names, f"-n {self.runs}", f"--seed {self.seed}", *changed, *more])


def show(order: Order, plot: Path | None, report: Path | None, *, json: bool) -> None:
    """Compare, and say what came of it."""
    from sim.commands.tally import contrast

    refuse(plot, report)
    comparison = compared(order)
    drawn(plot, "comparison", comparison)
    written(report, comparison, order.again())
    if json:
        document(content(order, comparison))
    else:
        contrast.show(out(), comparison, order)


def compared(order: Order) -> "Comparison":
    """The comparison that is asked for; scenarios are all read before the first is played."""
    from sim.analysis.comparison import compared as set_side_by_side
    from sim.case import read
    from sim.talks.seating import seat

    kept: dict[int, Ensemble] = {
        place: sides.stored(one) for place, one in enumerate(order.sources) if sides.is_stored(one)
    }
    fresh = {place: seat(read(one, order.settings)) for place, one in enumerate(order.sources) if place not in kept}
    played = sides.played(list(fresh.values()), order.seed, order.runs, order.engine)
    found = kept | dict(zip(fresh, played, strict=True))
    labels = [Path(one).stem if place in fresh else one for place, one in enumerate(order.sources)]
    return set_side_by_side(labels, [found[place] for place in range(len(found))])


def content(order: Order, comparison: "Comparison") -> dict[str, object]:
    """A comparison as one document."""
    from sim.study import provenance

    return {
        "sim_version": __version__,
        "result_version": provenance.RESULT_VERSION,
        "scenarios": list(scenarios(order, comparison)),
        "sentence": comparison.sentence,
        "differences": [difference(one) for one in comparison.differences],
        "flips": [
            {
                "scenario": comparison.labels[place], "from": one.before, "to": one.after,
                "share": one.worlds.times / one.worlds.runs, "count": one.worlds.times,
            }
            for place in range(1, len(comparison.labels))
            for one in comparison.flips(place)
        ],
    }  # fmt: skip


def scenarios(order: Order, comparison: "Comparison") -> Iterator[dict[str, object]]:
    """What was compared, each with its shares."""
    from sim.case import digest
    from sim.commands.tally.contents import contents

    for source, label, one in zip(order.sources, comparison.labels, comparison.ensembles, strict=True):
        yield {
            "name": source, "label": label, "digest": digest(one.case), "replicates": one.runs,
            "seed": None if one.of_people else one.seed, "results": one.digest, **contents(one.seated, one.columns),
        }  # fmt: skip


def difference(one: "Difference") -> dict[str, object]:
    """A difference, with the names that the document has for its labels."""
    named = one._asdict()
    return {"quantity": named.pop("quantity"), "scenario": named.pop("label_b"), "to": named.pop("label_a"), **named}
