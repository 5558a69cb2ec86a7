"""What a day lets a person choose, looked up in the day as the rules would play it (rule 17)."""

from collections.abc import Iterator
from dataclasses import dataclass

from sim.rules.formats import FORMATS
from sim.talks.actors import NOT_ASKED
from sim.talks.choices import LARGEST_MOVE
from sim.talks.records import Nouns
from sim.talks.seating import Seated
from sim.talks.seats import Value


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to choose: its name in `CHOICES` and its value, or the range of a number to be named.

    Of texts due, `value` is one of them, put or `held` back beside whatever is chosen on the others.
    """

    name: str
    value: Value | None = None
    low: float = 0.0
    high: float = 1.0
    texts: tuple[tuple[str, float], ...] = ()
    held: bool | None = None


@dataclass(frozen=True, slots=True)
class View:
    """A day as it would go, for one seat: the nouns at its end, and what stood the evening before."""

    seated: Seated
    nouns: Nouns
    role: str
    away: bool
    order_agreed: bool
    commitment: float
    met: bool

    @property
    def held(self) -> bool:
        """Whether a session is held."""
        return bool(self.nouns["room"].held)


def both(name: str, texts: tuple[tuple[str, float], ...] = ()) -> Iterator[Option]:
    """A yes and a no."""
    yield Option(name, value=True, texts=texts)
    yield Option(name, value=False, texts=texts)


def arriving(view: View) -> Iterator[Option]:
    """Before a session: a delegation comes, returns, names a date between rounds."""
    if view.role not in view.seated.delegations:
        return
    room, one = view.nouns["room"], view.nouns["delegations"][view.seated.delegations.index(view.role)]
    if view.away:
        yield from both("returns")
    elif room.opening:
        yield from both("comes")
    if one.date_answer != NOT_ASKED and not room.closed and not one.away:
        yield from both("date")


def working(view: View) -> Iterator[Option]:
    """In a session, before texts are put."""
    if not view.held:
        return
    if view.role in view.seated.delegations:
        yield from negotiating(view)
    elif view.role in view.seated.sponsors:
        yield from sponsoring(view)
    else:
        yield from chairing(view)


def negotiating(view: View) -> Iterator[Option]:
    """A delegation answers on the agenda, concedes further, asks for a recess, issues an ultimatum."""
    seat = view.seated.delegations.index(view.role)
    for name in ("list", "order"):
        if getattr(view.nouns["delegations"][seat], f"{name}_answer") != NOT_ASKED:
            yield from both(name)
    for key, issue, stake in zip(view.seated.issues, view.nouns["issues"], view.nouns["stakes"][seat], strict=True):
        given = stake.concession - stake.step
        if issue.work > 0.0 and given < 1.0:
            yield Option(f"concession:{key}", low=max(0.0, given))
    yield Option("recess", value=True)
    yield Option("ultimatum")


def sponsoring(view: View) -> Iterator[Option]:
    """A sponsor calls a meeting, moves its commitment."""
    if not view.met:
        yield Option("meeting", value=True)
    low, high = view.commitment - LARGEST_MOVE, view.commitment + LARGEST_MOVE
    yield Option("commitment", low=max(0.0, low), high=min(1.0, high))


def chairing(view: View) -> Iterator[Option]:
    """The mediator chooses the format, and the order before it is put."""
    for name in FORMATS:
        yield Option("format", value=name)
    if not view.order_agreed:
        yield Option("order_put")
