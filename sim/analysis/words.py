"""What endings, reasons and quantities are called in sentences and pictures."""

from collections.abc import Callable
from typing import Final

from sim.case import names
from sim.case.scenario import Scenario
from sim.case.text import visible
from sim.rules.endings import ENDINGS
from sim.rules.walkouts import REASONS

TIMES: Final = {
    "at_table": "time at the table",
    "walkout": "days that a walkout comes before the end",
    "agreement": "days that a deal comes before the end",
}


def quantity(name: str, case: Scenario) -> str:
    """What a quantity is called, such as ``walkout.any``; parties and thresholds as the case calls them."""
    kind, _, rest = name.partition(".")
    return visible(NAMED[kind](rest, case))


def ending(name: str, case: Scenario) -> str:
    """What an ending is called: ``next round dated``."""
    settled = case.agenda is None or case.agenda.settled
    return "no deal, no date" if settled and name == "adjourned_without_date" else ENDINGS[name].words


def party(key: str, case: Scenario) -> str:
    """What a delegation is called."""
    return names.party(key, case.delegations[key])


def threshold(key: str, case: Scenario) -> str:
    """What a threshold is called."""
    return names.topic(key, case.thresholds[key])


def _walkout(key: str, case: Scenario) -> str:
    return "walkout by anybody" if key == "any" else f"walkout: {party(key, case)}"


def _mean(name: str, case: Scenario) -> str:
    known = {key: party(key, case) for key in case.delegations}
    known |= {key: names.topic(key, issue) for key, issue in case.issues.items()}
    known |= {key: names.party(key, front) for key, front in case.ground.items()}
    first, *rest = name.split(".")
    return ", ".join([first.replace("_", " "), *(known[key] for key in rest)])


NAMED: Final[dict[str, Callable[[str, Scenario], str]]] = {
    "ending": ending,
    "walkout": _walkout,
    "reason": lambda name, _: f"walkout over {REASONS[name]}",
    "threshold": threshold,
    "mean": _mean,
    "time": lambda name, _: TIMES[name],
}
"""How each kind of quantity is called."""
