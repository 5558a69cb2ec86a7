"""The search for the smallest change is made, and what was found is shown."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from shlex import quote
from typing import TYPE_CHECKING, Final

from sim import __version__
from sim.analysis.percentages import share as in_words
from sim.commands import advice, engines
from sim.commands.document import document
from sim.commands.progress import Progress
from sim.report.terminal.cells import left, right, wrapped
from sim.report.terminal.ink import inked
from sim.report.terminal.page import Page, err, out

if TYPE_CHECKING:
    from sim.analysis.reach import Reach, Way

PATH, SIZE, SHARE = 42, 8, 30
MOST_WAYS: Final = 5


@dataclass(frozen=True)
class Order:
    """What is to be reached, in which case, by changing what."""

    source: str
    settings: tuple[str, ...]
    free: tuple[str, ...]
    outcome: str
    share: float
    at_most: bool
    runs: int
    seed: int
    engine: str

    def again(self) -> str:
        """The command that looks for it again."""
        words = ["sim reach", quote(self.source), f"--outcome {quote(self.outcome)}", f"--share {self.share:g}"]
        words += ["--at-most"] * self.at_most + [f"--free {quote(one)}" for one in self.free]
        return " ".join([*words, *self.set, f"-n {self.runs}", f"--seed {self.seed}"])

    @property
    def set(self) -> list[str]:
        """The settings, as they were given."""
        return [f"--set {quote(one)}" for one in self.settings]

    def changed(self, command: str, numbers: Mapping[str, float]) -> str:
        """A command on the case with these numbers."""
        changes = [f"--set {quote(f'{path}={value:g}')}" for path, value in numbers.items()]
        return " ".join([command, quote(self.source), f"-n {max(self.runs, 10_000)}", *self.set, *changes])


def show(order: Order, *, json: bool) -> None:
    """Look for it, and say what was found."""
    found = looked(order)
    if json:
        document(content(order, found))
    else:
        _page(out(), order, found)


def looked(order: Order) -> "Reach":
    """What was found."""
    from sim.analysis.reach import MOST_TRIALS, reach
    from sim.case import read

    case = read(order.source, order.settings)
    engine = engines.chosen(order.engine, order.runs * MOST_TRIALS)
    progress = Progress(err(), order.runs * MOST_TRIALS)
    if engine == "compiled":
        progress.wait("Compiling the rules, once.")
    try:
        with engines.lean(engine):
            return reach(
                case, order.outcome, order.share, order.free, order.runs, order.seed, at_most=order.at_most,
                engine=engine, progress=progress,
            )  # fmt: skip
    finally:
        progress.end()


def _page(page: Page, order: Order, found: "Reach") -> None:
    page.across(inked(found.case.title, "strong"), f"{found.ensembles} ensembles of {found.start.runs:,} runs")
    page.line()
    page.paragraph(sentence(found))
    if found.ways and found.ways[0].numbers:
        _way(page, found, found.ways[0], "The smallest change")
        for number, way in enumerate(found.ways[1:MOST_WAYS], 2):
            _way(page, found, way, f"As good, number {number}")
        if len(found.ways) > MOST_WAYS:
            page.line(inked(f"{len(found.ways) - MOST_WAYS} more are in --json.", "dim"))
    elif not found.ways:
        _way(page, found, found.best, "The best there is")
    page.line()
    page.paragraph(f"With other luck (seed {found.seed + 1}) it gives {in_words(*found.fresh)}.")
    if not found.complete:
        page.paragraph("The search ended because its trials were used up: there may be a smaller change.")
    advice.show(page, _next(order, found))
    page.paragraph(inked(_origin(found), "dim"))


def sentence(found: "Reach") -> str:
    """Whether it is within reach, in words."""
    from sim.analysis.words import quantity

    what, sign = quantity(found.outcome, found.case), "at most" if found.at_most else "at least"
    aim = f"“{what}” in {sign} {100 * found.share:g} % of the runs"
    start = f"As it is: {in_words(*found.start)}."
    if not found.ways:
        return f"{aim}: no change of these {len(found.rooms)} numbers was found that gives it. {start}"
    if not found.ways[0].numbers:
        return f"{aim} needs no change. {start}"
    others = len(found.ways) - 1
    more = (
        f" {others} other{'s are' if others > 1 else ' is'} as good: none asks less of every number." if others else ""
    )
    return f"{aim} is within reach. {start}{more}"


def _way(page: Page, found: "Reach", way: "Way", title: str) -> None:
    page.line()
    head = left(inked(title, "strong"), PATH) + right("size", SIZE) + right("share", SHARE)
    page.header(head)
    values = {room.path: room.value for room in found.rooms}
    rest = right(f"{way.size:.3f}", SIZE) + right(in_words(*way.count), SHARE)
    told = [f"{path} {values[path]:g} → {value:.4g}" for path, value in way.numbers.items()] or ["as it is"]
    for number, text in enumerate(told):
        for place, part in enumerate(wrapped(text, PATH - 1)):
            page.line(left(part, PATH) + (rest if not place and not number else ""))


def _next(order: Order, found: "Reach") -> Iterator[tuple[str, str]]:
    if order.source == "-":
        return
    numbers = (found.ways or (found.best,))[0].numbers
    if numbers:
        yield "With this change:", order.changed("sim run", numbers)
        if not order.settings:
            yield "In the same worlds:", order.changed("sim whatif", numbers)
    yield "This again:", order.again()


def _origin(found: "Reach") -> str:
    from sim.case import digest
    from sim.study import provenance

    version = f"sim {__version__}, results {provenance.RESULT_VERSION}"
    return f"{version}, scenario {digest(found.case)[:8]}, seed {found.seed}; size: parts of each number’s range"


def content(order: Order, found: "Reach") -> dict[str, object]:
    """The same as one document."""
    from sim.case import digest
    from sim.commands.tally.contents import share
    from sim.study import provenance

    def told(way: "Way") -> dict[str, object]:
        return {"numbers": dict(way.numbers), "size": way.size, **share(way.count)}

    return {
        "sim_version": __version__,
        "result_version": provenance.RESULT_VERSION,
        "scenario": {"name": order.source, "digest": digest(found.case)},
        "seed": found.seed,
        "replicates": found.start.runs,
        "outcome": found.outcome,
        "share": found.share,
        "at_most": found.at_most,
        "reached": found.reached,
        "complete": found.complete,
        "ensembles": found.ensembles,
        "free": {room.path: {"value": room.value, "low": room.low, "high": room.high} for room in found.rooms},
        "start": share(found.start),
        "ways": [told(way) for way in found.ways],
        "best": told(found.best),
        "fresh": {"seed": found.seed + 1, **share(found.fresh)},
    }
