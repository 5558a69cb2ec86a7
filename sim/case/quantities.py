"""Numbers of a case as they are shown: outright, or as the distribution that they are drawn from."""

from typing import TYPE_CHECKING

from sim.case.days import number
from sim.case.number import centre, written

if TYPE_CHECKING:
    from sim.case.number import Number


def quantity(value: "Number") -> str:
    """A number of the case: ``0.45``; one that is drawn: ``normal(mean 0.45, sd 0.1)``, ``uniform(0.2, 0.6)``."""
    shown = written(value)
    if not isinstance(shown, dict):
        return number(centre(value))
    ((kind, parts),) = shown.items()
    if isinstance(parts, dict):
        return f"{kind}({', '.join(f'{name} {number(part)}' for name, part in parts.items())})"
    return f"{kind}({', '.join(map(number, parts))})"


def hundredths(value: "Number") -> str:
    """A part of a whole: ``40 %``; where it is drawn, its mean."""
    return f"{number(round(100 * centre(value), 1))} %"


def people(value: "Number") -> str:
    """So many people: ``3,000``; where it is drawn, the mean."""
    return f"{centre(value):,.0f}"
