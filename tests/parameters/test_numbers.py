"""Every number of the format matters: moved a little, it changes some outcome under the same luck."""

from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from pydantic import ValidationError

from sim.case import canonical
from sim.talks.seating import Seated, seat
from tests.model import small
from tests.model.cases import BUNDLED, DEFAULT, EVERYTHING, World, made, plain, seated
from tests.model.playing import Columns, changed, played
from tests.parameters.fields import every_number, every_parameter
from tests.parameters.leaves import leaves, moves, parameters

SOURCES = (EVERYTHING, DEFAULT, *(name for name in BUNDLED if name != DEFAULT))
NUMBERS = every_number()
STORY = "calendar.first_round"
RUNS = (100, 3000)
TRIES = 40


@cache
def base(source: str, runs: int) -> Columns:
    """Play a case as it is."""
    return played(seated(source), runs)


def outcomes_differ(source: str, moved: Seated) -> bool:
    """Say whether a case with a number moved has another ending, day, count or reason in some run, same luck."""
    return any(changed(counted(base(source, runs)), counted(played(moved, runs))) for runs in RUNS)


def counted(columns: Columns) -> Columns:
    """Leave the columns that hold whole numbers."""
    return {name: column for name, column in columns.items() if column.dtype.kind == "i"}


def with_number(source: str, path: str, value: Any) -> Seated | None:  # noqa: ANN401 - whatever a file can hold
    """Seat a case with one number moved; None if it is refused."""
    world = small.changed(plain(seated(source).scenario), (path, value))
    try:
        return seat(made(balanced(world, path)))
    except (ValidationError, AssertionError):
        return None


def balanced(world: World, path: str) -> World:
    """Let the saliences of a delegation sum to 1 again: another issue gives what one takes."""
    if not path.endswith(".salience"):
        return world
    _, party, _, issue, _ = path.split(".")
    positions = world["delegations"][party]["positions"]
    others = [one for name, one in positions.items() if name != issue and isinstance(one["salience"], float)]
    rest = sum(one["salience"] for one in positions.values() if isinstance(one["salience"], float))
    drawn = sum(one["salience"]["normal"]["mean"] for one in positions.values() if isinstance(one["salience"], dict))
    others[0]["salience"] += 1 - rest - drawn
    return world


def candidates(place: str) -> Iterator[tuple[str, str, Any]]:
    """Give, case by case, a number of the format and a value near it."""
    for source in SOURCES:
        for path, pattern, value in leaves(seated(source).scenario):
            if pattern == place:
                yield from ((source, path, moved) for moved in moves(value, NUMBERS[place]))


def drawn_candidates(name: str) -> Iterator[tuple[str, str, Any]]:
    """Give, case by case, a distribution and one with one of its numbers moved."""
    for source in SOURCES:
        for path, _, value in leaves(seated(source).scenario):
            yield from ((source, path, moved) for moved in parameters(value, name))


def first_that_matters(tried: Iterator[tuple[str, str, Any]]) -> tuple[str, str, Any] | None:
    """Find the first move that changes an outcome, of a few tried in each case."""
    counts: dict[str, int] = {}
    for source, path, value in tried:
        counts[source] = counts.get(source, 0) + 1
        if counts[source] <= TRIES:
            moved = with_number(source, path, value)
            if moved and outcomes_differ(source, moved):
                return source, path, value
    return None


@pytest.mark.parametrize("place", [place for place in NUMBERS if place != STORY])
def test_a_number_moved_a_little_changes_some_outcome(place: str) -> None:
    assert first_that_matters(candidates(place)) is not None


@pytest.mark.parametrize("name", every_parameter())
def test_a_number_of_a_distribution_moved_a_little_changes_some_outcome(name: str) -> None:
    assert first_that_matters(drawn_candidates(name)) is not None


@pytest.mark.parametrize("session", [1, 2])
def test_the_day_of_a_fixed_format_matters(session: int) -> None:
    world = plain(seated(DEFAULT).scenario)
    formats = world["calendar"]["fixed_formats"]
    moved = small.changed(
        world, ("calendar.fixed_formats", {key + (key == session) * 2: it for key, it in formats.items()})
    )
    assert outcomes_differ(DEFAULT, seat(made(moved)))


def test_the_number_of_the_first_round_is_told() -> None:
    case, other = seated(DEFAULT).scenario, seated(DEFAULT, f"{STORY}=3").scenario
    assert canonical(case) != canonical(other)
    assert STORY in NUMBERS


def test_a_number_that_nothing_reads_is_found_out() -> None:
    case = seated(DEFAULT)
    assert not outcomes_differ(DEFAULT, case)
    assert first_that_matters(iter([(DEFAULT, "title", "Another title")])) is None


def test_the_numbers_are_found_in_the_records() -> None:
    assert {"spread", "delegations.*.positions.*.ideal", "council.draft.dates.*", "events.*.size"} <= set(NUMBERS)
    assert {"normal.mean", "pert.high"} <= set(every_parameter())
    assert "format" not in NUMBERS
