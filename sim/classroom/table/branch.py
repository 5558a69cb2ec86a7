"""A table played again from some day on with another choice: the same world, and what people chose before."""

from dataclasses import dataclass, field

from sim.classroom.table.table import Table
from sim.talks.seats import Choice, Refused


@dataclass(frozen=True)
class Turn:
    """What is other from a day on: a choice of one seat, made otherwise or, without a value, left to the rules.

    Without a seat the rules choose for all from that day on.
    """

    day: int
    who: str = ""
    name: str = ""
    choice: Choice | None = None
    keep: bool = False
    """Whether later choices of people are followed where they still can be; else the rules choose from then on."""


@dataclass(frozen=True, eq=False)
class Branch:
    """How it would have gone, and which later choices could not be followed any more."""

    table: Table
    lost: tuple[Choice, ...] = field(default=())


def branched(table: Table, turn: Turn) -> Branch:
    """Play a table again with something other; raises Refused where that one choice cannot be followed."""
    if turn.choice and turn.day > table.day:
        raise Refused([(turn.choice, "the talks are over by then")])
    other = Table(table.case, table.seed, table.replicate)
    try:
        for choice in table.choices():
            if kept(choice, turn):
                other.choose(choice)
        if turn.choice:
            other.choose(turn.choice)
        return Branch(other, tuple(played(other, turn)))
    except BaseException:
        other.talks.disperse()
        raise


def kept(choice: Choice, turn: Turn) -> bool:
    """Whether a choice that was made is made in the other story too."""
    if choice.day != turn.day:
        return choice.day < turn.day or turn.keep
    return bool(turn.who) and (choice.who, choice.name) != (turn.who, turn.name)


def played(other: Table, turn: Turn) -> list[Choice]:
    """Play to the end; gives the choices that could not be followed."""
    lost: list[Choice] = []
    while other.running:
        for choice, reason in other.settled():
            if choice == turn.choice:
                raise Refused([(choice, reason)])
            lost.append(choice)
        other.pass_day()
    ended = other.day
    return lost + [one for one in other.choices() if one.day > ended]


def parted(one: Table, other: Table) -> int | None:
    """The first day, counted from the start, on which two stories of the same world are told otherwise."""
    begins = one.day + 1 - len(one.days)
    for place, (here, there) in enumerate(zip(one.days, other.days, strict=False)):
        if here != there:
            return begins + place
    return None if len(one.days) == len(other.days) else begins + min(len(one.days), len(other.days))
