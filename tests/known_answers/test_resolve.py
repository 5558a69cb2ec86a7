"""Resolve, by hand."""

from math import isclose

import pytest

from sim.rules.resolve import Stance, backed, pressed, resolve

ALL = Stance(backed=0.5, grievance=0.4, pressed=0.3, cooperation=0.5, mediator=0.2)


@pytest.mark.parametrize(
    ("backing", "hardening", "pressing", "held"),
    [(2, 0, 0, 1.0), (0, 0.5, 0, 0.2), (0, 0, 2, -0.7), (2, 0.5, 2, 0.5), (2, 0.5, 4, -0.2)],
)
def test_backing_and_anger_harden_and_pressure_softens(
    backing: float, hardening: float, pressing: float, held: float
) -> None:
    assert isclose(resolve(ALL, backing, hardening, pressing), held)  # the pressure is 0.5 * 0.3 + 0.2


@pytest.mark.parametrize(("commitment", "backs", "presses"), [(0, 0.8, 0), (0.25, 0.6, 0.2), (1, 0, 0.8)])
def test_a_sponsor_divides_its_leverage_between_backing_and_pressing(
    commitment: float, backs: float, presses: float
) -> None:
    assert isclose(backed(0.8, commitment), backs)
    assert isclose(pressed(0.8, commitment), presses)
