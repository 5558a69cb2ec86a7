"""What surrounds the table in random cases: sponsors, council, fronts, behaviour, events, thresholds."""

from datetime import timedelta
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from tests.model.values import START, days_after, flags, maybe, numbers, shares

World = dict[str, Any]
POWERS = ("elm_union", "fir_league")
MEMBERS = ("grange", "heath", "isle")
FRONTS = ("marsh", "north_pass")
KINDS = ("attack", "evacuation", "prolongation", "affront")


@st.composite
def sponsors(draw: DrawFn, parties: tuple[str, ...]) -> World:
    names = POWERS[: draw(st.integers(0, 2))]
    leverage = st.dictionaries(st.sampled_from(parties), shares, max_size=2)
    return {
        name: {"leverage": draw(leverage), "commitment": draw(numbers()), "proposes_meetings": draw(st.booleans())}
        for name in names
    }


@st.composite
def councils(draw: DrawFn, issues: tuple[str, ...]) -> World | None:
    if draw(st.booleans()):
        return None
    tolerance = st.sampled_from([0, 0.3, 0.6, 1.2, {"uniform": [0.2, 1.4]}])
    dates = st.lists(days_after(0, 20), min_size=1, max_size=3, unique=True)
    return {
        "members": {name: {"tolerance": draw(tolerance), "permanent": draw(st.booleans())} for name in MEMBERS},
        "needed": draw(st.integers(1, 3)),
        "cooperation_weight": draw(shares),
        "temperature": draw(st.sampled_from([0.05, 0.2])),
        "refusal_cost": draw(shares),
        "draft": {
            "dates": draw(dates),
            "strength": draw(numbers()),
            "softening": draw(shares),
            "names": draw(st.lists(st.sampled_from(issues), unique=True, max_size=2)),
        },
    }


@st.composite
def grounds(draw: DrawFn, parties: tuple[str, ...]) -> World:
    return {name: draw(front(parties)) for name in FRONTS[: draw(st.integers(0, 2))]}


@st.composite
def front(draw: DrawFn, parties: tuple[str, ...]) -> World:
    fields = {
        "violence_per_day": st.sampled_from([0, 0.3, 1, {"uniform": [0.1, 0.9]}]),
        "branching": st.sampled_from([0, 0.45, 0.9]),
        "memory_days": st.sampled_from([1, 7, 0.5]),
        "authors": st.dictionaries(st.sampled_from(parties), st.sampled_from([0, 0.1, 0.25]), max_size=4),
        "monitoring": numbers(),
        "trapped": st.sampled_from([0, 300, 3000]),
        "evacuated_per_day": st.sampled_from([0, 50, 230]),
        "under_fire": shares,
        "people_spread": st.sampled_from([0, 0.8]),
    }
    war: World = {name: draw(values) for name, values in fields.items()}
    more: World = draw(st.one_of(maybe("pause", pauses()), maybe("drawn_from", days_after(-3, 5))))
    return war | more


def pauses() -> SearchStrategy[World]:
    """A pause of some days that begins about the start."""
    extension = st.sampled_from([0, 0.9, 1.3, 2])
    begins = days_after(-4, 2)
    return st.fixed_dictionaries({"from": begins, "days": st.integers(1, 4), "effect": shares, "extension": extension})


@st.composite
def behaviours(draw: DrawFn) -> World:
    fields = {
        "agenda_temperature": st.sampled_from([0.05, 0.12, 0.5]),
        "temperature": st.sampled_from([0.02, 0.06, 0.3]),
        "pressing": st.sampled_from([0, 0.6, 2]),
        "severity": shares,
        "half_life_days": st.sampled_from([1, 5, 30]),
        "walkout_base": st.sampled_from([-50, -8, -5, -3]),
        "walkout_stalled": st.sampled_from([0, 1, 5]),
        "return_base": st.sampled_from([-4, -2, 0, 3]),
    }
    names = ("backing", "hardening", "distrust", "norm", "procedure_share", "trust_gain", "relief_trust", "shuttle")
    chosen = {name: draw(values) for name, values in fields.items()}
    return chosen | {name: draw(numbers()) for name in names}


@st.composite
def events(draw: DrawFn, fronts: World, parties: tuple[str, ...], horizon: int) -> World:
    found: World = {}
    for kind in KINDS:
        places = parties if kind == "affront" else tuple(name for name, it in fronts.items() if can(kind, it))
        if draw(flags(3)) and places:
            place, day = draw(st.sampled_from(places)), draw(st.integers(0, min(horizon, 8)))
            found[f"an_{kind}"] = draw(event(kind, place, parties, day))
    return found


def can(kind: str, front: World) -> bool:
    """Say whether an event of a kind can happen at a front: only a pause is prolonged."""
    return kind != "prolongation" or ("pause" in front and front["pause"]["from"] <= START)


@st.composite
def event(draw: DrawFn, kind: str, place: str, parties: tuple[str, ...], day: int) -> World:
    when = START + timedelta(days=day)
    dated: World = {"date": when, "kind": kind}
    match kind:
        case "affront":
            return dated | {"to": place, "size": draw(numbers())}
        case "attack":
            return dated | {"at": place} | draw(maybe("by", st.sampled_from(parties)))
        case "evacuation":
            return dated | {"at": place, "people": draw(st.sampled_from([0, 20, 900, {"uniform": [10, 90]}]))}
    return dated | {"at": place, "until": when + timedelta(days=draw(st.integers(0, 5)))}


@st.composite
def thresholds(draw: DrawFn, issues: tuple[str, ...], fronts: World, council: World | None) -> World:
    choices: list[World] = [
        {"agenda": "items"},
        {"agenda": "order"},
        {"next_round": "agreed"},
        {"next_round": "opened"},
        {"gap_closed": 0.2},
        {"progress": {"uniform": [0.1, 0.6]}},
        {"evacuated": 200},
        *({"evacuated": 60, "at": name} for name in fronts),
        *({"agreed": name} for name in issues),
        *({"text_in_zone": name} for name in issues),
        *([{"council": "adopted"}] if council else []),
    ]
    chosen = draw(st.lists(st.sampled_from(choices), max_size=5))
    return {f"mark_{n}": one | draw(maybe("by", days_after(2, 20))) for n, one in enumerate(chosen)}
