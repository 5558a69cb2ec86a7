"""The state of a run, and what follows from it at any moment (rules 5, 11, 14)."""

import math
from dataclasses import dataclass, field

from tests.second.chance import Chance
from tests.second.drawing import draw
from tests.second.world import World


def logistic(z: float) -> float:
    """Turn a margin into a probability."""
    return 1 / (1 + math.exp(-z)) if z > -700 else 0.0


@dataclass
class Front:
    """What changes at one front."""

    excitation: float = 0.0
    out: float = 0.0
    last: int | None = None
    prolonged: int = 0


@dataclass
class Run:
    """Everything that changes while a scenario is played, and the record of it."""

    world: World
    chance: Chance
    day: int = 0
    trust: dict[str, dict[str, float]] = field(default_factory=dict)
    grievance: dict[str, float] = field(default_factory=dict)
    concession: dict[str, dict[str, float]] = field(default_factory=dict)
    step: dict[str, dict[str, float]] = field(default_factory=dict)
    away: set[str] = field(default_factory=set)
    text: dict[str, float] = field(default_factory=dict)
    agreed: dict[str, int] = field(default_factory=dict)
    ready: set[str] = field(default_factory=set)
    fronts: dict[str, Front] = field(default_factory=dict)
    wish: dict[str, list[float]] = field(default_factory=dict)
    shares: list[float] = field(default_factory=list)
    order: float = 1.0
    list_day: int | None = None
    order_day: int | None = None
    items_agreed: bool = False
    order_agreed: bool = False
    cooperation: float = 0.0
    strength: float = 0.0
    adopted_day: int | None = None
    gap_at_start: float = 0.0
    gap: float = 0.0
    progress: float = 0.0
    round: int = 0
    session: int | None = None  # which of the round's sessions today is; None between rounds
    opening: int | None = 0
    question: int | None = None
    stalled: int = 0
    result: bool = False
    met: bool = False
    held: bool = False
    joint: bool = False
    meetings: list[int] = field(default_factory=list)
    attacks: int = 0
    established: int = 0
    believed: dict[str, dict[str, float]] = field(default_factory=dict)
    walkouts: list[tuple[str, int, str]] = field(default_factory=list)
    returns: list[tuple[str, int]] = field(default_factory=list)
    no_shows: list[tuple[str, int]] = field(default_factory=list)
    date_day: int | None = None
    opened_day: int | None = None
    endings: list[str] = field(default_factory=list)
    thresholds: dict[str, int | None] = field(default_factory=dict)
    over: bool = False

    @property
    def names(self) -> list[str]:
        """The delegations, sorted."""
        return list(self.world["delegations"])

    @property
    def open_issues(self) -> list[str]:
        """The issues on which nothing is agreed yet."""
        return [issue for issue in self.world["issues"] if issue not in self.agreed]

    def position(self, name: str, issue: str) -> World:
        """Look up what a delegation wants on an issue."""
        found: World = self.world["delegations"][name]["positions"][issue]
        return found


def begin(world: World, chance: Chance) -> Run:
    """Seat a scenario on the evening before its first day."""
    world = draw(world, chance)
    run = Run(world, chance, cooperation=world["great_powers"]["cooperation"])
    for name, delegation in world["delegations"].items():
        run.trust[name] = dict(delegation["trust"])
        run.grievance[name] = delegation["grievance"]
        run.concession[name] = dict.fromkeys(world["issues"], 0.0)
        run.step[name] = dict.fromkeys(world["issues"], 0.0)
        run.believed[name] = dict.fromkeys(delegation["others"], 0.0)
        run.wish[name] = [wish(world, delegation, item) for item in world["agenda"]["items"]]
    begin_agenda(run)
    for name, front in world["ground"].items():
        pause = front["pause"]
        run.fronts[name] = Front(last=pause["from"] + pause["days"] - 1 if pause else None)
    run.strength = world["council"]["draft"]["strength"] if world["council"] else 0.0
    run.gap = run.gap_at_start = gap(run)
    run.thresholds = dict.fromkeys(world["thresholds"])
    return run


def begin_agenda(run: Run) -> None:
    """Lay out the agenda: shares of the time, order, what was agreed beforehand."""
    agenda = run.world["agenda"]
    total = sum(item["share"] for item in agenda["items"])
    run.shares = [item["share"] / total for item in agenda["items"]]
    run.order = agenda["order"]
    run.items_agreed = run.order_agreed = agenda["settled"]


def wish(world: World, delegation: World, item: World) -> float:
    """Rule 11: how much a delegation wants what an item is about changed."""
    total = 0.0
    for issue in item["about"]:
        position = delegation["positions"][issue]
        total += position["salience"] * abs(position["ideal"] - world["issues"][issue]["status_quo"])
    return total


def mean(values: list[float]) -> float:
    """Average numbers."""
    return sum(values) / len(values)


def mean_trust(run: Run, name: str) -> float:
    """Average the trust of a delegation in the others."""
    return mean(list(run.trust[name].values()))


def atmosphere(run: Run) -> float:
    """Read the mood of the room."""
    return 1 - mean(list(run.grievance.values()))


def resolve(run: Run, name: str) -> float:
    """Rule 5: how far backing, anger and pressure stiffen a delegation."""
    behaviour, mediator = run.world["behaviour"], run.world["mediator"]
    backing = pressure = 0.0
    for sponsor in run.world["sponsors"].values():
        leverage = sponsor["leverage"].get(name, 0.0)
        backing += leverage * (1 - sponsor["commitment"])
        pressure += leverage * sponsor["commitment"]
    own = mediator["leverage"] if mediator["style"] == "manipulation" else 0.0
    angry = behaviour["hardening"] * run.grievance[name]
    pressed = behaviour["pressing"] * (run.cooperation * pressure + own)
    return float(behaviour["backing"] * backing + angry - pressed)


def satisfaction(run: Run, name: str) -> float:
    """Rule 11: how far the agenda gives its time to what a delegation wants changed."""
    wishes = run.wish[name]
    if run.world["agenda"]["absent"] or max(wishes) == 0:
        return 1.0
    times = expected_times(run.shares, mean_trust(run, name))
    total = 0.0
    for wished, share, time in zip(wishes, run.shares, times, strict=True):
        total += wished * (run.order * share + (1 - run.order) * time)
    return total / max(wishes)


def expected_times(shares: list[float], trust: float) -> list[float]:
    """Rule 11: what one expects of a sequence if the others may not let an item end."""
    weights = [share * trust**k for k, share in enumerate(shares)]
    total = sum(weights)
    return [weight / total for weight in weights] if total > 0 else shares


def offer(run: Run, name: str, issue: str) -> float:
    """Rule 12: what a delegation has tabled on an issue."""
    position = run.position(name, issue)
    return float(position["ideal"] + run.concession[name][issue] * (position["limit"] - position["ideal"]))


def gap(run: Run) -> float:
    """Rule 14: how far apart the offers are on what is open."""
    total = 0.0
    for issue in run.open_issues:
        for k, one in enumerate(run.names):
            for other in run.names[k + 1 :]:
                weight = (run.position(one, issue)["salience"] + run.position(other, issue)["salience"]) / 2
                total += weight * abs(offer(run, one, issue) - offer(run, other, issue))
    return total


def gap_closed(run: Run) -> float:
    """Rule 14: the part of the gap at the start that is closed."""
    return 1 - run.gap / run.gap_at_start if run.gap_at_start > 0 else 1.0


def within(position: World, x: float) -> bool:
    """Say whether a text is no worse than the limit: on the ideal's side of it."""
    ideal, limit = position["ideal"], position["limit"]
    if limit == ideal:
        return bool(abs(x - ideal) <= 1e-12)
    return bool(x <= limit + 1e-12 if limit > ideal else x >= limit - 1e-12)


def utility(position: World, x: float) -> float:
    """Rule 13: what a text on one issue is worth to a delegation."""
    ideal = position["ideal"]
    return float(1 - abs(x - ideal) / max(ideal, 1 - ideal))
