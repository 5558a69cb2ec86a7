"""The report on which numbers matter."""

from typing import TYPE_CHECKING

from sim import __version__
from sim.analysis.card import numbered
from sim.analysis.words import quantity
from sim.case import digest
from sim.plots import PLOTS
from sim.report.page import Report, Section, Table, rows
from sim.study.provenance import RESULT_VERSION

if TYPE_CHECKING:
    import pandas as pd

    from sim.analysis.sensitivity import Sensitivity


def report(found: "Sensitivity", command: str) -> Report:
    """Which numbers of a case matter for an outcome, alone and with others."""
    screening, picture = found.screening, PLOTS["sensitivity"](found)
    sections = [Section("What matters", (), picture, _table("Screening (Morris 1991)", screening.frame))]
    if found.indices is not None:
        sections.append(Section("Alone and with others", (), None, _table("Sobol indices", found.indices.frame)))
    case = screening.case
    return Report(
        title=picture.title,
        lead=found.sentence,
        compared=((case.title, f"what matters for: {quantity(screening.outcome, case)}"),),
        sure=(
            (
                f"{numbered(screening.trajectories, 'trajectory').replace('trajectorys', 'trajectories')} over "
                f"{numbered(len(screening.frame), 'number')}, {numbered(screening.runs, 'run')} at each point, seed "
                f"{screening.seed}."
            ),
        ),
        sections=tuple(sections),
        provenance=(
            f"sim {__version__}, results {RESULT_VERSION}; scenario {digest(case)[:8]}, seed {screening.seed}, digest "
            f"{screening.digest[:8]}."
        ),
        command=command,
    )


def _table(caption: str, frame: "pd.DataFrame") -> Table:
    numbers = [(path, *(f"{value:.4g}" if isinstance(value, float) else value for value in row)) for path, row in
               zip(frame.index, frame.itertuples(index=False, name=None), strict=True)]  # fmt: skip
    return Table(caption, ("number", *map(str, frame.columns)), rows(numbers))
