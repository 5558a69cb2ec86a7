"""What came of playing stored results again."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sim import __version__
from sim.case.days import numbered
from sim.commands.document import document
from sim.report.terminal.ink import inked
from sim.report.terminal.page import out

if TYPE_CHECKING:
    from sim.study.store import Results
    from sim.study.verification import Verdict

SHOWN = 20
"""More runs than this are counted, not listed."""


def tell(results: "Results", verdict: "Verdict") -> None:
    """Say whether all is the same, what is not, and where the results come from."""
    page = out()
    page.paragraph(_summary(results, verdict))
    for one in verdict.differences[:SHOWN]:
        page.paragraph(f"Chunk {one.chunk}, point {one.point}, replicate {one.replicate}: {one.what}", 2)
    if len(verdict.differences) > SHOWN:
        page.line("  and more, which --json lists")
    page.paragraph(inked(", ".join(_origin(results, verdict)), "dim"))


def as_document(results: "Results", verdict: "Verdict") -> None:
    """Print the same as a document."""
    from sim.study.provenance import RESULT_VERSION

    document(
        {
            "sim_version": __version__,
            "result_version": RESULT_VERSION,
            "folder": str(results.folder),
            "seed": results.plan.seed,
            "points": len(results.plan.points),
            "replicates": results.plan.runs,
            "digest": verdict.digest,
            "same": verdict.same,
            "wrong": verdict.wrong,
            "differences": [one._asdict() for one in verdict.differences],
        }
    )


def _summary(results: "Results", verdict: "Verdict") -> str:
    runs = f"{numbered(results.plan.size, 'run')} of {results.folder}"
    if verdict.same:
        return f"{runs} played again: all as they are kept, bit for bit."
    if verdict.wrong:
        return f"{runs} played again, and {verdict.wrong:,} not as they are kept. What differs:"
    return f"{runs} played again, all as they are kept; but their digest was noted as {results.digest[:8]}."


def _origin(results: "Results", verdict: "Verdict") -> Iterator[str]:
    from sim.case import digest
    from sim.study.provenance import RESULT_VERSION

    yield f"sim {__version__}"
    yield f"results {RESULT_VERSION}"
    yield f"scenario {digest(results.plan.scenario)[:8]}"
    yield f"seed {results.plan.seed}"
    yield f"{numbered(results.plan.runs, 'run')} a point"
    yield f"digest {verdict.digest[:8]}"
