"""The world of a scenario: defaults filled in, dates counted as days from the start, names sorted."""

from datetime import date
from typing import Any

from tests.second import defaults

World = dict[str, Any]


def over(default: World, given: World | None) -> World:
    """Lay what is given over the defaults; a key given as null counts as not given."""
    return default | {key: value for key, value in (given or {}).items() if value is not None}


def by_name(given: World | None) -> World:
    """Sort the actors of one kind by their keys."""
    return dict(sorted((given or {}).items()))


def fill(scenario: World) -> World:
    """Complete a scenario as YAML gives it; numbers may still be distributions."""
    calendar = over(defaults.CALENDAR, scenario["calendar"])
    start: date = calendar["start"]
    names = sorted(scenario["delegations"])
    agenda = agenda_of(scenario)
    world = {
        "spread": scenario.get("spread") or 0,
        "calendar": calendar_of(calendar),
        "agenda": agenda,
        "issues": issues_of(scenario, agenda, start, calendar.get("deadline")),
        "delegations": {name: delegation_of(scenario["delegations"][name], names, name) for name in names},
        "mediator": over(defaults.MEDIATOR, scenario.get("mediator")),
        "great_powers": over(defaults.GREAT_POWERS, scenario.get("great_powers")),
        "sponsors": {key: over(defaults.SPONSOR, it) for key, it in by_name(scenario.get("sponsors")).items()},
        "council": council_of(scenario.get("council"), start),
        "ground": {key: front_of(it, start) for key, it in by_name(scenario.get("ground")).items()},
        "behaviour": over(defaults.BEHAVIOUR, scenario.get("behaviour")),
        "events": {key: dated(it, start) for key, it in by_name(scenario.get("events")).items()},
        "thresholds": {key: dated(it, start) for key, it in by_name(scenario.get("thresholds")).items()},
    }
    world["first_day"] = first_day(world)
    return world


def calendar_of(calendar: World) -> World:
    """Count the calendar in days; the horizon is the deadline where none is given."""
    start = calendar["start"]
    deadline = calendar.get("deadline")
    last = (deadline - start).days if deadline else calendar["horizon_days"]
    fixed = calendar.get("fixed_formats") or {}
    return calendar | {"deadline": last, "fixed_formats": {int(key): value for key, value in fixed.items()}}


def linked(issue: World) -> bool:
    """Say whether an issue belongs to the package."""
    given = issue.get("linked")
    return issue["track"] != "humanitarian" if given is None else bool(given)


def agenda_of(scenario: World) -> World:
    """Give the agenda, or the settled one of a case without any; order as a number."""
    given = scenario.get("agenda")
    if not given:
        about = [key for key, issue in sorted(scenario["issues"].items()) if linked(issue)]
        return {"absent": True, "settled": True, "order": 1.0, "items": [item_of({"about": about})]}
    order = given.get("order", "parallel")
    number = {"parallel": 1.0, "in_sequence": 0.0}.get(order, order) if isinstance(order, str) else order
    items = [item_of(item) for item in given["items"]]
    return {"absent": False, "settled": bool(given.get("settled")), "order": number, "items": items}


def item_of(item: World) -> World:
    """Complete an item of the agenda."""
    return over({"share": 1, "objections": {}}, item)


def issues_of(scenario: World, agenda: World, start: date, deadline: date | None) -> World:
    """Complete the issues: linked or not, the item they are on, the day they are due."""
    calendar = over(defaults.CALENDAR, scenario["calendar"])
    usual = (deadline - start).days if deadline else calendar["horizon_days"]
    place = {issue: k for k, item in enumerate(agenda["items"]) for issue in item["about"]}
    issues = {}
    for key, issue in sorted(scenario["issues"].items()):
        due = issue.get("deadline")
        issues[key] = over({"status_quo": 0}, issue) | {
            "linked": linked(issue),
            "item": place.get(key),
            "deadline": (due - start).days if due else usual,
        }
    return issues


def delegation_of(given: World, names: list[str], own: str) -> World:
    """Complete a delegation; trust becomes a number for each of the others."""
    delegation = over(defaults.DELEGATION, given)
    delegation["tactic"] = over(defaults.TACTIC, given.get("tactic"))
    delegation["others"] = [name for name in names if name != own]
    delegation["positions"] = {
        key: over({"red_line": False}, position) for key, position in sorted(given["positions"].items())
    }
    return delegation


def council_of(given: World | None, start: date) -> World | None:
    """Complete the council; its dates become days."""
    if not given:
        return None
    draft = over(defaults.DRAFT, given.get("draft"))
    draft["dates"] = [(it - start).days for it in draft["dates"]]
    members = {key: over(defaults.MEMBER, it) for key, it in by_name(given.get("members")).items()}
    return over(defaults.COUNCIL, given) | {"draft": draft, "members": members}


def front_of(given: World, start: date) -> World:
    """Complete a front; its dates become days."""
    front = over(defaults.FRONT, given)
    if front["drawn_from"] is not None:
        front["drawn_from"] = (front["drawn_from"] - start).days
    if front["pause"] is not None:
        front["pause"] = over(defaults.PAUSE, front["pause"])
        front["pause"]["from"] = (front["pause"]["from"] - start).days
    return front


def dated(given: World, start: date) -> World:
    """Turn the dates of an event or a threshold into days."""
    return {key: (value - start).days if isinstance(value, date) else value for key, value in given.items()}


def first_day(world: World) -> int:
    """Find the day on which the run begins: first pause, first event or the start."""
    pauses: list[int] = [front["pause"]["from"] for front in world["ground"].values() if front["pause"]]
    dates: list[int] = [event["date"] for event in world["events"].values()]
    return min([0, *pauses, *dates])
