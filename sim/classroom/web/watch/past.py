"""What the case as it was is called: by its year, where it is one of history."""

from dataclasses import dataclass

from sim.classroom.web.room import Room


@dataclass(frozen=True)
class Past:
    """How the page speaks of the case as it was."""

    back: str
    mark: str
    grey: str


def past(room: Room) -> Past:
    """Name it."""
    if room.case.happened is None or room.settings:
        return Past("Back to the case", "The upright mark is how the case has it.", "grey is the case as it is")
    year = room.case.calendar.start.year
    return Past(f"Back to {year}", f"The upright mark is how it was in {year}.", f"grey is how it was in {year}")
