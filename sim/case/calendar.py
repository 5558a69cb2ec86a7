"""When the talks are held, and how far the story looks."""

from datetime import date, timedelta
from typing import Annotated, Final, TypeAlias

from pydantic import Field

from sim.case.name import FormatName
from sim.case.number import Within
from sim.case.record import Record

DAY: Final = timedelta(days=1)
Days: TypeAlias = Annotated[int, Within(1, 3650, unit="days")]
DayOfRound: TypeAlias = Annotated[int, Within(1, 366, unit="day of the round")]


class Calendar(Record):
    """The days of the talks: one session a day in a round, an intermission between rounds."""

    start: date = Field(description="The first day of the first round; day 0.")
    sessions_per_round: Annotated[int, Within(1, 366, unit="sessions")] = Field(
        6, description="How many sessions a round has, one a day."
    )
    rounds: Annotated[int, Within(1, 100, unit="rounds")] = Field(
        1, description="How many rounds are played; whether a further one is agreed and opened is recorded."
    )
    first_round: Annotated[int, Within(1, 1000)] = Field(
        1, description="The number of the first round, so that the story can say which one it is."
    )
    intermission_days: Days = Field(
        30, description="Days from a round's end to an agreed next one; also how often the mediator asks again."
    )
    horizon_days: Annotated[int, Within(0, 3650, unit="days")] = Field(
        95, description="How many days after the start the story ends at the latest."
    )
    deadline: date | None = Field(
        None, description="When the parties think it is over. If left out: the last day of the horizon."
    )
    fixed_formats: dict[DayOfRound, FormatName] = Field(
        default_factory=dict,
        description="The format of a day's session, by its place in the first round that opens; 1 is the first day.",
    )

    @property
    def last_day(self) -> date:
        """The last day of the horizon."""
        return self.start + self.horizon_days * DAY

    @property
    def end_of_time(self) -> date:
        """The day on which the parties think it is over."""
        return self.deadline or self.last_day
