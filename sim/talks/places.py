"""Who sits where: each part of a case, written to its rows."""

from collections.abc import Callable, Mapping
from dataclasses import astuple
from datetime import date
from itertools import product
from typing import Final

import numpy as np

from sim.case.identity import identity
from sim.case.number import Within
from sim.case.scenario import Scenario
from sim.rules.formats import FORMATS
from sim.rules.occurrences import EVENTS
from sim.rules.settlements import SETTLEMENTS
from sim.rules.styles import STYLES
from sim.rules.tactics import TACTICS
from sim.talks.clerk import UNIT_RANGE, Clerk
from sim.talks.records import MANY, ONE, Layout, Vector
from sim.talks.thresholds import KINDS

CHOICES: Final = {"items": 0, "order": 1, "agreed": 0, "opened": 1, "adopted": 0}
ORDERS: Final = {"parallel": 1.0, "in_sequence": 0.0}
POSITIVE: Final = Within(0)


def sizes(scenario: Scenario) -> dict[str, tuple[int, ...]]:
    """How many rows (and columns) each noun of the case has."""
    parties, issues = len(scenario.delegations), len(scenario.issues)
    items = len(scenario.agenda.items) if scenario.agenda else 1
    sponsors, fronts = len(scenario.sponsors), len(scenario.ground)
    council = scenario.council
    return {
        "delegations": (parties,), "stakes": (parties, issues), "bonds": (parties, parties),
        "wishes": (parties, items), "issues": (issues,), "items": (items,), "sponsors": (sponsors,),
        "leverages": (sponsors, parties), "members": (len(council.members) if council else 0,),
        "sittings": (len(council.draft.dates) if council else 0,), "fronts": (fronts,),
        "authorships": (fronts, parties), "events": (len(scenario.events),),
        "thresholds": (len(scenario.thresholds),), "fixtures": (len(scenario.calendar.fixed_formats),),
    }  # fmt: skip


def blank(layout: Layout) -> Vector:
    """A vector on which every noun has the values that its class starts from."""
    vector = np.zeros(layout.size)
    for name, rows in layout.views(vector).items():
        noun = ONE.get(name) or MANY[name]
        rows[...] = np.array(astuple(noun()), dtype=rows.dtype)
    return vector


def day_of(scenario: Scenario, when: date) -> int:
    """The day of a date; day 0 is the start of the calendar."""
    return (when - scenario.calendar.start).days


def row_of(keys: Mapping[str, object], key: str | None) -> int:
    """The row of a key: rows stand in the order of sorted keys; -1 for none."""
    return sorted(keys).index(key) if key is not None else -1


def room(scenario: Scenario, clerk: Clerk) -> None:
    """The room and its calendar, and how people behave."""
    calendar = scenario.calendar
    clerk.write(
        "room", 0, day=day_of(scenario, scenario.first_day) - 1, last_day=calendar.horizon_days, rounds=calendar.rounds,
        sessions_per_round=calendar.sessions_per_round, intermission_days=calendar.intermission_days,
    )  # fmt: skip
    clerk.fields("behaviour", (0,), "behaviour", scenario.behaviour)
    clerk.number("behaviour", (0,), "spread", "spread", scenario.spread, UNIT_RANGE)
    for n, (session, name) in enumerate(sorted(calendar.fixed_formats.items())):
        clerk.write("fixtures", n, session=session, format=list(FORMATS).index(name))


def issues(scenario: Scenario, clerk: Clerk) -> None:
    """The issues, their item and their deadline."""
    for i, (key, issue) in enumerate(sorted(scenario.issues.items())):
        deadline = day_of(scenario, issue.deadline or scenario.calendar.end_of_time)
        clerk.fields("issues", (i,), f"issues.{key}", issue)
        clerk.write(
            "issues", i, political=issue.track != "humanitarian", linked=issue.is_linked,
            item=item_of(scenario, key), deadline=deadline,
        )  # fmt: skip


def item_of(scenario: Scenario, key: str) -> int:
    """The item that an issue is on, -1 if it is off the agenda."""
    if scenario.agenda is None:
        return 0 if scenario.issues[key].is_linked else -1
    return next((k for k, item in enumerate(scenario.agenda.items) if key in item.about), -1)


def delegations(scenario: Scenario, clerk: Clerk) -> None:
    """The delegations and how they concede."""
    for d, (key, delegation) in enumerate(sorted(scenario.delegations.items())):
        path = f"delegations.{key}"
        tactic = list(TACTICS).index(delegation.tactic.name)
        clerk.write("delegations", d, seat=d, identity=identity(key), tactic=tactic)
        clerk.fields("delegations", (d,), path, delegation)
        clerk.fields("delegations", (d,), f"{path}.tactic", delegation.tactic)


def positions(scenario: Scenario, clerk: Clerk) -> None:
    """What each delegation wants on each issue."""
    keys = sorted(scenario.delegations), sorted(scenario.issues)
    for (d, party), (i, issue) in product(enumerate(keys[0]), enumerate(keys[1])):
        position = scenario.delegations[party].positions[issue]
        name = f"{party}/{issue}"
        clerk.write("stakes", (d, i), identity=identity(name), red_line=position.red_line)
        clerk.fields("stakes", (d, i), f"delegations.{party}.positions.{issue}", position)
        for field in ("ideal", "limit"):
            value = getattr(position, field)
            if isinstance(value, float | int) and scenario.spread != 0 and not position.red_line:
                clerk.spread((d, i), field, name, value)


def bonds(scenario: Scenario, clerk: Clerk) -> None:
    """How far each delegation trusts each other one."""
    parties = sorted(scenario.delegations)
    for (d, party), (e, other) in product(enumerate(parties), enumerate(parties)):
        if d == e:
            continue
        trust, path = scenario.delegations[party].trust, f"delegations.{party}.trust"
        if isinstance(trust, dict):
            clerk.number("bonds", (d, e), "trust", f"{path}.{other}", trust[other], UNIT_RANGE)
        else:
            clerk.number("bonds", (d, e), "trust", path, trust, UNIT_RANGE)


def agenda(scenario: Scenario, clerk: Clerk) -> None:
    """The items, their order, and what each delegation has against their wording."""
    given = scenario.agenda
    settled = given is None or given.settled
    clerk.write("agenda", 0, settled=settled)
    if given is None:
        clerk.write("items", 0, share=1.0)
        return
    order = ORDERS[given.order] if isinstance(given.order, str) else given.order
    clerk.number("agenda", (0,), "order", "agenda.order", order, UNIT_RANGE)
    for k, item in enumerate(given.items):
        clerk.number("items", (k,), "share", f"agenda.items.{k}.share", item.share, POSITIVE)
        for party, objection in item.objections.items():
            row = (row_of(scenario.delegations, party), k)
            clerk.number("wishes", row, "objection", f"agenda.items.{k}.objections.{party}", objection, UNIT_RANGE)


def powers(scenario: Scenario, clerk: Clerk) -> None:
    """The mediator, the great powers, the sponsors and their leverage."""
    style = STYLES[scenario.mediator.style]
    settlement = list(SETTLEMENTS).index(scenario.mediator.settlement or style.settlement)
    clerk.write(
        "mediator", 0, goodwill=style.goodwill, settlement=settlement, moves_order=style.moves_order,
        presses=style.presses,
    )  # fmt: skip
    clerk.fields("mediator", (0,), "mediator", scenario.mediator)
    clerk.fields("great_powers", (0,), "great_powers", scenario.great_powers)
    for s, (key, sponsor) in enumerate(sorted(scenario.sponsors.items())):
        clerk.write("sponsors", s, place=s, proposes_meetings=sponsor.proposes_meetings)
        clerk.fields("sponsors", (s,), f"sponsors.{key}", sponsor)
        for party, hold in sponsor.leverage.items():
            row = (s, row_of(scenario.delegations, party))
            clerk.number("leverages", row, "hold", f"sponsors.{key}.leverage.{party}", hold, UNIT_RANGE)


def council(scenario: Scenario, clerk: Clerk) -> None:
    """The council, its members, the draft and its dates."""
    given = scenario.council
    if given is None:
        return
    clerk.write("council", 0, needed=given.needed)
    clerk.fields("council", (0,), "council", given)
    clerk.fields("council", (0,), "council.draft", given.draft)
    for n, day in enumerate(sorted(given.draft.dates)):
        clerk.write("sittings", n, day=day_of(scenario, day))
    for m, (key, member) in enumerate(sorted(given.members.items())):
        clerk.write("members", m, identity=identity(key), permanent=member.permanent)
        clerk.fields("members", (m,), f"council.members.{key}", member)
    for name in given.draft.names:
        clerk.write("issues", row_of(scenario.issues, name), named=1)


def ground(scenario: Scenario, clerk: Clerk) -> None:
    """The fronts, their pauses, and who makes the attacks there."""
    for f, (key, front) in enumerate(sorted(scenario.ground.items())):
        path = f"ground.{key}"
        drawn_from = day_of(scenario, front.drawn_from or scenario.first_day)
        clerk.write("fronts", f, place=f, identity=identity(key), drawn_from=drawn_from)
        clerk.fields("fronts", (f,), path, front)
        if front.pause:
            starts, ends = day_of(scenario, front.pause.from_day), day_of(scenario, front.pause.last_day)
            clerk.write("fronts", f, pause_from=starts, pause_days=front.pause.days, pause_last=ends)
            clerk.fields("fronts", (f,), f"{path}.pause", front.pause)
        for party, share in front.authors.items():
            row = (f, row_of(scenario.delegations, party))
            clerk.number("authorships", row, "share", f"{path}.authors.{party}", share, UNIT_RANGE)


def events(scenario: Scenario, clerk: Clerk) -> None:
    """The dated events, in the order of their names."""
    for n, (key, event) in enumerate(sorted(scenario.events.items())):
        clerk.write(
            "events", n, day=day_of(scenario, event.date), kind=list(EVENTS).index(event.kind),
            front=row_of(scenario.ground, getattr(event, "at", None)),
            delegation=row_of(scenario.delegations, getattr(event, "to", None) or getattr(event, "by", None)),
        )  # fmt: skip
        if event.kind == "prolongation":
            clerk.write("events", n, until=day_of(scenario, event.until))
        elif event.kind == "evacuation":
            clerk.number("events", (n,), "size", f"events.{key}.people", event.people, POSITIVE)
        elif event.kind == "affront":
            clerk.number("events", (n,), "size", f"events.{key}.size", event.size, UNIT_RANGE)


def thresholds(scenario: Scenario, clerk: Clerk) -> None:
    """The thresholds, in the order of their names."""
    for n, (key, threshold) in enumerate(sorted(scenario.thresholds.items())):
        clerk.write("thresholds", n, kind=list(KINDS).index(threshold.kind))
        if threshold.by:
            clerk.write("thresholds", n, by=day_of(scenario, threshold.by))
        wanted = getattr(threshold, threshold.kind)
        if threshold.kind in ("agreed", "text_in_zone"):
            clerk.write("thresholds", n, target=row_of(scenario.issues, wanted))
        elif isinstance(wanted, str):
            clerk.write("thresholds", n, target=CHOICES[wanted])
        else:
            clerk.write("thresholds", n, target=row_of(scenario.ground, threshold.at))
            clerk.number("thresholds", (n,), "level", f"thresholds.{key}.{threshold.kind}", wanted, POSITIVE)


PLACES: Final[tuple[Callable[[Scenario, Clerk], None], ...]] = (
    room, issues, delegations, positions, bonds, agenda, powers, council, ground, events, thresholds,
)  # fmt: skip
