"""Random cases that are valid: two to four delegations, one to six issues, and all the rest or none of it."""

from datetime import timedelta
from typing import Any

from hypothesis import Phase
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from sim.rules.styles import STYLES
from sim.rules.tactics import TACTICS
from tests.model.surroundings import behaviours, councils, events, grounds, sponsors, thresholds
from tests.model.values import START, days_after, flags, maybe, numbers, shares

World = dict[str, Any]
FAST = (Phase.explicit, Phase.generate)  # a failing case is printed as found: making it smaller takes minutes
PARTIES = ("ash", "birch", "cedar", "dogwood")
ISSUES = ("border", "customs", "dam", "exiles", "forests", "gold")
TRACKS = ("security", "political", "humanitarian")


@st.composite
def calendars(draw: DrawFn) -> World:
    sessions = draw(st.integers(1, 5))
    fixed = draw(st.dictionaries(st.integers(1, sessions), st.sampled_from(["proximity", "joint"]), max_size=2))
    calendar: World = {
        "start": START,
        "sessions_per_round": sessions,
        "rounds": draw(st.integers(1, 3)),
        "intermission_days": draw(st.integers(1, 9)),
        "horizon_days": draw(st.integers(sessions + 4, 24)),
        "fixed_formats": fixed,
    }
    return calendar | draw(maybe("deadline", days_after(0, 30)))


@st.composite
def issues(draw: DrawFn, names: tuple[str, ...]) -> World:
    return {
        name: {"track": draw(st.sampled_from(TRACKS)), "status_quo": draw(numbers())}
        | draw(maybe("linked", st.booleans()))
        | draw(maybe("deadline", days_after(0, 20)))
        for name in names
    }


@st.composite
def saliences(draw: DrawFn, count: int) -> list[float]:
    weights = draw(st.lists(st.integers(0, 4), min_size=count, max_size=count).filter(any))
    return [weight / sum(weights) for weight in weights]


@st.composite
def positions(draw: DrawFn, names: tuple[str, ...]) -> World:
    weights = draw(saliences(len(names)))
    return {
        name: {"ideal": draw(numbers()), "limit": draw(numbers()), "salience": weight, "red_line": draw(flags(8))}
        for name, weight in zip(names, weights, strict=True)
    }


@st.composite
def delegations(draw: DrawFn, names: tuple[str, ...], over: tuple[str, ...]) -> World:
    return {name: draw(delegation(tuple(other for other in names if other != name), over)) for name in names}


@st.composite
def delegation(draw: DrawFn, others: tuple[str, ...], over: tuple[str, ...]) -> World:
    trust = st.one_of(numbers(), st.fixed_dictionaries({other: numbers() for other in others}))
    fields = {name: numbers() for name in ("grievance", "agenda_demand", "required_progress")}
    return {
        "trust": draw(trust),
        **{name: draw(values) for name, values in fields.items()},
        "blame_bias": draw(shares),
        "influence": draw(st.sampled_from([0, 0.5, 1, 1.2, 3])),
        "tactic": {
            "name": draw(st.sampled_from(list(TACTICS))),
            "beta": draw(st.sampled_from([0.25, 0.5, 1, 2])),
            "reciprocity": draw(numbers()),
        },
        "positions": draw(positions(over)),
    }


@st.composite
def mediators(draw: DrawFn) -> World:
    return {
        "style": draw(st.sampled_from(list(STYLES))),
        "leverage": draw(shares),
        "joint_above": draw(shares),
        "suspend_below": draw(st.sampled_from([0, 0.28, 0.6, 0.8])),
        "agenda_step": draw(shares),
    }


@st.composite
def agendas(draw: DrawFn, over: World, parties: tuple[str, ...]) -> World | None:
    named = [name for name, issue in over.items() if is_linked(issue) or draw(st.booleans())]
    places = {name: draw(st.integers(0, 2)) for name in named}
    groups = [[name for name, place in places.items() if place == k] for k in range(3)]
    items = [draw(item(f"item {k}", about, parties)) for k, about in enumerate(groups) if about]
    if not any(one["share"] for one in items) or draw(flags(5)):
        return None
    order = st.one_of(st.sampled_from(["parallel", "in_sequence"]), numbers())
    return {"order": draw(order), "settled": draw(st.booleans()), "items": items}


@st.composite
def item(draw: DrawFn, name: str, about: list[str], parties: tuple[str, ...]) -> World:
    objections = st.dictionaries(st.sampled_from(parties), st.sampled_from([0.0, 0.1, 0.4]), max_size=2)
    share = draw(st.sampled_from([0, 0.2, 0.3, 1, 2]))
    return {"name": name, "about": about, "share": share, "objections": draw(objections)}


def is_linked(issue: World) -> bool:
    """Say whether an issue goes with the package."""
    return bool(issue.get("linked", issue["track"] != "humanitarian"))


@st.composite
def worlds(draw: DrawFn) -> World:
    """A valid case, as plain values."""
    parties, names = PARTIES[: draw(st.integers(2, 4))], ISSUES[: draw(st.integers(1, 6))]
    over, fronts, calendar = draw(issues(names)), draw(grounds(parties)), draw(calendars())
    council = draw(councils(names))
    world: World = {
        "spread": draw(st.sampled_from([0, 0.05, {"uniform": [0.0, 0.1]}])),
        "calendar": calendar,
        "issues": over,
        "delegations": draw(delegations(parties, names)),
        "mediator": draw(mediators()),
        "great_powers": {name: draw(numbers()) for name in ("cooperation", "meeting_rate", "meeting_gain")},
        "sponsors": draw(sponsors(parties)),
        "ground": fronts,
        "behaviour": draw(behaviours()),
        "events": draw(events(fronts, parties, calendar["horizon_days"])),
        "thresholds": draw(thresholds(names, fronts, council)),
    }
    agenda = draw(agendas(over, parties))
    last = START + timedelta(days=calendar["horizon_days"])
    if council and max(council["draft"]["dates"]) <= last:
        world["council"] = council
    return world | ({"agenda": agenda} if agenda else {})
