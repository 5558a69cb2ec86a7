"""All sheets of a case, each under the name of its role."""

from typing import TYPE_CHECKING, Final

from sim import __version__
from sim.case.nearest import guess, nearest
from sim.case.place import Unknown
from sim.case.text import visible
from sim.case.writing import digest
from sim.classroom.handouts import delegation, facilitator, mediator, public, sponsor
from sim.classroom.handouts.known import known

if TYPE_CHECKING:
    from sim.case.scenario import Scenario
    from sim.report.handout import Sheet

OWN: Final = ("public", "mediator", "facilitator")
"""The roles that every case has."""


def sheets(case: "Scenario", name: str) -> "dict[str, Sheet]":
    """The sheets in the order in which they are handed out; `name` is what the case is called on the command line."""
    seen = known(case, f"sim {__version__} · {name} · {digest(case)[:12]}")
    made = {"public": public.sheet(seen)}
    for key, one in case.delegations.items():
        made[_free(key, made, "delegations")] = delegation.sheet(seen, key, one, case.agenda)
    for key, backer in case.sponsors.items():
        made[_free(key, made, "sponsors")] = sponsor.sheet(seen, key, backer)
    return made | {"mediator": mediator.sheet(seen, case.mediator), "facilitator": facilitator.sheet(seen, case)}


def of(role: str, made: "dict[str, Sheet]") -> "Sheet":
    """The sheet of one role. Raises Unknown, with the nearest name, where there is no such role."""
    if role not in made:
        raise Unknown(f"There is no role {visible(role)}. {guess(nearest(role, made), made)}")
    return made[role]


def _free(key: str, made: "dict[str, Sheet]", kind: str) -> str:
    """The key, or with its kind before it where a role of this name exists already: ``sponsors.mediator``."""
    return f"{kind}.{key}" if key in OWN or key in made else key
