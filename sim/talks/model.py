"""A run to watch: a Mesa model whose agents are the delegations, the mediator and the sponsors."""

from collections.abc import Iterable
from dataclasses import fields
from operator import attrgetter
from typing import Any, Final, TypeAlias

import mesa

from sim.case.scenario import Scenario
from sim.talks import actors
from sim.talks.records import SINGULAR, Nouns, Vector, pack
from sim.talks.seating import Seated, seat
from sim.talks.session import EVENING, MORNING, SESSION, START, Piece, nouns_of

Part: TypeAlias = tuple[Piece, list[Any], tuple[Any, ...]]


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

    def __init__(self, case: Scenario | Seated, seed: int = 1, replicate: int = 0) -> None:
        """Seat a case for one run: seed in [0, 2^64), replicate in [0, 2^48)."""
        super().__init__(seed=0)
        self.seated = case if isinstance(case, Seated) else seat(case)
        nouns = self.seated.nouns(seed, replicate)
        nouns["delegations"] = [Delegation(self, noun) for noun in nouns["delegations"]]
        nouns["sponsors"] = [Sponsor(self, noun) for noun in nouns["sponsors"]]
        nouns["mediator"] = Mediator(self, nouns["mediator"])
        self.nouns: Nouns = nouns
        self.series = mesa.DataCollector(ROOM_SERIES, agenttype_reporters=AGENT_SERIES)
        self.morning, self.session, self.evening = map(self.share_out, (MORNING, SESSION, EVENING))
        self.go_through(self.share_out(START))

    def step(self) -> None:
        """One day: the war and the calendar, a session if the parties meet, and what comes of it."""
        self.go_through(self.morning)
        if self.nouns["room"].held:
            self.go_through(self.session)
        self.go_through(self.evening)
        self.series.collect(self)
        self.running = not self.nouns["room"].over

    def share_out(self, pieces: Iterable[Piece]) -> list[Part]:
        """Say for each piece who does it and what they look at, by the names of its parameters."""
        return [(piece, self.those(nouns_of(piece)[0]), self.seen_by(piece)) for piece in pieces]

    def those(self, name: str) -> list[Any]:
        """All who are called by a name: every delegation, or the one mediator."""
        return self.nouns[SINGULAR[name]] if name in SINGULAR else [self.nouns[name]]

    def seen_by(self, piece: Piece) -> tuple[Any, ...]:
        """The nouns that a piece looks at besides who acts."""
        return tuple(self.nouns[name] for name in nouns_of(piece)[1:])

    def go_through(self, parts: list[Part]) -> None:
        """Let everybody do their pieces, one piece after the other."""
        for piece, those, others in parts:
            for one in those:
                if isinstance(one, Seat):
                    one.act(piece, others)
                else:
                    piece(one, *others)

    def look(self, path: str) -> Any:  # noqa: ANN401 - whatever the field holds
        """A field of a noun of which there is one: `room.progress`."""
        noun, field = path.split(".")
        return attrgetter(field)(self.nouns[noun])

    def vector(self) -> Vector:
        """Everything as it stands now, on one vector of 8-byte numbers."""
        return pack(self.seated.layout, self.nouns)

    def rise(self) -> None:
        """Leave the table, so that the run can be forgotten: mesa keeps a model that holds agents for ever."""
        self.remove_all_agents()
        mesa.Agent._ids.pop(self, None)  # noqa: SLF001 - mesa offers no other way


def watch(case: Scenario | Seated, seed: int = 1, replicate: int = 0) -> Talks:
    """Play one run to its end."""
    talks = Talks(case, seed, replicate)
    while talks.running:
        talks.step()
    return talks
