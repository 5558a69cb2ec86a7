"""What the second implementation says of a run, under the names of the outcome's columns."""

from typing import Any

from sim.rules.endings import ENDINGS
from sim.rules.walkouts import REASONS
from sim.talks.records import Rows
from sim.talks.seating import Seated
from tests.model.cases import NEVER, World

Told = dict[str, Any]


def day(value: int | None) -> int:
    """Write a day that never came as the columns do."""
    return NEVER if value is None else value


def of_the_room(run: World) -> Told:
    return {
        "ending": list(ENDINGS).index(run["ending"]) if run["ending"] else -1,
        "last_day": run["last_day"],
        "progress": run["progress"],
        "list_agreed_on": day(run["list_day"]),
        "order_agreed_on": day(run["order_day"]),
        "order": run["order"],
        "next_round_agreed_on": day(run["date_day"]),
        "next_round_opened_on": day(run["opened_day"]),
        "meetings": len(run["meetings"]),
        "cooperation": run["cooperation"],
        "adopted_on": day(run["adopted_day"]),
        "strength": run["strength"],
        "attacks": run["attacks"],
        "established": run["established"],
    }


def of_a_delegation(run: World, name: str) -> Told:
    left = [(when, why) for who, when, why in run["walkouts"] if who == name]
    when, why = left[0] if left else (NEVER, "")
    said = {
        "walkouts": len(left),
        "walked_on": when,
        "walked_over": list(REASONS).index(why.replace(" ", "_")) if why else -1,
        "returns": sum(who == name for who, _ in run["returns"]),
        "no_shows": sum(who == name for who, _ in run["no_shows"]),
        "grievance": run["grievance"][name],
    }
    about = {f"{key}.{name}": value for key, value in said.items()}
    for other, trust in run["trust"][name].items():
        about[f"trust.{name}.{other}"] = trust
        about[f"blamed.{name}.{other}"] = run["beliefs"][name][other] * run["attacks"]
    return about


def of_the_rest(run: World, issues: tuple[str, ...]) -> Told:
    told = {f"agreed_on.{issue}": day(run["agreed"].get(issue)) for issue in issues}
    told |= {f"text.{issue}": run["texts"].get(issue, -1.0) for issue in issues}
    told |= {f"out.{front}": people for front, people in run["out"].items()}
    return told | {f"met_on.{name}": day(met) for name, met in run["thresholds"].items()}


def left_open(seated: Seated) -> set[str]:
    """Name what the rule book leaves open: the day of an agenda that was settled beforehand, or of none."""
    agenda = seated.scenario.agenda
    if agenda is not None and not agenda.settled:
        return set()
    marks = seated.scenario.thresholds.items()
    return {"list_agreed_on", "order_agreed_on", *(f"met_on.{name}" for name, mark in marks if mark.agenda)}


def told(run: World, seated: Seated) -> Told:
    """Say all that the second implementation says of a run."""
    said = of_the_room(run) | of_the_rest(run, seated.issues)
    for name in left_open(seated):
        del said[name]
    for name in seated.delegations:
        said |= of_a_delegation(run, name)
        for issue in seated.issues:
            said[f"concession.{name}.{issue}"] = run["concessions"][name][issue]
    return said


def concessions(seated: Seated, end: dict[str, Rows]) -> Told:
    """Read the concessions of a run from its last vector."""
    return {
        f"concession.{name}.{issue}": end["stakes"][d, i]["concession"]
        for d, name in enumerate(seated.delegations)
        for i, issue in enumerate(seated.issues)
    }


def differences(said: Told, columns: Told) -> dict[str, tuple[Any, Any]]:
    """Name what two accounts of a run do not share: numbers within 1e-9, relative to what is above 1."""
    return {
        name: (value, columns[name])
        for name, value in said.items()
        if abs(value - columns[name]) > 1e-9 * max(1.0, abs(value))
    }
