"""What a journal is made of: each record is something that happened in a lesson, in the order in which it did."""

from typing import Annotated, Final, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from sim.talks.seats import Choice

FORMAT: Final = 1
Value: TypeAlias = bool | float | str | tuple[str, ...]
Hash: TypeAlias = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
Number: TypeAlias = Annotated[int, Field(ge=0, le=100_000)]
Day: TypeAlias = Annotated[int, Field(ge=-100_000, le=100_000)]
"""A day of the calendar; those before its start are below 0."""


class Record(BaseModel):
    """Something that happened."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Opened(Record):
    """A room was opened: the case, whole, its luck, and how the lesson is played."""

    kind: Literal["opened"] = "opened"
    format: Literal[1] = 1
    sim: str
    results: int
    source: str
    scenario: str
    digest: str
    seed: Annotated[int, Field(ge=0, lt=2**64)]
    code: Annotated[str, Field(pattern="^[A-Z2-9]{8}$")]
    tables: Annotated[int, Field(ge=1, le=26)]
    minutes: Annotated[float, Field(gt=0, le=120)]
    head: bool


class Trusted(Record):
    """The server was started, and showed the teacher a key."""

    kind: Literal["trusted"] = "trusted"
    key: Hash


class Joined(Record):
    """Somebody typed the room code; nothing is known of them but a key."""

    kind: Literal["joined"] = "joined"
    member: Number
    key: Hash


class Sat(Record):
    """A member sat down in a seat."""

    kind: Literal["sat"] = "sat"
    member: Number
    table: Number
    role: str


class Stood(Record):
    """A member left a seat, or the teacher took it back from all who were in it."""

    kind: Literal["stood"] = "stood"
    members: tuple[Number, ...]


class Began(Record):
    """The tables began to play."""

    kind: Literal["began"] = "began"


class Paused(Record):
    """The clock was stopped, or went on."""

    kind: Literal["paused"] = "paused"
    paused: bool


class Picked(Record):
    """A member chose for a moment of a day; what is not picked is left to the rules."""

    kind: Literal["picked"] = "picked"
    member: Number
    table: Number
    day: Day
    stage: Annotated[int, Field(ge=0, le=2)]
    picks: dict[str, Value]


class Made(Record):
    """A choice that counts."""

    day: Day
    who: str
    name: str
    value: Value

    @property
    def choice(self) -> Choice:
        """The same as the rule book has it."""
        return Choice(self.day, self.who, self.name, self.value)


class Decided(Record):
    """A moment at a table was over; these choices count, those could not be followed, each with the reason."""

    kind: Literal["decided"] = "decided"
    table: Number
    day: Day
    stage: Annotated[int, Field(ge=0, le=2)]
    choices: tuple[Made, ...]
    refused: tuple[tuple[Made, str], ...] = ()


class Injected(Record):
    """The teacher let something happen at some tables: an event, as one writes it into a case."""

    kind: Literal["injected"] = "injected"
    tables: tuple[Number, ...]
    days: tuple[Day, ...]
    event: dict[str, str | float]


class Ended(Record):
    """The lesson was over, and what was left to play was left to the rules."""

    kind: Literal["ended"] = "ended"


Any: TypeAlias = Annotated[
    Opened | Trusted | Joined | Sat | Stood | Began | Paused | Picked | Decided | Injected | Ended,
    Field(discriminator="kind"),
]
READING: Final[TypeAdapter[Any]] = TypeAdapter(Any)
