"""Shares that must sum to something."""

from collections.abc import Iterable
from typing import Final

from sim.case.distribution import Distribution
from sim.case.number import centre

TOLERANCE: Final = 1e-6


def total(numbers: Iterable[float | Distribution]) -> float:
    """The sum, from left to right; a distribution counts with its centre."""
    result = 0.0
    for number in numbers:
        result += centre(number)
    return result
