"""The report on a comparison."""

from typing import TYPE_CHECKING

from sim.analysis.card import numbered
from sim.plots import PLOTS
from sim.report import tables
from sim.report.page import Report, Section

if TYPE_CHECKING:
    from sim.analysis.comparison import Comparison


def report(found: "Comparison", command: str) -> Report:
    """Outcome distributions side by side: what differs, when, and what became of what."""
    picture = PLOTS["comparison"](found)
    several = zip(found.labels, found.ensembles, strict=True)
    return Report(
        title=picture.title,
        lead=found.sentence,
        compared=tuple((label, one.case.title) for label, one in several),
        sure=sure(found),
        sections=(
            Section("Endings", (), picture, tables.differences(found, ("ending.",))),
            *(
                Section(f"When: {label}", (), PLOTS["duration"](one), tables.endings(one))
                for label, one in list(zip(found.labels, found.ensembles, strict=True))[:MOST]
            ),
            Section("Walkouts", (WALKOUTS,), None, tables.differences(found, ("walkout.", "reason."))),
            Section("What is reached", (), None, tables.differences(found, ("threshold.",))),
            Section("Means and times", (TIMES,), None, tables.differences(found, ("mean.", "time."))),
            *became(found),
        ),
        provenance=tables.provenance(found.ensembles),
        command=command,
    )


MOST = 3
WALKOUTS = "Who walks out, in what share of the runs, and over what."
TIMES = (
    "Means of what is an amount, and of times in days. A walkout or a deal that comes a day earlier counts a day more; "
    "one that does not come counts none. For the time at the table p is that of a log-rank test."
)


def sure(found: "Comparison") -> tuple[str, ...]:
    """How many runs, whether they are paired, and how differences are tested."""
    runs = ", ".join(sorted({numbered(one.runs, "run") for one in found.ensembles}))
    seeds = ", ".join(sorted({one.luck for one in found.ensembles}))
    paired = (
        "Runs are compared world by world: the same seed gives each the same luck. Intervals of shares are Bonett and "
        "Price’s, tests McNemar’s (mid-p)."
        if found.paired
        else "Runs are not compared world by world. Intervals of shares are Newcombe’s, tests score tests."
    )
    return (
        f"{runs} of each, {seeds}. Intervals are 95 %.", paired,
        "Where many things are compared, p is corrected for that (Holm).",
    )  # fmt: skip


def became(found: "Comparison") -> list[Section]:
    """What became of what, for each of the others that sees the same luck."""
    return [
        Section(f"The same worlds: {found.labels[place]}", (), None, tables.flips(found, place))
        for place in range(1, len(found.labels))
        if found.flips(place)
    ][:MOST]
