"""Whether what is kept is what is asked for: the same case, points, runs and seed, and rules with the same numbers."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from sim import __version__
from sim.case import Mistakes, Scenario, Unknown
from sim.case.reading import restored
from sim.study.archive import Archive
from sim.study.difference import listed
from sim.study.plan import Plan
from sim.study.provenance import RESULT_VERSION
from sim.study.store.standing import SCENARIO, SWEEP, key
from sim.study.terms import differing, plan_of, terms
from sim.study.trouble import Unusable

WAYS_OUT: Final = "Name another folder with --out, or start over with --fresh."


def refuse_other(folder: Path, page: Mapping[str, Any], plan: Plan, archive: Archive) -> None:
    """Refuse results of anything but this plan: which keys differ, and how."""
    if not page and archive.ledger.strangers:
        raise Unusable(f"{folder} holds a sweep of something else, and {SWEEP} is damaged or missing. {WAYS_OUT}")
    if page and page["result_version"] != RESULT_VERSION:
        raise Unusable(f"{made_by(folder, page)} {WAYS_OUT}")
    if page and key(page) != key(terms(plan)):
        lines = listed(list(differing(page, case_of(folder), plan)))
        raise Unusable("\n".join([f"{folder} holds a sweep of something else:", *lines, WAYS_OUT]))


def refuse_other_version(folder: Path, page: Mapping[str, Any]) -> None:
    """Refuse to play again what was played by rules that gave other numbers."""
    if page["result_version"] != RESULT_VERSION:
        raise Unusable(f"{made_by(folder, page)} It can be asked, but not played again.")


def plan_in(folder: Path, page: Mapping[str, Any]) -> Plan:
    """The plan of a folder. Raises Unusable if this version of sim cannot read its scenario any more."""
    case = case_of(folder)
    if case is None:
        version = page["sim_version"]
        raise Unusable(f"{folder / SCENARIO} cannot be read by sim {__version__}: use {version}.")
    return plan_of(page, case)


def case_of(folder: Path) -> Scenario | None:
    """The scenario of a folder, if it can be read."""
    try:
        return restored(str(folder / SCENARIO))
    except (Mistakes, Unknown):
        return None


def made_by(folder: Path, page: Mapping[str, Any]) -> str:
    """Say that a folder is of a version that gave other numbers."""
    made = f"{folder} was made by sim {page['sim_version']}, results {page['result_version']}"
    return f"{made}; this is sim {__version__}, results {RESULT_VERSION}, whose numbers are others."
