"""Reports: what was found, as one page that needs nothing else and can be sent by mail."""

from importlib import import_module
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable

    from sim.report.page import Report

BUILDERS: Final = {
    "Comparison": "of_comparison",
    "WhatIf": "of_whatif",
    "Sensitivity": "of_sensitivity",
    "Sweep": "of_sweep",
}
"""Which file makes the report on what, by the name of its class."""


def report(thing: object, path: str | PathLike[str], command: str = "") -> None:
    """Write the report on a comparison, a what-if, a sensitivity or a sweep into one HTML file.

    `command` is what repeats it. The file asks for nothing outside of itself and holds no script.

    Raises
    ------
    TypeError
        There is no report on such a thing.
    OSError
        The file cannot be written; then there is none, or the old one.

    """
    name = BUILDERS.get(type(thing).__name__)
    if name is None:
        raise TypeError(f"There are reports on {', '.join(BUILDERS)}; not on {type(thing).__name__}.")
    build: Callable[[Any, str], Report] = import_module(f"sim.report.{name}").report
    from sim.report.page import write  # noqa: PLC0415 - it brings the templates

    write(Path(path), build(thing, command))
