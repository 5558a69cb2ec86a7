"""People in seats: their choices take the place of a draw or a rule; who chooses nothing is played by the rules.

A choice is followed as soon as everybody has done the piece of the day that it stands for; from there all runs
as written, on the same numbers. So a day is a function of the evening before and of the choices for it. Choices
that rule 17 does not allow are refused, and the talks then stand as they stood the evening before: choose
again, and let the day be played.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields
from typing import Any, Final, NamedTuple, TypeAlias

from sim.case.nearest import guess, nearest
from sim.rules.formats import FORMATS
from sim.talks import calendar, choices, departures, drafting, offers, powers, procedure, session
from sim.talks.actors import NO, YES
from sim.talks.records import Nouns
from sim.talks.seating import Seated
from sim.talks.session import Piece, nouns_of

Value: TypeAlias = bool | float | str | Collection[str]
State: TypeAlias = list[tuple[object, dict[str, Any]]]


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person in a seat chooses for one day: `Choice(3, "opposition", "walkout", True)`.

    The day counts from the start of the calendar. `who` is the key of a delegation or of a sponsor, or
    `mediator`. The name is one of `CHOICES`; a choice about one issue names it after a colon, as in
    `concession:ceasefire`.
    """

    day: int
    who: str
    name: str
    value: Value = True


class Refused(ValueError):  # noqa: N818 - what is refused is no fault of the program
    """Choices that rule 17 does not allow, each with the reason."""

    def __init__(self, refusals: Iterable[tuple[Choice, str]]) -> None:
        """Say who cannot choose what, and why not."""
        self.refusals = tuple(refusals)
        super().__init__("\n".join(f"{sentence_of(choice)}: {reason}." for choice, reason in self.refusals))


def sentence_of(choice: Choice) -> str:
    """Say who cannot choose what."""
    return f"{choice.who} cannot choose {choice.name} = {choice.value!r} on day {choice.day}"


def yes_or_no(value: Value) -> int:
    """Read a True or a False, as 1 or 0."""
    if not isinstance(value, bool):
        raise ValueError("give True or False")  # noqa: TRY004 - a person's mistake, and no program's
    return 1 if value else 0


def answer(value: Value) -> int:
    """Read a True or a False, as a yes or a no to a question."""
    return YES if yes_or_no(value) else NO


def yes(value: Value) -> int:
    """Read a True: who does not want it, chooses nothing."""
    if value is not True:
        raise ValueError("give True, or choose nothing")
    return 1


def share(value: Value) -> float:
    """Read a number in [0, 1]."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0.0 <= value <= 1.0:
        raise ValueError("give a number from 0 to 1")
    return float(value)


def room_format(value: Value) -> int:
    """Read the name of a format, as its place in FORMATS."""
    if not isinstance(value, str) or value not in FORMATS:
        raise ValueError(f"give {' or '.join(FORMATS)}")
    return list(FORMATS).index(value)


def some_issues(value: Value) -> tuple[str, ...]:
    """Read the keys of some issues, or of none."""
    if isinstance(value, str) or not isinstance(value, Collection):
        raise ValueError("give the keys of the issues, in a list")  # noqa: TRY004 - a person's mistake
    return tuple(value)


class Kind(NamedTuple):
    """A kind of choice: the piece of the day it is written over, how that is done, and how its value is read."""

    over: Piece
    written: choices.Follow
    read: Callable[[Value], Any]


CHOICES: Final[dict[str, Kind]] = {
    "ultimatum": Kind(calendar.rise, choices.demand, share),
    "returns": Kind(departures.consider_return, choices.come_back, yes_or_no),
    "date": Kind(calendar.name_date, choices.answer_date, answer),
    "comes": Kind(departures.arrive, choices.come, yes_or_no),
    "recess": Kind(calendar.hold, choices.recess, yes),
    "commitment": Kind(powers.propose, choices.commit, share),  # before rule 9, which asks for no commitment
    "meeting": Kind(powers.confer, choices.call_meeting, yes),
    "format": Kind(session.choose_format, choices.seat_parties, room_format),
    "order_put": Kind(session.choose_format, choices.order_items, share),
    "list": Kind(procedure.answer_list, choices.answering("list_answer", "the list"), answer),
    "order": Kind(procedure.answer_order, choices.answering("order_answer", "the order"), answer),
    "concession": Kind(offers.concede, choices.concede, share),
    "texts_put": Kind(drafting.write, choices.put_texts, some_issues),
    "text": Kind(drafting.answer_texts, choices.answer_text, answer),
    "package": Kind(drafting.answer_texts, choices.answering("package_answer", "the package"), answer),
    "walkout": Kind(departures.consider_walkout, choices.leave, yes_or_no),
}


@dataclass(slots=True)
class Chosen:
    """A choice on its day: followed when its moment comes, or refused with a reason."""

    choice: Choice
    over: Piece
    written: choices.Follow
    given: tuple[Any, ...]
    refusal: str = choices.NOBODY_MEETS

    def follow(self) -> None:
        """Follow the choice; a date asked for twice on one day gets the same answer twice."""
        refusal = self.written(*self.given)
        self.refusal = self.refusal and refusal


class Seats:
    """The seats at one table, and what the people in them choose, by day."""

    def __init__(self, seated: Seated, nouns: Nouns) -> None:
        """Set a seat for each delegation, for each sponsor and for the mediator."""
        self.nouns = nouns
        self.issues = seated.issues
        self.people: dict[str, dict[str, Any]] = {
            "delegation": dict(zip(seated.delegations, nouns["delegations"], strict=True)),
            "sponsor": dict(zip(seated.sponsors, nouns["sponsors"], strict=True)),
            "mediator": {"mediator": nouns["mediator"]},
        }
        self.choices: dict[int, dict[tuple[str, str], Choice]] = {}

    def choose(self, choice: Choice) -> None:
        """Make a choice for a day to come; one made later on the same thing takes its place.

        `Refused` if the day has passed, if there is no such seat or choice, or if the value is none of it.
        """
        try:
            self.read(choice)
        except ValueError as error:
            raise Refused([(choice, str(error))]) from None
        self.choices.setdefault(choice.day, {})[choice.who, choice.name] = choice

    def read(self, choice: Choice) -> Chosen:
        """Find out who chooses what; a `ValueError` says why nobody can, whatever the day brings."""
        self.expect(choice.day)
        name, _, issue = choice.name.partition(":")
        kind = CHOICES[named(name, CHOICES, "choice")]
        noun, *others = nouns_of(kind.written)  # type: ignore[arg-type]  # a choice gives a reason
        person = self.people[noun][named(choice.who, self.people[noun], noun)]
        known = {**self.nouns, noun: person, "keys": self.issues, "value": kind.read(choice.value)}
        if "issue" in others:
            known["issue"] = self.issues.index(named(issue, self.issues, "issue"))
        elif choice.name != name:
            raise ValueError("it is about no issue")
        return Chosen(choice, kind.over, kind.written, tuple(known[other] for other in (noun, *others)))

    def expect(self, day: int) -> None:
        """Say no to a day that has passed, or that does not come."""
        room = self.nouns["room"]
        if day <= room.day:
            raise ValueError("that day has passed")
        if day > room.last_day or room.over:
            raise ValueError("the talks are over by then")

    def today(self) -> tuple[Chosen, ...]:
        """What has been chosen for the day that is played next."""
        return tuple(self.read(choice) for choice in self.choices.get(self.nouns["room"].day + 1, {}).values())

    def who_chose(self, name: str, day: int) -> list[str]:
        """Who made a choice of this name for a day, in the order of the case."""
        made = self.choices.get(day, {})
        return [who for people in self.people.values() for who in people if (who, name) in made]

    @contextmanager
    def heard(self, today: tuple[Chosen, ...]) -> Iterator[None]:
        """Let a day be played with its choices; if some cannot be followed, forget them, and the day."""
        evening_before = remember(self.nouns)
        yield
        refusals = [(one.choice, one.refusal) for one in today if one.refusal]
        if refusals:
            restore(evening_before)
            for choice, _ in refusals:
                del self.choices[choice.day][choice.who, choice.name]
            raise Refused(refusals)


def named(key: str, keys: Collection[str], noun: str) -> str:
    """Give back a key that there is, or ask which was meant."""
    if key not in keys:
        raise ValueError(f"there is no {noun} {key!r}. {guess(nearest(key, keys), keys)}".removesuffix("."))
    return key


def remember(nouns: Nouns) -> State:
    """Keep how everything stands."""
    return [(one, {field.name: getattr(one, field.name) for field in fields(one)}) for one in everyone(nouns)]


def restore(state: State) -> None:
    """Put everything back as it stood."""
    for one, kept in state:
        for field, value in kept.items():
            setattr(one, field, value)


def everyone(nouns: Nouns) -> Iterator[Any]:
    """Each noun once, out of the lists that they stand in."""
    for noun in nouns.values():
        rows = noun if isinstance(noun, list) else [noun]
        for row in rows:
            yield from row if isinstance(row, list) else [row]
