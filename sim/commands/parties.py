"""Who negotiates, who stands behind whom, and who is in the chair."""

from inspect import getdoc
from typing import TYPE_CHECKING

from sim.case.days import listed
from sim.case.names import party
from sim.case.quantities import quantity
from sim.report.terminal.ink import inked, side
from sim.report.terminal.page import Page
from sim.rules.styles import STYLES
from sim.rules.tactics import TACTICS

if TYPE_CHECKING:
    from sim.case.delegation import Delegation, Tactic
    from sim.case.mediator import Mediator
    from sim.case.number import Number
    from sim.case.scenario import Scenario


def show(page: Page, case: "Scenario") -> None:
    """Show each delegation with its backers, then the mediator and the great powers."""
    page.header("Who negotiates")
    for place, (key, delegation) in enumerate(case.delegations.items()):
        page.said(inked(party(key, delegation), side(place)), _temper(delegation, case))
        for line in (_tactic(delegation.tactic), *_backers(key, case)):
            page.said("", line)
    page.said(inked(case.mediator.name, "mediator"), _chair(case.mediator))
    if case.sponsors or case.council:
        page.said("The powers", _powers(case))


def _temper(delegation: "Delegation", case: "Scenario") -> str:
    return (
        f"Trust {_trust(delegation.trust, case)}, grievance {quantity(delegation.grievance)}. "
        f"An agenda must suit it by {quantity(delegation.agenda_demand)}; before it names a date it wants "
        f"{quantity(delegation.required_progress)} of progress."
    )


def _trust(trust: "Number | dict[str, Number]", case: "Scenario") -> str:
    if not isinstance(trust, dict):
        return quantity(trust)
    return listed([f"{quantity(value)} in {party(key, case.delegations[key])}" for key, value in trust.items()])


def _tactic(tactic: "Tactic") -> str:
    """The tactic in the words of its own rule, with the numbers that it takes."""
    first, _, _ = (getdoc(TACTICS[tactic.name]) or "").partition("\n")
    timed = f" (beta {quantity(tactic.beta)}, reciprocity {quantity(tactic.reciprocity)})"
    numbers = timed if tactic.name == "time_dependent" else ""
    return f"Tactic {tactic.name.replace('_', ' ')}{numbers}: {first[:1].lower()}{first[1:]}"


def _backers(delegation: str, case: "Scenario") -> list[str]:
    """Name its sponsors in one sentence, if it has any."""
    backers = [
        f"{party(key, sponsor)} (leverage {quantity(hold)}, commitment {quantity(sponsor.commitment)})"
        for key, sponsor in case.sponsors.items()
        if (hold := sponsor.leverage.get(delegation, 0.0))
    ]
    return [f"Behind it: {listed(backers)}."] if backers else []


def _chair(mediator: "Mediator") -> str:
    pressure = f" ({quantity(mediator.leverage)})" if STYLES[mediator.style].presses else ""
    theory = f" Its texts are settled by {mediator.settlement.replace('_', ' ')}." if mediator.settlement else ""
    return (
        f"mediates by {mediator.style}: {STYLES[mediator.style].meaning}{pressure}.{theory} One room from an "
        f"atmosphere of {quantity(mediator.joint_above)}, no session below {quantity(mediator.suspend_below)}."
    )


def _powers(case: "Scenario") -> str:
    proposing = [party(key, sponsor) for key, sponsor in case.sponsors.items() if sponsor.proposes_meetings]
    meetings = f" A meeting of all may be proposed by {listed(proposing, 'or')}." if proposing else ""
    return f"Cooperation of the great powers {quantity(case.great_powers.cooperation)}.{meetings}"
