"""What a study of sensitivity came to, on a page or as a document."""

from collections.abc import Iterator
from shlex import quote
from typing import TYPE_CHECKING, Any

from sim import __version__
from sim.analysis import response
from sim.analysis.card import numbered
from sim.analysis.influence import between, listed, moves, signed
from sim.analysis.wholes import touched
from sim.commands import advice
from sim.commands.sensitivity_order import SensitivityOrder
from sim.report.terminal.bars import length
from sim.report.terminal.cells import WIDTH, left, right
from sim.report.terminal.ink import inked
from sim.report.terminal.page import Page

if TYPE_CHECKING:
    from sim.analysis.indices import Indices
    from sim.analysis.screening import Screening
    from sim.analysis.sensitivity import Sensitivity

MOST = 20
"""More numbers than this are not listed on a page; ``--json`` has all."""
BAR = 24
INDEX = 20
CHANGE, WAY, SPREAD = 32, 10, 10


def show(page: Page, order: SensitivityOrder, found: "Sensitivity") -> None:
    """Print the numbers, strongest first, what they explain, what that means, and what to try next."""
    screening = found.screening
    points = screening.trajectories * (len(screening.frame) + 1)
    page.across(inked(screening.case.title, "strong"), f"{points:,} points, {points * screening.runs:,} runs")
    page.line()
    _screening(page, screening)
    if found.indices is not None:
        page.line()
        _indices(page, found.indices)
    page.line()
    page.paragraph(found.sentence)
    page.paragraph(f"The sweeps are in {order.folder}.")
    advice.show(page, _next(order, screening))
    page.paragraph(inked(", ".join(_origin(found)), "dim"))


def _screening(page: Page, screening: "Screening") -> None:
    page.paragraph(f"What moves {response.in_words(screening.case, screening.outcome)}")
    heads = right("95 % interval", CHANGE) + right("way", WAY) + right("spread", SPREAD)
    page.header(inked("Mean change over its range", "strong"), heads.lstrip())
    share = response.is_share(screening.outcome)
    rows = screening.frame.loc[screening.shown]
    most = float(rows["mu_star"].max()) if len(rows) else 0.0
    for path, row in rows.head(MOST).iterrows():
        page.across(str(path), between(row["low"], row["high"]))
        drawn = left(inked(length(row["mu_star"] / most, BAR), "outcome"), BAR + 2)
        change = signed(row["mu_star"], row["mu_star_low"], row["mu_star_high"], share=share)
        spread = f"{row['sigma'] * (100 if share else 1):.3g}"
        page.line(f"  {drawn}{right(change, CHANGE)}{right(moves(row), WAY)}{right(spread, SPREAD)}")
    _rest(page, screening)
    if len(rows):
        page.paragraph("Where the spread is as large as the change, it depends on what the other numbers are.")


def _rest(page: Page, screening: "Screening") -> None:
    shown = len(screening.shown)
    if shown > MOST:
        page.paragraph(f"and {shown - MOST} more: --json has them.")
    if hidden := len(screening.frame) - shown:
        page.paragraph(f"No influence shown: {numbered(hidden, 'other number' if shown else 'number')}.")
    for path, why in screening.left_out:
        page.paragraph(f"Left out: {path}. {why}")


def _indices(page: Page, indices: "Indices") -> None:
    head = right("alone", INDEX) + right("with the others", INDEX + 2)
    page.header(inked("Share of the variance", "strong"), head)
    for path, row in indices.frame.iterrows():
        page.line(str(path))
        drawn = left(inked(length(min(1.0, max(0.0, row["total"])), BAR), "outcome"), BAR + 2)
        both = (_index(row[name], row[f"{name}_low"], row[f"{name}_high"]) for name in ("first", "total"))
        page.line(f"  {drawn}" + "".join(right(each, WIDTH // 2 - BAR // 2 - 2) for each in both))


def _index(value: float, low: float, high: float) -> str:
    return f"{value:.2f} ({low:.2f} to {high:.2f})".replace("-", "−")


def _next(order: SensitivityOrder, screening: "Screening") -> Iterator[tuple[str, str]]:
    folder = quote(str(order.folder / "screening"))
    free = [path for path in screening.shown if not touched(screening.case, [path])]
    if order.source != "-" and free:
        top = screening.frame.loc[free[0]]
        yield "Along one of them:", order.swept(free[0], top["low"], top["high"])
        yield "The same worlds, it changed:", order.changed(free[0], top["high"])
    yield "What can be asked for:", f"sim query {folder} --schema"
    yield "This study again:", order.again()


def _origin(found: "Sensitivity") -> Iterator[str]:
    from sim.case import digest
    from sim.study.provenance import RESULT_VERSION

    screening = found.screening
    yield f"sim {__version__}, results {RESULT_VERSION}, scenario {digest(screening.case)[:8]}, seed {screening.seed}"
    yield f"{screening.trajectories} trajectories"
    digests = [screening.digest[:8], *([found.indices.digest[:8]] if found.indices else [])]
    yield f"digest {listed(digests)}"


def content(order: SensitivityOrder, found: "Sensitivity") -> dict[str, object]:
    """A study as a document."""
    from sim.case import digest
    from sim.study.provenance import RESULT_VERSION

    screening, indices = found.screening, found.indices
    return {
        "sim_version": __version__,
        "result_version": RESULT_VERSION,
        "scenario": {"name": order.source, "digest": digest(screening.case)},
        "seed": order.seed,
        "outcome": order.outcome,
        "replicates": order.runs,
        "trajectories": order.trajectories,
        "points": order.points if indices else None,
        "folder": str(order.folder),
        "digest": {"screening": screening.digest, "indices": indices.digest if indices else None},
        "screening": list(_rows(screening.frame)),
        "left_out": [each._asdict() for each in screening.left_out],
        "indices": list(_rows(indices.frame)) if indices else None,
        "words": found.sentence,
    }


def _rows(frame: Any) -> Iterator[dict[str, object]]:  # noqa: ANN401 - pandas tells no types
    for path, row in frame.iterrows():
        yield {"path": path, **row.to_dict()}
