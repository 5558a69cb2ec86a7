"""Several who share a seat come to one choice: they vote, or a head decides."""

from collections import Counter
from collections.abc import Mapping, Sequence

from sim.classroom.lesson.records import Value


def decided(picks: Sequence[Mapping[str, Value]], *, head: bool) -> dict[str, Value]:
    """What a seat chooses, of what its members picked, in the order in which they sat down.

    With a head the first decides. Else each question is voted on: what most want counts, of equals what the one
    who sat down first wants; nothing, if that is to leave it to the rules. Of numbers the middle one is taken, the
    lower of two.
    """
    if head or len(picks) == 1:
        return dict(picks[0])
    names = dict.fromkeys(name for one in picks for name in one)
    return {name: value for name in names if (value := vote([one.get(name) for one in picks])) is not None}


def vote(votes: Sequence[Value | None]) -> Value | None:
    """What most want, the earlier of equals; None where that is to leave it to the rules."""
    numbers = sorted(one for one in votes if isinstance(one, float))
    counted = Counter("a number" if isinstance(one, float) else one for one in votes)
    most = max(counted.values())
    first = next(one for one in votes if counted["a number" if isinstance(one, float) else one] == most)
    return numbers[(len(numbers) - 1) // 2] if isinstance(first, float) else first
