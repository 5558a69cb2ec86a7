"""Cases side by side: shares of the first, and what differs in each of the others."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from sim import __version__
from sim.analysis.percentages import FEW, ends, per_cent
from sim.analysis.verdict import points
from sim.analysis.words import ending, quantity
from sim.case.days import numbered, short
from sim.commands import advice
from sim.report.terminal.bars import length
from sim.report.terminal.cells import WIDTH, left, right, width, wrapped
from sim.report.terminal.ink import inked
from sim.report.terminal.page import Page

if TYPE_CHECKING:
    from sim.analysis.comparison import Comparison
    from sim.analysis.difference import Difference
    from sim.analysis.ensemble import Ensemble
    from sim.commands.comparing import Order

NAME, BAR, DIFFERENCE, AMOUNT = 26, 14, 12, 30
KINDS: Final = {
    "How the talks end": ("ending.",),
    "Who walks out, and why": ("walkout.", "reason."),
    "What is reached": ("threshold.",),
}
MOST_FLIPS: Final = 6
MOST_MEANS: Final = 8
QUARTERS: Final = (0.25, 0.5, 0.75, 1 - 1e-12)


def show(page: Page, comparison: "Comparison", order: "Order") -> None:
    """Print the comparison with each of the others, what became of what, and the sentence."""
    first = comparison.ensembles[0]
    page.across(inked(comparison.labels[0], "strong"), numbered(first.runs, "run"))
    for place in range(1, len(comparison.labels)):
        _with(page, comparison, place)
    page.line()
    page.paragraph(comparison.sentence)
    advice.show(page, _next(order))
    page.paragraph(inked(_origin(comparison), "dim"))


def _with(page: Page, comparison: "Comparison", place: int) -> None:
    """One of the others against the first."""
    page.across(inked(f"against {comparison.labels[place]}", "strong"), _luck(comparison, place))
    found = comparison.of(place)
    for title, kinds in KINDS.items():
        rows = [one for name, one in found.items() if name.startswith(kinds)]
        if rows:
            page.line()
            _table(page, title, rows, comparison, place)
    _means(page, [one for one in found.values() if not one.is_share and one.is_shown], comparison)
    _when(page, comparison, place)
    _flips(page, comparison, place)


def _luck(comparison: "Comparison", place: int) -> str:
    """Whether runs are compared world by world, and how many there are of the other where they are not as many."""
    first, other = comparison.ensembles[0], comparison.ensembles[place]
    several = f"{numbered(other.runs, 'run')}, " if other.runs != first.runs else ""
    return several + ("the same worlds" if comparison.is_paired(place) else "other luck: runs are not paired")


def _table(page: Page, title: str, rows: "list[Difference]", comparison: "Comparison", place: int) -> None:
    head = left(inked(title, "strong"), NAME) + right("first", 7) + " " * BAR
    page.header(head + right("other", 7) + right("points", DIFFERENCE) + right("95 % interval", 14))
    runs = comparison.ensembles[0].runs, comparison.ensembles[place].runs
    for one in rows:
        if one.a or one.b or one.quantity.startswith("ending."):
            _share(page, one, quantity(one.quantity, comparison.ensembles[0].case), runs)


def _share(page: Page, one: "Difference", name: str, runs: tuple[int, int]) -> None:
    before, after = (right(per_cent(round(each * of), of), 7) for each, of in zip((one.a, one.b), runs, strict=True))
    bar = left(" " + inked(length(one.a, BAR - 2), "outcome"), BAR + 14 - width(before) - width(after))
    mark = "●" if one.is_shown else "○"
    interval = f"{points(one.low)} to {points(one.high)}"
    rest = before + bar + after + right(f"{mark} {points(one.difference)}", DIFFERENCE) + right(interval, 14)
    _row(page, name, rest)


def _row(page: Page, name: str, rest: str) -> None:
    for place, part in enumerate(wrapped(name, NAME - 1)):
        page.line(left(part, NAME) + (rest if not place else ""))


def _means(page: Page, rows: "list[Difference]", comparison: "Comparison") -> None:
    """The means that differ, the largest effects first."""
    if not rows:
        return
    page.line()
    page.header(left(inked("What differs in the mean", "strong"), AMOUNT) + _four("first", "other", "more", "interval"))
    case = comparison.ensembles[0].case
    for one in sorted(rows, key=lambda one: -abs(one.effect))[:MOST_MEANS]:
        numbers = [_amount(each) for each in (one.a, one.b, one.difference)]
        rest = _four(*numbers, f"{_amount(one.low)} to {_amount(one.high)}")
        for place, part in enumerate(wrapped(quantity(one.quantity, case), AMOUNT - 1)):
            page.line(left(part, AMOUNT) + (rest if not place else ""))


def _four(*texts: str) -> str:
    return "".join(right(text, cells) for text, cells in zip(texts, (9, 9, 10, 22), strict=True))


def _amount(value: float) -> str:
    text = f"{value:.3g}" if abs(value) < 1000 else f"{value:,.0f}"
    return text.replace("-", "−")


def _when(page: Page, comparison: "Comparison", place: int) -> None:
    """When the parties leave the table, of each."""
    page.line()
    page.header(inked("When they leave the table", "strong"), "walked out by")
    for each in (0, place):
        _row(page, comparison.labels[each], _by_day(comparison.ensembles[each]))
    p = comparison.of(place)["time.at_table"].p
    told = "leave it at another pace" if p < 0.05 else "are not shown to leave it at another pace"
    page.paragraph(inked(f"They {told} (log-rank, p {_p(p)}).", "dim"))


def _by_day(one: "Ensemble") -> str:
    """The days by which a quarter of those who walk out have done so, half, three quarters, all."""
    from sim.analysis import duration

    days, share = duration.course(one).walked[:2]
    if not len(days):
        return right("nobody walks out", WIDTH - NAME)
    found = dict.fromkeys(int((share < part * share[-1]).sum()) for part in QUARTERS)
    cells = (WIDTH - NAME) // len(QUARTERS)
    told = [f"{short(one.seated.date_of(int(days[at]))).partition(' ')[2]} {_whole(share[at])}" for at in found]
    return "".join(right(text, cells) for text in told)


def _whole(share: float) -> str:
    """A share that has four cells at most before its sign: a decimal only below 10 %."""
    return f"{100 * share:.{0 if share >= 0.0995 else 1}f} %"


def _flips(page: Page, comparison: "Comparison", place: int) -> None:
    """What became of what in the same worlds."""
    flips, case = comparison.flips(place), comparison.ensembles[0].case
    if not flips:
        return
    page.line()
    page.header(inked("What became of what, in the same worlds", "strong"), "share of all")
    for one in flips[:MOST_FLIPS]:
        share = per_cent(*one.worlds) + (f" ({ends(*one.worlds)})" if one.worlds.runs >= FEW else "")
        page.across(f"{ending(one.before, case)} → {ending(one.after, case)}", share)
    if len(flips) > MOST_FLIPS:
        page.line(inked(f"{len(flips) - MOST_FLIPS} rarer ones are left out.", "dim"))


def _p(value: float) -> str:
    return "< 0.0001" if value < 0.0001 else f"{value:.2g}"


def _next(order: "Order") -> Iterator[tuple[str, str]]:
    if "-" in order.sources:
        return
    yield "As a picture:", order.again("--plot comparison.svg")
    yield "As a page:", order.again("--report comparison.html")
    yield "This again:", order.again()


def _origin(comparison: "Comparison") -> str:
    from sim.case import digest
    from sim.study import provenance

    each = [
        f"{label}: scenario {digest(one.case)[:8]}, {one.luck}, digest {one.digest[:8]}"
        for label, one in zip(comparison.labels, comparison.ensembles, strict=True)
    ]
    return f"sim {__version__}, results {provenance.RESULT_VERSION}; {'; '.join(each)}"
