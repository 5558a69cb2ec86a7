"""Concessions: the tactics and what they do to trust (rule 12)."""

from collections.abc import Callable

from tests.second.agenda import work
from tests.second.state import Run, mean, resolve, utility

STYLES = {"facilitation": 1.5, "formulation": 1.0, "manipulation": 0.5}
Tactic = Callable[[Run, str, str], float]


def concede(run: Run) -> None:
    """Rule 12: all move at once, from the state before the session; what is given is not taken back."""
    pace = 1.0 if run.joint else run.world["behaviour"]["shuttle"]
    steps = {name: {issue: pace * moved(run, name, issue) for issue in run.open_issues} for name in run.names}
    for name in run.names:
        run.step[name] = dict.fromkeys(run.world["issues"], 0.0) | steps[name]
        for issue, step in steps[name].items():
            run.concession[name][issue] += step
    for name in run.names:
        reward(run, name)


def moved(run: Run, name: str, issue: str) -> float:
    """Rule 12: how far a delegation moves on an issue in a whole session face to face."""
    share = work(run, issue)
    if share == 0:
        return 0.0
    target = TACTICS[run.world["delegations"][name]["tactic"]["name"]](run, name, issue)
    return share * max(0.0, min(1.0, target) - run.concession[name][issue])


def reward(run: Run, name: str) -> None:
    """Rule 12: concessions build trust."""
    rate = run.world["behaviour"]["trust_gain"] * STYLES[run.world["mediator"]["style"]]
    for other, trust in run.trust[name].items():
        given = 0.0
        for issue, step in run.step[other].items():
            given += run.position(other, issue)["salience"] * step
        run.trust[name][other] = trust + rate * given * (1 - trust)


def time_dependent(run: Run, name: str, issue: str) -> float:
    """Rule 12: part clock, part answer."""
    tactic, due = run.world["delegations"][name]["tactic"], run.world["issues"][issue]["deadline"]
    clock = 1.0 if due <= run.day else min(1.0, (run.day + 1) / (due + 1)) ** (1 / tactic["beta"])
    answer = mean([trust * run.concession[other][issue] for other, trust in run.trust[name].items()])
    own = clock * max(0.0, 1 - resolve(run, name))
    return float((1 - tactic["reciprocity"]) * own + tactic["reciprocity"] * answer)


def fixed(run: Run, name: str, issue: str) -> float:
    """Rule 12: never move."""
    del run, name, issue
    return 0.0


def tit_for_tat(run: Run, name: str, issue: str) -> float:
    """Rule 12: answer the others' last steps as far as one trusts them."""
    steps = [trust * run.step[other][issue] for other, trust in run.trust[name].items()]
    return run.concession[name][issue] + mean(steps)


def zeuthen(run: Run, name: str, issue: str) -> float:
    """Rule 12: whoever risks less by a breakdown yields, just enough."""
    own = run.concession[name][issue]
    risks = risk(run, issue, {})
    if risks[name] > min(risks.values()) or risks[name] <= 0:
        return own
    for k in range(101):
        if k / 100 > own:
            risks = risk(run, issue, {name: k / 100})
            if risks[name] <= 0 or risks[name] > min(risks[other] for other in run.trust[name]):
                return k / 100
    return own


def risk(run: Run, issue: str, instead: dict[str, float]) -> dict[str, float]:
    """Rule 12: the risk of a breakdown that each is ready to run (Zeuthen 1930)."""
    offers = {}
    for name in run.names:
        position = run.position(name, issue)
        conceded = instead.get(name, run.concession[name][issue])
        offers[name] = position["ideal"] + conceded * (position["limit"] - position["ideal"])
    return {name: risk_of(run, name, issue, offers) for name in run.names}


def risk_of(run: Run, name: str, issue: str, offers: dict[str, float]) -> float:
    """Rule 12: what a delegation loses by taking the others' offers, against what a breakdown costs it."""
    position = run.position(name, issue)
    own = utility(position, offers[name])
    theirs = mean([utility(position, offers[other]) for other in run.trust[name]])
    stake = own - utility(position, position["limit"])
    return (own - theirs) / stake if stake else 1.0


TACTICS: dict[str, Tactic] = {
    "time_dependent": time_dependent,
    "fixed": fixed,
    "tit_for_tat": tit_for_tat,
    "zeuthen": zeuthen,
}
