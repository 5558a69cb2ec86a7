"""A case and the same with a change are played in the same worlds, and what became of them is shown."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Final

from sim import __version__
from sim.analysis.percentages import ends, per_cent
from sim.analysis.verdict import points
from sim.analysis.words import ending
from sim.case.days import numbered, short
from sim.commands import advice, sides
from sim.commands.document import document
from sim.commands.drawn import drawn, refuse, written
from sim.report.terminal.bars import length, sparkline
from sim.report.terminal.cells import left, right, wrapped
from sim.report.terminal.ink import inked
from sim.report.terminal.page import Page, out

if TYPE_CHECKING:
    from sim.analysis.whatif import WhatIf

NAME: Final = 42
MOST_FLIPS: Final = 5
INKS: Final = {"averted": "reached", "caused": "walkout", "changed": "outcome", "same": "dim"}


@dataclass(frozen=True)
class Order:
    """The scenario as it was named, what is changed in it, and how it is played."""

    source: str
    settings: tuple[str, ...]
    without: tuple[str, ...]
    runs: int
    seed: int
    engine: str

    def again(self, *more: str) -> str:
        """The command that does the same again, with these options."""
        changes = [f"--set {quote(one)}" for one in self.settings] + [f"--without {quote(one)}" for one in self.without]
        name = quote(self.source)
        return " ".join(["sim whatif", name, f"-n {self.runs}", f"--seed {self.seed}", *changes, *more])


def show(order: Order, plot: Path | None, report: Path | None, *, json: bool) -> None:
    """Play both, and say what became of the same worlds."""
    refuse(plot, report)
    found = played(order)
    drawn(plot, "comparison", found.comparison)
    written(report, found, order.again())
    if json:
        document(content(order, found))
    else:
        _page(out(), order, found)


def played(order: Order) -> "WhatIf":
    """The case and the changed one, both read before the first run."""
    from sim.analysis.whatif import WhatIf, changed
    from sim.case import read
    from sim.talks.seating import seat

    before = read(order.source)
    changes = changed(before, order.settings, order.without)
    seats = [seat(before), seat(read(order.source, changes))]
    one, other = sides.played(seats, order.seed, order.runs, order.engine)
    return WhatIf(one, other, changes)


def _page(page: Page, order: Order, found: "WhatIf") -> None:
    page.across(inked(found.before.case.title, "strong"), numbered(found.before.runs, "world"))
    page.paragraph("with " + ", ".join(found.changes))
    page.line()
    _worlds(page, found)
    _flips(page, found)
    _parting(page, found)
    page.line()
    page.paragraph(sentence(found))
    advice.show(page, _next(order, found))
    page.paragraph(inked(_origin(found), "dim"))


def _worlds(page: Page, found: "WhatIf") -> None:
    from sim.analysis.whatif import WORLDS

    head = left(inked("In the same worlds", "strong"), NAME) + right("share", 8) + " " * 14 + right("95 % interval", 16)
    page.header(head)
    for name, one in found.worlds.items():
        bar = left("  " + inked(length(one.times / one.runs, 12), INKS[name]), 14)
        rest = right(per_cent(*one), 8) + bar + right(ends(*one), 16)
        for place, part in enumerate(wrapped(f"{name}: {WORLDS[name]}", NAME - 1)):
            page.line(left(part, NAME) + (rest if not place else ""))


def _flips(page: Page, found: "WhatIf") -> None:
    case = found.before.case
    if found.flips:
        page.line()
        page.header(inked("What became of what", "strong"), "share of all")
        for one in found.flips[:MOST_FLIPS]:
            share = f"{per_cent(*one.worlds)} ({ends(*one.worlds)})"
            page.across(f"{ending(one.before, case)} → {ending(one.after, case)}", share)


def _parting(page: Page, found: "WhatIf") -> None:
    """When the two courses part, as a small chart."""
    days = found.parting[found.parting >= 0]
    page.line()
    never = len(found.parting) - len(days)
    page.header(inked("When the talks go another way", "strong"), f"first {numbered(len(found.parting), 'world')}")
    if len(days):
        from sim.analysis.means import spread

        middle, date = spread(days), found.before.seated.date_of
        low, median, high = (
            short(date(int(one))).partition(" ")[2] for one in (middle.low, middle.median, middle.high)
        )
        counts = [int((days == day).sum()) for day in range(int(days.min()), int(days.max()) + 1)]
        page.line(inked(sparkline(counts[:60]), "outcome"))
        first = short(date(int(days.min()))).partition(" ")[2]
        page.paragraph(f"from {first} on; half of them by {median}, the middle half from {low} to {high}")
    page.paragraph(inked(f"In {never} of them they go the same way.", "dim"))


def sentence(found: "WhatIf") -> str:
    """What the change does to walkouts, in words."""
    one = found.comparison.of(1)["walkout.any"]
    runs = found.before.runs
    if not one.is_shown:
        detectable = f"{100 * one.detectable:.1f}"
        return f"No difference in walkouts shown by {runs:,} worlds; one of {detectable} points most likely would be."
    how = "rarer" if one.difference < 0 else "more frequent"
    return (
        f"The change makes walkouts {how}: {100 * one.b:.1f} % against "
        f"{100 * one.a:.1f} %, {points(one.difference)} points ({points(one.low)} to {points(one.high)})."
    )


def _next(order: Order, found: "WhatIf") -> Iterator[tuple[str, str]]:
    if order.source == "-":
        return
    changes = " ".join(f"--set {quote(one)}" for one in found.changes)
    for kind, replicate in found.examples:
        run = f"sim run {quote(order.source)} --seed {order.seed} --replicate {replicate}"
        yield f"One that is {kind}, before:", run
        yield "and after:", f"{run} {changes}"
    yield "This again:", order.again()


def _origin(found: "WhatIf") -> str:
    from sim.case import digest
    from sim.study import provenance

    cases = f"scenario {digest(found.before.case)[:8]} and {digest(found.after.case)[:8]}"
    digests = f"digest {found.before.digest[:8]} and {found.after.digest[:8]}"
    version = f"sim {__version__}, results {provenance.RESULT_VERSION}"
    return f"{version}, {cases}, seed {found.before.seed}, {digests}"


def content(order: Order, found: "WhatIf") -> dict[str, object]:
    """The same as one document."""
    from sim.case import digest
    from sim.commands.comparing import difference
    from sim.commands.tally.contents import share
    from sim.study import provenance

    return {
        "sim_version": __version__,
        "result_version": provenance.RESULT_VERSION,
        "scenario": {"name": order.source, "digest": digest(found.before.case)},
        "changed": {"changes": list(found.changes), "digest": digest(found.after.case)},
        "seed": order.seed,
        "replicates": order.runs,
        "worlds": {name: share(one) for name, one in found.worlds.items()},
        "flips": [{"from": one.before, "to": one.after, **share(one.worlds)} for one in found.flips],
        "parting": [
            None if day < 0 else found.before.seated.date_of(day).isoformat() for day in found.parting.tolist()
        ],
        "examples": [{"world": name, "replicate": replicate} for name, replicate in found.examples],
        "differences": [difference(one) for one in found.comparison.differences],
    }
