"""The second round of Geneva II, as the sketch of the scenario format has it, and the worlds beside it."""

from copy import deepcopy
from datetime import date
from typing import Any

World = dict[str, Any]


def february(day: int) -> date:
    """Give a day of February 2014."""
    return date(2014, 2, day)


def position(ideal: float, limit: float, salience: float, *, red_line: bool = False) -> World:
    """Write what a delegation wants on an issue."""
    return {"ideal": ideal, "limit": limit, "salience": salience, "red_line": red_line}


GOVERNMENT = {
    "violence_and_terrorism": position(1, 0.45, 0.40),
    "transitional_body": position(0.05, 0.55, 0.10),
    "assads_role": position(0, 0, 0.25, red_line=True),
    "institutions": position(1, 0.5, 0.10),
    "reconciliation": position(0.7, 0.3, 0.03),
    "humanitarian_access": position(0.35, 0.7, 0.07),
    "prisoners": position(0.3, 0.55, 0.05),
}
OPPOSITION = {
    "violence_and_terrorism": position(0.1, 0.55, 0.12),
    "transitional_body": position(1, 0.45, 0.30),
    "assads_role": position(1, 0.85, 0.28, red_line=True),
    "institutions": position(0.5, 0.9, 0.05),
    "reconciliation": position(1, 0.4, 0.03),
    "humanitarian_access": position(1, 0.5, 0.15),
    "prisoners": position(0.95, 0.45, 0.07),
}
ISSUES = {
    "violence_and_terrorism": {"track": "security", "status_quo": 0.3},
    "transitional_body": {"track": "political", "status_quo": 0},
    "assads_role": {"track": "political", "status_quo": 0},
    "institutions": {"track": "political", "status_quo": 1},
    "reconciliation": {"track": "political", "status_quo": 0},
    "humanitarian_access": {"track": "humanitarian", "status_quo": 0.2, "deadline": february(15)},
    "prisoners": {"track": "humanitarian", "status_quo": 0.1, "deadline": february(15)},
}
ITEMS = [
    {"name": "end of violence", "about": ["violence_and_terrorism"], "share": 0.35, "objections": {"opposition": 0.1}},
    {
        "name": "transition",
        "about": ["transitional_body", "assads_role"],
        "share": 0.35,
        "objections": {"government": 0.4},
    },
    {"name": "institutions", "about": ["institutions"], "share": 0.15},
    {"name": "reconciliation", "about": ["reconciliation"], "share": 0.15},
]
COUNCIL = {
    "members": {
        "russia": {"tolerance": 0.4, "permanent": True},
        "china": {"tolerance": 0.45, "permanent": True},
        **{name: {"tolerance": 1.5, "permanent": True} for name in ("france", "united_kingdom", "united_states")},
        **{name: {"tolerance": 1.2} for name in ("argentina", "australia", "chad", "chile", "jordan")},
        **{name: {"tolerance": 1.2} for name in ("lithuania", "luxembourg", "nigeria", "rwanda", "south_korea")},
    },
    "needed": 9,
    "draft": {
        "by": ["australia", "jordan", "luxembourg"],
        "dates": [february(10), february(22)],
        "strength": 0.8,
        "softening": 0.4,
        "names": ["humanitarian_access"],
    },
}
HOMS = {
    "violence_per_day": 0.35,
    "branching": 0.45,
    "memory_days": 7,
    "authors": {"government": 0.6, "opposition": 0.4},
    "monitoring": 0.25,
    "drawn_from": february(10),
    "pause": {"from": february(7), "days": 3, "effect": 0.5, "extension": 1.3},
    "trapped": 3000,
    "evacuated_per_day": 230,
}
EVENTS = {
    "first_convoy": {"date": february(7), "kind": "evacuation", "at": "homs", "people": 83},
    "convoy_attack": {"date": february(8), "kind": "attack", "at": "homs"},
    "weekend_convoys": {"date": february(9), "kind": "evacuation", "at": "homs", "people": 720},
    "mortars": {"date": february(9), "kind": "attack", "at": "homs"},
    "prolongation": {"date": february(10), "kind": "prolongation", "at": "homs", "until": february(12)},
}
THRESHOLDS = {
    "homs_evacuation": {"evacuated": 1000, "at": "homs", "by": february(12)},
    "list_agreed": {"agenda": "items"},
    "order_agreed": {"agenda": "order"},
    "a_date": {"next_round": "agreed", "by": february(15)},
    "a_third_round": {"next_round": "opened", "by": date(2014, 5, 16)},
    "resolution": {"council": "adopted", "by": february(28)},
    "gap_closed_by_a_quarter": {"gap_closed": 0.25},
    "half_way": {"progress": 0.5},
    "access_agreed": {"agreed": "humanitarian_access"},
    "access_within_reach": {"text_in_zone": "humanitarian_access"},
}
GENEVA: World = {
    "format": 1,
    "spread": 0.04,
    "calendar": {
        "start": february(10),
        "sessions_per_round": 6,
        "rounds": 1,
        "first_round": 2,
        "intermission_days": 30,
        "horizon_days": 95,
        "deadline": date(2014, 6, 3),
        "fixed_formats": {1: "proximity", 2: "joint"},
    },
    "issues": ISSUES,
    "delegations": {
        "government": {
            "agenda_demand": 0.3,
            "required_progress": 0.2,
            "influence": 1.2,
            "tactic": {"name": "time_dependent", "beta": 0.5, "reciprocity": 0.4},
            "positions": GOVERNMENT,
        },
        "opposition": {
            "agenda_demand": 0.2,
            "required_progress": 0.25,
            "tactic": {"name": "time_dependent", "beta": 0.7, "reciprocity": 0.4},
            "positions": OPPOSITION,
        },
    },
    "mediator": {"style": "formulation", "joint_above": 0.4, "suspend_below": 0.28, "agenda_step": 0.3},
    "agenda": {"order": "parallel", "settled": False, "items": ITEMS},
    "great_powers": {"cooperation": 0.4, "meeting_rate": 0.3, "meeting_gain": 0.15},
    "sponsors": {
        "russia": {"leverage": {"government": 0.6}, "commitment": 0.45, "proposes_meetings": True},
        "united_states": {"leverage": {"opposition": 0.55}, "commitment": 0.7},
        "saudi_arabia": {"leverage": {"opposition": 0.3}, "commitment": 0.2},
        "iran": {"leverage": {"government": 0.4}, "commitment": 0.15},
    },
    "council": COUNCIL,
    "ground": {"homs": HOMS},
    "behaviour": {},
    "events": EVENTS,
    "thresholds": THRESHOLDS,
}


def changed(*settings: tuple[str, object]) -> World:
    """Give Geneva with some of its numbers changed, each named by its path."""
    scenario = deepcopy(GENEVA)
    for path, value in settings:
        *above, last = path.split(".")
        place = scenario
        for key in above:
            place = place.setdefault(key, {})
        place[last] = deepcopy(value)
    return scenario


def first(item: int, objections: World) -> list[World]:
    """Put one item first, worded sharply."""
    items: list[World] = deepcopy(ITEMS)
    items[item]["objections"] = objections
    return [items.pop(item), *items]


def softened(name: str, limit: float) -> tuple[str, object]:
    """Turn a red line into a limit."""
    place = {"government": GOVERNMENT, "opposition": OPPOSITION}[name]["assads_role"]
    return f"delegations.{name}.positions.assads_role", place | {"limit": limit, "red_line": False}


BOTH = (softened("government", 0.6), softened("opposition", 0.4))
CONFERENCE = (
    ("agenda.settled", True),
    ("calendar.sessions_per_round", 21),
    ("calendar.deadline", date(2014, 3, 2)),
    ("calendar.horizon_days", 25),
)
IRAN = {"date": february(9), "kind": "affront", "to": "opposition", "size": 0.6}


def without(event: str) -> World:
    """Give Geneva without one of its events."""
    return changed(("events", {name: it for name, it in EVENTS.items() if name != event}))


WORLDS: dict[str, World] = {
    "default": GENEVA,
    "from_the_pause": changed(("events", {}), ("ground.homs.drawn_from", february(7))),
    "transition_first": changed(("agenda.order", "in_sequence"), ("agenda.items", first(1, {"government": 0.6}))),
    "terrorism_first": changed(("agenda.order", "in_sequence"), ("agenda.items", first(0, {"opposition": 0.6}))),
    "monitoring": changed(("ground.homs.monitoring", 0.9)),
    "violence": changed(("ground.homs.violence_per_day", 1.05)),
    "cooperation": changed(("great_powers.cooperation", 0.9)),
    "iran": changed(("events.iran_invited", IRAN)),
    "manipulation": changed(("mediator.style", "manipulation")),
    "softened": changed(*BOTH),
    "conference": changed(*BOTH, *CONFERENCE),
    "two_rounds": changed(("calendar.rounds", 2)),
    "no_ultimatum": changed(("delegations.opposition.required_progress", 0)),
    "trust": changed(("delegations.government.trust", 0.6), ("delegations.opposition.trust", 0.6)),
    "softened_government": changed(BOTH[0]),
    "softened_opposition": changed(BOTH[1]),
    "softened_cooperation": changed(*BOTH, ("great_powers.cooperation", 0.9)),
    "no_violence": changed(("ground.homs.violence_per_day", 0)),
    "no_prolongation": without("prolongation"),
    "no_convoy_attack": without("convoy_attack"),
    "little_cooperation": changed(("great_powers.cooperation", 0.1)),
    "sanctions_kept": changed(("council.draft.softening", 0)),
    "violence_unsuspended": changed(("ground.homs.violence_per_day", 1.05), ("mediator.suspend_below", 0)),
}
