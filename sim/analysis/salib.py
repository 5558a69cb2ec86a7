"""SALib, which makes the designs of a sensitivity study and works out its figures; it is an extra."""

from importlib import import_module
from importlib.util import find_spec
from typing import Any, Final

from sim.case import Unknown
from sim.study.design import uniforms
from sim.talks import chance

MISSING: Final = 'Sensitivity needs SALib, which is not installed:\npip install "negotiation-rounds[sensitivity]"'
WHO: Final = 2**32 - 1
"""The address under which SALib's seeds are drawn: no axis of a design is so far up."""
RESAMPLES: Final = 1000
"""So often an interval draws trajectories or points anew."""


def required() -> None:
    """Refuse, in a sentence, where SALib is not installed. Raises Unknown."""
    if find_spec("SALib") is None:
        raise Unknown(MISSING)


def part(name: str) -> Any:  # noqa: ANN401 - SALib tells no types
    """A module of SALib, such as `sample.morris`. Raises Unknown where SALib is not installed."""
    required()
    return import_module(f"SALib.{name}")


def problem(count: int) -> dict[str, Any]:
    """So many numbers, each from 0 to 1, as SALib wants them said."""
    return {"num_vars": count, "names": [str(place) for place in range(count)], "bounds": [[0.0, 1.0]] * count}


def seed(begin: int, step: int) -> int:
    """A seed for SALib from ours, 1 to 2^31: another one for each step of a study."""
    return 1 + int(uniforms(chance.luck_of(begin, 0), WHO, step + 1)[step] * 2**31)
