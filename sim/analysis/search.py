"""The smallest change with which a share is reached: a search that knows nothing of what it changes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final, TypeAlias

Change: TypeAlias = tuple[float, ...]
"""By how much each number is changed, in units of its range: 0 as it is, down to -low, up to +high."""
Response: TypeAlias = Callable[[Change], float]

NEAR: Final = 0.01
"""How far a number must go is found to a hundredth of it."""
MOST_STEPS: Final = 12
TRADES: Final = (0.5, 0.25)
"""By what parts of the way to its end another number takes over."""
TINY: Final = 1e-9


class Spent(Exception):  # noqa: N818 - what it says
    """No more trials are left."""


@dataclass
class Trials:
    """The response at what was tried, each once, and how many trials are left."""

    response: Response
    budget: int
    seen: dict[Change, float] = field(default_factory=dict)

    def __call__(self, change: Change) -> float:
        """The response to a change. Raises Spent."""
        change = _even(change)
        if change not in self.seen:
            if len(self.seen) >= self.budget:
                raise Spent
            self.seen[change] = self.response(change)
        return self.seen[change]


@dataclass(frozen=True)
class Found:
    """What was found: changes that reach the share, smallest first; the best that was seen; how many trials."""

    reaching: tuple[Change, ...]
    best: Change
    best_share: float
    start: float
    trials: int
    complete: bool


def _even(change: Change) -> Change:
    """The same change without what arithmetic leaves behind its twelfth digit."""
    return tuple(round(step, 12) + 0.0 for step in change)


def size(change: Sequence[float]) -> float:
    """How large a change is: the sum of its parts, each in units of its range."""
    return sum(abs(step) for step in change)


def smallest(response: Response, room: Sequence[tuple[float, float]], share: float, budget: int = 300) -> Found:
    """Look for the smallest change with which a response reaches a share.

    First each number alone goes to both of its ends. Then, beginning with each number in turn, the one that gains
    most for its size goes to its end, the next joins it, until the share is reached; the last one goes only as far as
    it must. Of a response that is linear this finds the smallest change (it is a knapsack that may be cut: Dantzig
    1957). Where no number gains alone, pairs are tried. At last numbers trade with each other, as long as that makes
    the change smaller. What needs three numbers at once, of which none gains without the others, is not seen.

    `room` is how far each number can go down and up. Nothing is random; no more than `budget` responses are asked for.
    """
    trials = Trials(response, budget)
    start, complete = trials((0.0,) * len(room)), True
    reaching: list[Change] = [(0.0,) * len(room)] if start >= share else []
    try:
        if not reaching:
            ends = _ends(trials, room, start)
            for first in range(len(ends)):
                reaching += _filled(trials, ends, first, share)
            reaching = reaching or _paired(trials, room, share)
            reaching += _traded(trials, ends, _front(reaching), share)
    except Spent:
        complete = False
    there = [one for one, value in trials.seen.items() if value >= share] if reaching or not complete else []
    front = _front([*reaching, *there]) if (reaching or there) else ()
    best = max(trials.seen, key=lambda one: (trials.seen[one], -size(one)))
    return Found(front, best, trials.seen[best], start, len(trials.seen), complete)


def _ends(trials: Trials, room: Sequence[tuple[float, float]], start: float) -> list[Change]:
    """For each number that can help, how far it is moved: to the end that gains more for its size, else half way."""
    found = []
    for place, (down, up) in enumerate(room):
        for part in (1, 0.5):
            steps = [_with((0.0,) * len(room), place, step * part) for step in (-down, up) if step]
            best = max(steps, key=lambda one: (trials(one) - start) / size(one), default=None)
            if best is not None and trials(best) > start:
                found.append(best)
                break
    return sorted(found, key=lambda one: -(trials(one) - start) / size(one))


def _paired(trials: Trials, room: Sequence[tuple[float, float]], share: float) -> list[Change]:
    """Pairs of numbers that reach the share only together: both go to an end, then back as far as they may."""
    start = (0.0,) * len(room)
    ends = [_with(start, place, step) for place, both in enumerate(room) for step in (-both[0], both[1]) if step]
    found: list[Change] = []
    for at, one in enumerate(ends):
        for other in ends[at + 1 :]:
            together = tuple(a or b for a, b in zip(one, other, strict=True))
            if size(together) > size(one) + TINY and trials(together) >= share:
                found.append(_as_far(trials, start, together, share))
    return found


def _with(change: Change, place: int, step: float) -> Change:
    return tuple(step if at == place else old for at, old in enumerate(change))


def _joined(change: Change, end: Change, part: float = 1.0) -> Change:
    """A change and, besides, a part of another number's way to its end."""
    return tuple(new * part if new else old for old, new in zip(change, end, strict=True))


def _filled(trials: Trials, ends: Sequence[Change], first: int, share: float) -> list[Change]:
    """One number after the other goes to its end, until the share is reached; the last goes as far as it must."""
    here, left = (0.0,) * len(ends[0]), list(ends)
    following: Change | None = left.pop(first)
    while following is not None:
        if trials(_joined(here, following)) >= share:
            return [_as_far(trials, here, following, share)]
        here, value = _joined(here, following), trials(_joined(here, following))
        best = max(left, key=lambda end: (trials(_joined(here, end)) - value) / size(end), default=None)
        following = best if best is not None and trials(_joined(here, best)) > value else None
        left = [end for end in left if end is not following]
    return []


def _as_far(trials: Trials, here: Change, end: Change, share: float) -> Change:
    """How far a number must go, by the straight line between what falls short and what reaches it, or half way."""
    low, high = 0.0, 1.0
    for step in range(MOST_STEPS):
        short, reached = trials(_joined(here, end, low) if low else here), trials(_joined(here, end, high))
        along = (share - short) / (reached - short) if step % 3 != 2 else 0.5
        aim = low + (high - low) * min(max(along, 0.0), 1.0)
        middle = min(max(aim * (1 + NEAR / 4 if step % 2 == 0 else 1 - NEAR / 4), low), high)
        if high - low <= NEAR * high or not low < middle < high:
            break
        low, high = (low, middle) if trials(_joined(here, end, middle)) >= share else (middle, high)
    return _joined(here, end, high)


def _traded(trials: Trials, ends: Sequence[Change], front: Sequence[Change], share: float) -> list[Change]:
    """Changes made smaller by letting another number take over a part."""
    found: list[Change] = []
    for one in front[:2]:
        for taker in ends:
            for giver in ends:
                place = next(at for at, step in enumerate(giver) if step)
                if giver is taker or not one[place]:
                    continue
                for part in TRADES:
                    eased = _joined(_with(one, place, 0.0), taker, part)
                    if (
                        size(eased) < size(one) - TINY
                        and trials(_joined(eased, giver, one[place] / giver[place])) >= share
                    ):
                        better = _as_far(trials, eased, giver, share)
                        found += [better] * (size(better) < size(one) - TINY)
    return found


def _front(changes: Sequence[Change]) -> tuple[Change, ...]:
    """The changes of which none is larger than another in every number, smallest first."""
    several = sorted(set(map(_even, changes)), key=lambda one: (size(one), one))
    kept: list[Change] = []
    for one in several:
        if not any(all(abs(a) <= abs(b) + TINY for a, b in zip(other, one, strict=True)) for other in kept):
            kept.append(one)
    return tuple(kept)
