"""The war outside, as it is known to all: where, how many are trapped, and which pause holds."""

from typing import TYPE_CHECKING

from sim.case.days import long, numbered
from sim.case.names import party
from sim.case.number import centre
from sim.case.quantities import people

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sim.case.front import Front


def war(ground: "Mapping[str, Front]") -> tuple[str, ...]:
    """A sentence or two for each front; who attacks how often is not told."""
    return tuple(
        f"{party(key, front)}: {_violence(front)}.{_trapped(front)}{_pause(front)}" for key, front in ground.items()
    )


def _violence(front: "Front") -> str:
    rate = centre(front.violence_per_day)
    if rate == 0:
        return "quiet, unless something provokes an attack"
    often = "daily" if rate >= 1 else "frequent" if rate >= 0.25 else "scattered"
    return f"{often} attacks; who made one is not always known"


def _trapped(front: "Front") -> str:
    return f" About {people(front.trapped)} people are trapped." if centre(front.trapped) else ""


def _pause(front: "Front") -> str:
    if not front.pause:
        return ""
    days, first = numbered(front.pause.days, "day"), long(front.pause.from_day)
    return f" A humanitarian pause of {days} begins on {first}; it may be prolonged."
