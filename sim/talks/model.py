"""A run to watch: a Mesa model whose agents are the delegations, the mediator and the sponsors."""

from collections.abc import Callable, Iterable
from dataclasses import fields
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import mesa

from sim.case.reading import read
from sim.case.scenario import Scenario
from sim.case.text import visible
from sim.rules.endings import ENDINGS
from sim.talks import actors
from sim.talks.records import SINGULAR, Nouns, Vector, pack
from sim.talks.seating import Seated, seat
from sim.talks.seats import Choice, Chosen, Refused, Seats
from sim.talks.session import EVENING, MORNING, SESSION, START, Piece, nouns_of

if TYPE_CHECKING:
    import pandas as pd

Call: TypeAlias = tuple[Callable[..., None], tuple[Any, ...]]


class Seat(mesa.Agent):  # type: ignore[misc]  # mesa tells no types
    """Somebody with a part in the talks, who holds its own state and acts by the pieces of a session."""

    def __init__(self, model: mesa.Model, noun: object) -> None:
        """Take a seat with the state of a noun of the case."""
        super().__init__(model)
        for field in fields(noun):  # type: ignore[arg-type]  # every noun is a dataclass
            setattr(self, field.name, getattr(noun, field.name))

    def act(self, piece: Piece, others: tuple[Any, ...]) -> None:
        """Do one's piece of the day, looking at the other nouns that it names."""
        piece(self, *others)


class Delegation(Seat, actors.Delegation):
    """A delegation at the table."""


class Mediator(Seat, actors.Mediator):
    """The mediator in the chair."""


class Sponsor(Seat, actors.Sponsor):
    """A power behind a delegation."""


def room_series(*names: str) -> dict[str, Any]:
    """What is collected of a noun of which there is one, by its field."""
    return {name.replace("room.", ""): lambda talks, name=name: talks.look(name) for name in names}


ROOM_SERIES: Final = room_series(
    "room.day", "room.session", "room.atmosphere", "room.gap_closed", "room.progress", "room.stalled",
    "room.attacks", "great_powers.cooperation", "council.strength",
)  # fmt: skip
AGENT_SERIES: Final = {
    Delegation: {name: name for name in ("grievance", "resolve", "satisfaction", "hazard", "away")},
    Sponsor: {"commitment": "commitment"},
}


class Talks(mesa.Model):  # type: ignore[misc]  # mesa tells no types
    """The talks of one run; a step is one day, with a session in it where there is one.

    `nouns` holds everything by name: the agents, and the things between them. `series` collects, at the end
    of each day, what the room, each delegation and each sponsor have come to.
    """

    def __init__(self, case: Scenario | Seated, seed: int = 1, replicate: int = 0, *, collect: bool = True) -> None:
        """Seat a case for one run: seed in [0, 2^64), replicate in [0, 2^48); `collect` the series or not."""
        super().__init__(seed=0)
        self.seated = case if isinstance(case, Seated) else seat(case)
        self.seed, self.replicate = seed, replicate
        nouns = self.seated.nouns(seed, replicate)
        nouns["delegations"] = [Delegation(self, noun) for noun in nouns["delegations"]]
        nouns["sponsors"] = [Sponsor(self, noun) for noun in nouns["sponsors"]]
        nouns["mediator"] = Mediator(self, nouns["mediator"])
        self.nouns: Nouns = nouns
        self.collect = collect
        self.series = mesa.DataCollector(ROOM_SERIES, agenttype_reporters=AGENT_SERIES)
        self.seats = Seats(self.seated, nouns)
        self.planned = self.plan()
        go_through(self.share_out(START))

    def choose(self, *choices: Choice) -> None:
        """Choose for people in seats, for days to come; `Refused` says what cannot be chosen (rule 17)."""
        for choice in choices:
            self.seats.choose(choice)

    def step(self) -> None:
        """One day: the war and the calendar, a session if the parties meet, and what comes of it.

        `Refused` if rule 17 does not allow what was chosen for the day: it is as if it had never been played,
        and what was refused is chosen no more.
        """
        today = self.seats.today()
        if today:
            self.hear(today)
        else:
            self.play(*self.planned)
        if self.collect:
            self.series.collect(self)
        self.running = not self.nouns["room"].over

    def hear(self, today: tuple[Chosen, ...]) -> None:
        """Play a day on which people choose."""
        try:
            with self.seats.heard(today):
                self.play(*self.plan(today))
        except Refused:
            self.steps -= 1
            raise

    def play(self, morning: Iterable[Call], session: Iterable[Call], evening: Iterable[Call]) -> None:
        """Go through a day; the session only if it is held."""
        go_through(morning)
        if self.nouns["room"].held:
            go_through(session)
        go_through(evening)

    def plan(self, today: tuple[Chosen, ...] = ()) -> tuple[list[Call], list[Call], list[Call]]:
        """Say who does what in the morning, in a session and in the evening of a day."""
        return self.share_out(MORNING, today), self.share_out(SESSION, today), self.share_out(EVENING, today)

    def share_out(self, pieces: Iterable[Piece], today: tuple[Chosen, ...] = ()) -> list[Call]:
        """Say for each piece who does it and what they look at, by the names of its parameters; then who chooses."""
        calls: list[Call] = []
        for piece in pieces:
            who, *names = nouns_of(piece)
            others = tuple(self.nouns[name] for name in names)
            those = self.nouns[SINGULAR[who]] if who in SINGULAR else [self.nouns[who]]
            calls += [(one.act, (piece, others)) if isinstance(one, Seat) else (piece, (one, *others)) for one in those]
            calls += [(chosen.follow, ()) for chosen in today if chosen.over is piece]
        return calls

    def look(self, path: str) -> Any:  # noqa: ANN401 - whatever the field holds
        """A field of a noun of which there is one: `room.progress`."""
        noun, field = path.split(".")
        return getattr(self.nouns[noun], field)

    def vector(self) -> Vector:
        """Everything as it stands now, on one vector of 8-byte numbers."""
        return pack(self.seated.layout, self.nouns)

    @property
    def diary(self) -> "pd.DataFrame":
        """The series as one table: a row a day, by its date; `attrs["described"]` says what each column means."""
        from sim.talks import diary  # noqa: PLC0415 - it imports this file

        return diary.frame(self)

    def __repr__(self) -> str:
        """Which run it is, how it ended last, and the day to which it has come."""
        room = self.nouns["room"]
        ending = list(ENDINGS)[room.ending] if room.ending >= 0 else "no round has ended"
        day = f"until {self.seated.date_of(room.day)}" if room.over else f"on {self.seated.date_of(room.day)}"
        run = f"seed {self.seed}, replicate {self.replicate}"
        return f"{visible(self.seated.scenario.title)}: {run}, {ending}, {day}"

    def disperse(self) -> None:
        """Leave the table, so that the run can be forgotten: mesa keeps a model that holds agents for ever."""
        self.remove_all_agents()
        mesa.Agent._ids.pop(self, None)  # noqa: SLF001 - mesa offers no other way


def go_through(calls: Iterable[Call]) -> None:
    """Let everybody do their pieces, one after the other."""
    for do, given in calls:
        do(*given)


def watch(case: Scenario | Seated | str, seed: int = 1, replicate: int = 0, *, collect: bool = True) -> Talks:
    """Play one run to its end, to see how it went.

    Parameters
    ----------
    case
        A scenario from `sim.load`; or a path or a bundled name, as `sim.load` takes it.
    seed, replicate
        Where chance begins, 0 to 2^64 - 1, and which run of it, 0 to 2^48 - 1: the same that `sim run` tells, and
        the same row of `sim.ensemble`.
    collect
        Whether the daily series are kept.

    Raises
    ------
    sim.case.Mistakes, sim.case.Unknown
        The case cannot be read.
    ValueError
        There is no such seed or replicate.

    Examples
    --------
    >>> import sim
    >>> talks = sim.watch("first_scenario", seed=1, replicate=0)
    >>> talks
    The bridge at Orlen: seed 1, replicate 0, adjourned_with_date, until 2030-06-09
    >>> talks.diary[["session", "progress", "grievance.east_orlen"]].head(3).round(2)
                session  progress  grievance.east_orlen
    date
    2030-05-06        1      0.03                  0.17
    2030-05-07        2      0.13                  0.15
    2030-05-08        3      0.39                  0.13

    """
    if not (0 <= seed < 2**64 and 0 <= replicate < 2**48):
        raise ValueError("A seed is a whole number from 0 to 2^64 - 1, a replicate one from 0 to 2^48 - 1.")
    talks = Talks(read(case) if isinstance(case, str) else case, seed, replicate, collect=collect)
    while talks.running:
        talks.step()
    return talks
