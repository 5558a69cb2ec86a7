"""The pictures, one function each: what is seen is said in its title, and how to read it stands below."""

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable

    from sim.plots.picture import Picture


def _drawing(name: str) -> "Callable[..., Picture]":
    """The function that draws it, whose file is read when it is first called for: drawing brings matplotlib."""

    def draw(*things: Any, **options: Any) -> "Picture":  # noqa: ANN401 - each picture has its own
        """Draw it."""
        function: Callable[..., Picture] = getattr(import_module(f"sim.plots.{name}"), name)
        with import_module("sim.plots.picture").steady():
            return function(*things, **options)

    return draw


NAMES: Final = (
    "outcomes", "comparison", "duration", "positions", "timeline", "response", "heat_map", "sensitivity", "dots",
    "quantile_dots", "calibration",
)  # fmt: skip
PLOTS: "Final[dict[str, Callable[..., Picture]]]" = {name: _drawing(name) for name in NAMES}
"""Each picture by its name; the file of the same name says what it takes."""
