"""One run of a scenario, from its first day to its end, and what came of it."""

from typing import Any

from tests.second.chance import Chance
from tests.second.ground import ground
from tests.second.powers import council
from tests.second.rounds import close, opening, returns, session
from tests.second.state import Run, begin, gap_closed
from tests.second.world import World, fill


def play(scenario: World, seed: int, replicate: int) -> dict[str, Any]:
    """Play one replicate of a scenario as YAML gives it."""
    return replay(fill(scenario), seed, replicate)


def replay(world: World, seed: int, replicate: int) -> dict[str, Any]:
    """Play one replicate of a scenario that is filled in already."""
    run = begin(world, Chance(seed, replicate))
    for run.day in range(world["first_day"], world["calendar"]["horizon_days"] + 1):
        day(run)
        if run.over:
            break
    return outcome(run)


def day(run: Run) -> None:
    """Play a day in the order of the rule book."""
    ground(run)
    council(run)
    if run.day >= 0:
        returns(run)
        opening(run)
        if run.session is not None:
            session(run)
        if not run.over:
            close(run)
    for name, threshold in run.world["thresholds"].items():
        timely = "by" not in threshold or run.day <= threshold["by"]
        if timely and run.thresholds[name] is None and holds(run, threshold):
            run.thresholds[name] = run.day


def holds(run: Run, threshold: World) -> bool:
    """Say whether a threshold holds now."""
    if "evacuated" in threshold:
        fronts = [threshold["at"]] if threshold.get("at") else list(run.fronts)
        return bool(sum(run.fronts[front].out for front in fronts) >= threshold["evacuated"])
    if "gap_closed" in threshold:
        return bool(gap_closed(run) >= threshold["gap_closed"])
    if "progress" in threshold:
        return bool(run.progress >= threshold["progress"])
    return reached(run, threshold)


def reached(run: Run, threshold: World) -> bool:
    """Say whether a threshold that is a fact, not an amount, holds now."""
    if "agenda" in threshold:
        return (run.list_day if threshold["agenda"] == "items" else run.order_day) is not None
    if "next_round" in threshold:
        return (run.date_day if threshold["next_round"] == "agreed" else run.opened_day) is not None
    if "council" in threshold:
        return run.adopted_day is not None
    if "agreed" in threshold:
        return threshold["agreed"] in run.agreed
    return threshold["text_in_zone"] in run.ready


def outcome(run: Run) -> dict[str, Any]:
    """Give what came of a run."""
    attacks = run.attacks
    return {
        "ending": run.endings[-1],
        "endings": run.endings,
        "walkouts": run.walkouts,
        "no_shows": run.no_shows,
        "returns": run.returns,
        "list_day": run.list_day,
        "order_day": run.order_day,
        "date_day": run.date_day,
        "opened_day": run.opened_day,
        "thresholds": run.thresholds,
        "agreed": run.agreed,
        "texts": run.text,
        "ready": sorted(run.ready),
        "concessions": run.concession,
        "gap": run.gap,
        "progress": run.progress,
        "order": run.order,
        "out": {name: front.out for name, front in run.fronts.items()},
        "attacks": attacks,
        "established": run.established,
        "beliefs": {
            name: {other: total / attacks if attacks else 0.0 for other, total in others.items()}
            for name, others in run.believed.items()
        },
        "adopted_day": run.adopted_day,
        "strength": run.strength,
        "cooperation": run.cooperation,
        "trust": run.trust,
        "grievance": run.grievance,
        "meetings": run.meetings,
        "last_day": run.day,
    }
