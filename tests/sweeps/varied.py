"""Small things that the tests of sweeps share."""

from dataclasses import astuple
from pathlib import Path
from typing import Any, Final

import pytest

from sim.case import Mistakes, Unknown
from sim.study.request import asked
from sim.talks.seating import Seated

GENEVA: Final = "geneva_ii_round_2"
EVERYTHING: Final = str(Path(__file__).parents[1] / "scenarios" / "everything.yaml")
CASES: Final = (GENEVA, EVERYTHING)


def alike(one: Seated, other: Seated) -> bool:
    """Whether two cases at the table are the same: the vector to the bit, what is drawn, and the scenario."""
    draws = [[astuple(draw) for draw in seated.draws] for seated in (one, other)]
    same_bits = one.template.tobytes() == other.template.tobytes()
    return same_bits and draws[0] == draws[1] and one.scenario == other.scenario


def refused(*vary: str, case: str = GENEVA, **options: Any) -> str:  # noqa: ANN401 - as `asked` takes them
    """What is said of a sweep that is refused as wrong usage."""
    with pytest.raises(Unknown) as caught:
        asked(case, [], vary, **options)
    return str(caught.value)


def mistaken(file: Path) -> Mistakes:
    """What is said of a sweep file that is faulty."""
    with pytest.raises(Mistakes) as caught:
        asked(str(file))
    return caught.value
