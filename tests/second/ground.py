"""What happens on the ground: rules 1 to 3 and the dated events."""

import math

from tests.second.chance import normal
from tests.second.state import Front, Run, atmosphere
from tests.second.world import World

MOST_ATTACKS = 200
Trust = dict[str, dict[str, float]]


def ground(run: Run) -> None:
    """Play the day on every front: events first of all, then attacks, blame and relief."""
    events = today(run)
    extend(run, events)
    counts = {name: attacks(run, name, events) for name in run.fronts}
    fade(run)
    blame(run, counts, events)
    affront(run)
    for name in run.fronts:
        relief(run, name, counts[name], events.get((name, "evacuation")))
        prolong(run, name, (name, "prolongation") in events)


def today(run: Run) -> dict[tuple[str, str], World]:
    """Find the events of the day by front and kind."""
    events = [event for event in run.world["events"].values() if event["date"] == run.day]
    return {(event["at"], event["kind"]): event for event in events if "at" in event}


def extend(run: Run, events: dict[tuple[str, str], World]) -> None:
    """Prolong the pauses that a dated event prolongs, before all else."""
    for (name, kind), event in events.items():
        if kind == "prolongation":
            run.fronts[name].last = event["until"]
            run.fronts[name].prolonged += 1


def drawn(run: Run, name: str) -> bool:
    """Say whether chance plays at this front yet, or only its events."""
    since = run.world["ground"][name]["drawn_from"]
    return since is None or run.day >= since


def in_pause(run: Run, name: str) -> bool:
    """Say whether the front's pause is on."""
    pause, last = run.world["ground"][name]["pause"], run.fronts[name].last
    return pause is not None and last is not None and pause["from"] <= run.day <= last


def attacks(run: Run, name: str, events: dict[tuple[str, str], World]) -> int:
    """Rule 1: attacks breed attacks."""
    front, state = run.world["ground"][name], run.fronts[name]
    count = 0
    if drawn(run, name):
        calm = front["pause"]["effect"] if in_pause(run, name) else 0.0
        rate = front["violence_per_day"] * (1 - calm) + state.excitation
        count = poisson(rate, run.chance.daily(run.day, "attacks", name))
    count += (name, "attack") in events
    memory = math.exp(-1 / front["memory_days"])
    state.excitation = memory * state.excitation + front["branching"] * (1 - memory) * count
    return count


def poisson(rate: float, u: float) -> int:
    """Rule 1: the least number whose cumulative probability is u or more."""
    count, term = 0, math.exp(-rate)
    total = term
    while total < u and count < MOST_ATTACKS:
        count += 1
        term *= rate / count
        total += term
    return count


def fade(run: Run) -> None:
    """Rule 2: grievance fades, by half in its half-life."""
    for name in run.grievance:
        run.grievance[name] *= 0.5 ** (1 / run.world["behaviour"]["half_life_days"])


def blame(run: Run, counts: dict[str, int], events: dict[tuple[str, str], World]) -> None:
    """Rule 2: what cannot be proven is put on those one trusts least."""
    morning = {name: dict(trust) for name, trust in run.trust.items()}
    for front, count in counts.items():
        if not count:
            continue
        known = finding(run, front, events.get((front, "attack")))
        run.attacks += count
        run.established += count if known is not None else 0
        for name in run.trust:
            for other in run.trust[name]:
                belief = believe(run, front, name, other, known, morning)
                run.believed[name][other] += belief * count
                resent(run, name, other, belief, count)


def finding(run: Run, front: str, event: World | None) -> str | None:
    """Rule 2: who is known to have done it; outsiders are an empty name, None is contested."""
    if event:
        return event.get("by")
    monitoring = run.world["ground"][front]["monitoring"]
    if run.chance.daily(run.day, "proof", front) >= monitoring:
        return None
    u, total = run.chance.daily(run.day, "author", front), 0.0
    for name, share in sorted(run.world["ground"][front]["authors"].items()):
        total += share
        if total > u:
            return str(name)
    return ""


def believe(run: Run, front: str, name: str, other: str, known: str | None, trust: Trust) -> float:
    """Rule 2: how far a delegation believes that another did it."""
    if known is not None:
        return 1.0 if known == other else 0.0
    authors = run.world["ground"][front]["authors"]
    all_others = sum(share for author, share in sorted(authors.items()) if author != name)
    if all_others <= 0:
        return 0.0
    bias = run.world["delegations"][name]["blame_bias"]
    return float(bias * (1 - trust[name][other]) * authors.get(other, 0.0) / all_others)


def resent(run: Run, name: str, other: str, belief: float, count: int) -> None:
    """Rule 2: each attack believed costs trust and leaves grievance."""
    behaviour = run.world["behaviour"]
    for _ in range(count):
        run.trust[name][other] *= 1 - behaviour["trust_loss"] * belief
        run.grievance[name] += behaviour["severity"] * belief * (1 - run.grievance[name])


def affront(run: Run) -> None:
    """Rule 2: an affront, last of all, adds to grievance."""
    for event in run.world["events"].values():
        if event["kind"] == "affront" and event["date"] == run.day:
            name = event["to"]
            run.grievance[name] += event["size"] * (1 - run.grievance[name])


def relief(run: Run, name: str, count: int, event: World | None) -> None:
    """Rule 3: people leave in a pause, and good news convinces those inclined to trust."""
    front, state = run.world["ground"][name], run.fronts[name]
    people = event["people"] if event else leaving(run, name, count)
    people = min(people, front["trapped"] - state.out)
    state.out += people
    if people > 0 and front["evacuated_per_day"] > 0:
        for trust in run.trust.values():
            for other, value in trust.items():
                gained = run.world["behaviour"]["relief_trust"] * people / front["evacuated_per_day"]
                trust[other] = min(1.0, value + gained * value * (1 - value))


def leaving(run: Run, name: str, count: int) -> float:
    """Rule 3: how many would leave today."""
    front = run.world["ground"][name]
    if not (drawn(run, name) and in_pause(run, name)):
        return 0.0
    spread = front["people_spread"]
    people = front["evacuated_per_day"]
    people *= math.exp(spread * normal(run.chance.daily(run.day, "people", name)) - spread * spread / 2)
    return float(people * (front["under_fire"] if count else 1))


def prolong(run: Run, name: str, decided: bool) -> None:  # noqa: FBT001 - an event or not
    """Rule 3: on its last day a pause may be prolonged."""
    front, state = run.world["ground"][name], run.fronts[name]
    if decided or not drawn(run, name) or not in_pause(run, name) or run.day != state.last:
        return
    chance = front["pause"]["extension"] * atmosphere(run) / (1 + state.prolonged)
    if run.chance.daily(run.day, "prolongation", name) < min(1.0, chance):
        longer(state, front["pause"]["days"])


def longer(state: Front, days: int) -> None:
    """Rule 3: a pause is prolonged by its first days."""
    state.last = (state.last or 0) + days
    state.prolonged += 1
