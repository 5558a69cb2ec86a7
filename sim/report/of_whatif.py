"""The report on the same worlds with one change."""

from typing import TYPE_CHECKING

from sim.analysis.percentages import share
from sim.analysis.whatif import WORLDS
from sim.plots import PLOTS
from sim.report import of_comparison, tables
from sim.report.page import Report, Section, Table, rows

if TYPE_CHECKING:
    from sim.analysis.whatif import WhatIf


def report(found: "WhatIf", command: str) -> Report:
    """In how many of the same worlds a walkout is averted or caused, and how the endings shift."""
    both, worlds = found.comparison, found.worlds
    picture = PLOTS["comparison"](both)
    lead = (
        f"In the same worlds, a walkout is averted in {share(*worlds['averted'])} and caused in "
        f"{share(*worlds['caused'])}. {both.sentence}"
    )
    kinds = rows([(name, WORLDS[name], share(*one)) for name, one in worlds.items()])
    return Report(
        title=picture.title,
        lead=lead,
        compared=(("as it is", found.before.case.title), ("with the change", ", ".join(found.changes))),
        sure=of_comparison.sure(both),
        sections=(
            Section("The same worlds", (), picture, Table("What became of them", ("world", "that is", "share"), kinds)),
            Section("What became of what", (), None, tables.flips(both)),
            Section("All differences", (), None, tables.differences(both, ("",))),
            Section("When, as it is", (), PLOTS["duration"](found.before), tables.endings(found.before)),
            Section("When, with the change", (), PLOTS["duration"](found.after), tables.endings(found.after)),
        ),
        provenance=tables.provenance([found.before, found.after]),
        command=command,
    )
