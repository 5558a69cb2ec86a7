"""A yes or a no that is chosen is what another number drawn there would have given, to the end of the run."""

from typing import Final
from unittest.mock import patch

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from sim.case.identity import identity
from sim.talks import chance
from sim.talks.circumstances import Luck
from sim.talks.model import Talks
from sim.talks.seating import Seated, seat
from sim.talks.seats import Choice
from tests.model.cases import EVERYTHING, World, made, seated
from tests.model.generated import worlds
from tests.seats.choosing import bits, evenings, kind_of, other, ruled

PURPOSES: Final = {
    "comes": chance.NO_SHOW,
    "returns": chance.RETURN,
    "list": chance.LIST,
    "order": chance.ORDER,
    "text": chance.TEXT,
    "package": chance.TEXT,
    "date": chance.DATE,
    "walkout": chance.WALKOUT,
}
LOWEST, HIGHEST = -1.0, 2.0
FREE = ("delegations.ports.positions.strait.red_line=false", "delegations.hills.positions.amnesty.red_line=false")


def drawn(case: Seated, choice: Choice) -> list[bytes]:
    """Play a run in which the number behind a choice is another one on that day."""
    name, _, issue = choice.name.partition(":")
    who = identity(f"{choice.who}/{issue}" if issue else choice.who)
    happens = choice.value if name != "comes" else not choice.value
    uniform = chance.uniform

    def otherwise(luck: Luck, step: int, identity: int, purpose: int) -> float:
        if (identity, purpose) == (who, PURPOSES[name]):
            return LOWEST if happens else HIGHEST
        return uniform(luck, step, identity, purpose)

    talks = Talks(case, collect=False)
    told = [talks.vector().tobytes()]
    while talks.running:
        today = talks.nouns["room"].day + 1 == choice.day
        with patch.object(chance, "uniform", otherwise if today else uniform):
            talks.step()
        told.append(talks.vector().tobytes())
    talks.disperse()
    return told


def without_red_lines(world: World) -> World:
    for delegation in world["delegations"].values():
        for position in delegation["positions"].values():
            position["red_line"] = False
    return world


@given(world=worlds().map(without_red_lines), place=st.integers(0, 10**6))
@settings(max_examples=25)
def test_another_answer_is_another_number_in_any_case(world: World, place: int) -> None:
    case = seat(made(world))
    choices = [other(one) for one in ruled(case, evenings(case)) if kind_of(one) in PURPOSES]
    assume(choices)
    choice = choices[place % len(choices)]
    assert bits(evenings(case, 0, [choice])) == drawn(case, choice)


@pytest.mark.parametrize("kind", PURPOSES)
def test_another_answer_is_another_number_for_each_question(kind: str) -> None:
    case = seated(EVERYTHING, *FREE, "behaviour.walkout_base=-5")
    told = evenings(case)
    choice = next(other(one) for one in ruled(case, told) if kind_of(one) == kind)
    chosen = bits(evenings(case, 0, [choice]))
    assert chosen == drawn(case, choice)
    assert chosen != bits(told)
