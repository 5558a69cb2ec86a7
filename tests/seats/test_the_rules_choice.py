"""Who chooses nothing, or what the rules would have chosen, changes nothing, bit for bit."""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.talks.records import SINGULAR, Nouns, Vector, pack
from sim.talks.seating import Seated, seat
from sim.talks.seats import CHOICES, Choice
from sim.talks.session import EVENING, MORNING, SESSION, START, Piece, nouns_of
from tests.model.cases import DEFAULT, EVERYTHING, World, made, seated
from tests.model.generated import worlds
from tests.seats.choosing import bits, evenings, is_choice, kind_of, ruled

SHORT = "calendar.horizon_days=25"
CASES = ((DEFAULT, SHORT), (DEFAULT, SHORT, "mediator.suspend_below=0.7"), (EVERYTHING,))
REPLICATES = range(3)


@cache
def by_the_rules(case: tuple[str, ...], replicate: int) -> list[Vector]:
    return evenings(seated(*case), replicate)


@cache
def found(case: tuple[str, ...], replicate: int) -> list[Choice]:
    """Look in a run for all choices that only say what the rules chose there."""
    return [choice for choice in ruled(seated(*case), by_the_rules(case, replicate)) if is_choice(choice)]


def without_seats(case: Seated, replicate: int) -> Iterator[Vector]:
    """Play a run over plain nouns, by nothing but the order of events."""
    nouns = case.nouns(1, replicate)
    do(START, nouns)
    yield pack(case.layout, nouns)
    while not nouns["room"].over:
        do(MORNING, nouns)
        if nouns["room"].held:
            do(SESSION, nouns)
        do(EVENING, nouns)
        yield pack(case.layout, nouns)


def do(pieces: Iterable[Piece], nouns: Nouns) -> None:
    for piece in pieces:
        who, *names = nouns_of(piece)
        for one in nouns[SINGULAR[who]] if who in SINGULAR else [nouns[who]]:
            piece(one, *(nouns[name] for name in names))


@pytest.mark.parametrize("kind", CHOICES)
def test_choosing_as_the_rules_do_changes_no_bit(kind: str) -> None:
    runs = {run: [one for one in found(*run) if kind_of(one) == kind] for run in product(CASES, REPLICATES)}
    assert any(runs.values())
    for (case, replicate), chosen in runs.items():
        if chosen:
            assert bits(evenings(seated(*case), replicate, chosen)) == bits(by_the_rules(case, replicate))


@given(world=worlds(), replicate=st.integers(0, 99))
@settings(max_examples=15)
def test_choosing_everything_as_the_rules_do_changes_no_bit_of_any_case(world: World, replicate: int) -> None:
    case = seat(made(world))
    told = evenings(case, replicate)
    chosen = [choice for choice in ruled(case, told) if is_choice(choice)]
    assert bits(evenings(case, replicate, chosen)) == bits(told)


@given(world=worlds(), kind=st.sampled_from(tuple(CHOICES)))
@settings(max_examples=15)
def test_choosing_one_thing_as_the_rules_do_changes_no_bit_of_any_case(world: World, kind: str) -> None:
    case = seat(made(world))
    told = evenings(case)
    chosen = [choice for choice in ruled(case, told) if is_choice(choice) and kind_of(choice) == kind]
    assert bits(evenings(case, 0, chosen)) == bits(told)


@pytest.mark.parametrize("case", CASES)
def test_who_chooses_nothing_is_played_by_the_pieces_of_the_day_alone(case: tuple[str, ...]) -> None:
    assert bits(by_the_rules(case, 2)) == bits(without_seats(seated(*case), 2))


@given(world=worlds())
@settings(max_examples=10)
def test_the_order_in_which_choices_are_made_does_not_count(world: World) -> None:
    case = seat(made(world))
    chosen = [choice for choice in ruled(case, evenings(case)) if is_choice(choice)]
    assert bits(evenings(case, 0, chosen[::-1])) == bits(evenings(case, 0, chosen))
