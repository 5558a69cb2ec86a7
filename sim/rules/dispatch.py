"""Choose one rule of a family by its place: a few comparisons, which also compile."""

from collections.abc import Callable
from typing import Any, Final

WIDTH: Final = 4


def choose(family: tuple[Callable[..., Any], ...]) -> Callable[..., Any]:
    """Make one function of many: `choose(family)(place, ...)` is `family[place](...)`.

    A dict of functions does not compile and one long chain of tests compiles slowly: so four at a time, and
    a tree above that.
    """
    if len(family) <= WIDTH:
        return _one_of(*family, *(family[-1:] * (WIDTH - len(family))))
    half = len(family) // 2
    return _either(half, choose(family[:half]), choose(family[half:]))


def _one_of(
    first: Callable[..., Any], second: Callable[..., Any], third: Callable[..., Any], last: Callable[..., Any]
) -> Callable[..., Any]:
    def one_of(place: int, *given: Any) -> Any:  # noqa: ANN401 - the family's own signature
        if place == 0:
            return first(*given)
        if place == 1:
            return second(*given)
        return third(*given) if place == 2 else last(*given)

    return one_of


def _either(half: int, lower: Callable[..., Any], upper: Callable[..., Any]) -> Callable[..., Any]:
    def either(place: int, *given: Any) -> Any:  # noqa: ANN401 - the family's own signature
        return lower(place, *given) if place < half else upper(place - half, *given)

    return either
