"""The headline of a debrief: how many tables ended as such talks most often do."""

from typing import TYPE_CHECKING

from sim.analysis import counts
from sim.analysis.intervals import wilson
from sim.report.story.counts import spelled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sim.analysis.ensemble import Ensemble
    from sim.classroom.lesson.ended import Played

SO = "ended as such talks most often do"


def headline(tables: "Sequence[Played]", simulated: "Ensemble | None") -> str:
    """The finding, of the tables at which people sat; without simulated talks only what there is to see."""
    own = [one for one in tables if one.people]
    if not own:
        return "Nobody sat at a table: this is how the rules played"
    if simulated is None:
        return f"How your {spelled(len(own))} tables ended" if len(own) > 1 else "How your table ended"
    most = commonest(simulated)
    return counted(sum(one.ending in most for one in own), len(own))


def commonest(simulated: "Ensemble") -> set[str]:
    """The ending that is most frequent, and those that so many runs cannot tell apart from it."""
    often = counts.endings(simulated.columns)
    least = wilson(*max(often.values(), key=lambda one: one.times))[0]
    return {name for name, one in often.items() if wilson(*one)[1] >= least}


def counted(same: int, tables: int) -> str:
    """``Three of your six tables ended as such talks most often do``."""
    if tables == 1:
        return f"Your table {SO}" if same else "Your table did not end as such talks most often do"
    if same == tables:
        return f"All of your {spelled(tables)} tables {SO}"
    how_many = spelled(same).capitalize() if same else "None"
    return f"{how_many} of your {spelled(tables)} tables {SO}"
