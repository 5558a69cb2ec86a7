"""A second implementation, written from the rule book alone, finds the same outcomes."""

from typing import Any

import pytest
from hypothesis import given, settings

from sim.talks import outcome
from sim.talks.seating import Seated, seat
from tests.model.cases import EVERYTHING, READABLE, World, ids, made, plain, seated
from tests.model.generated import FAST, worlds
from tests.model.playing import ends
from tests.same_story.witness import concessions, differences, told
from tests.second.play import replay
from tests.second.world import fill

# The witness takes saliences as drawn; the product scales them so that they sum to 1.
FIRM = ("delegations.hills.positions.amnesty.salience=0.5",)


def found(case: Seated, world: World, seed: int, first: int, runs: int) -> list[dict[str, Any]]:
    """Name, run by run, what the two implementations do not agree on."""
    filled = fill(world)
    disagreed = []
    for number, end in enumerate(ends(case, runs, seed, first)):
        ours = {one.name: end[one.noun][one.row][one.field] for one in outcome.quantities(case)}
        said = told(replay(filled, seed, first + number), case)
        disagreed.append(differences(said, ours | concessions(case, end)))
    return disagreed


@pytest.mark.parametrize("source", READABLE, ids=ids(READABLE))
def test_both_implementations_agree_on_readable_cases(source: str) -> None:
    case = seated(source, *(FIRM if source == EVERYTHING else ()))
    assert found(case, plain(case.scenario), 1, 0, 25) == [{}] * 25


@given(world=worlds())
@settings(max_examples=110, phases=FAST)
def test_both_implementations_agree_on_random_cases(world: World) -> None:
    case = seat(made(world))
    assert found(case, world, 3, 2**32 + 1, 2) == [{}] * 2
