"""Arguments and options that several commands take, and what the shell completes for them."""

from pathlib import Path
from typing import Annotated

import typer

DEFAULT = "geneva_ii_round_2"
"""The bundled scenario that is meant where none is named."""


def names(incomplete: str) -> list[tuple[str, str]]:
    """Offer the bundled scenarios, with their titles, and the YAML files and folders whose names begin so."""
    return [offer for offer in _bundled() + _files(incomplete) if offer[0].startswith(incomplete)]


def _bundled() -> list[tuple[str, str]]:
    from sim.case.bundle import named

    return [(name, "bundled") for name in named()]


def _files(incomplete: str) -> list[tuple[str, str]]:
    folder = Path(incomplete) if incomplete.endswith("/") else Path(incomplete).parent
    try:
        found = sorted(folder.iterdir())
    except OSError:
        return []
    folders = [(f"{path}/", "folder") for path in found if path.is_dir() and not path.name.startswith(".")]
    return [(str(path), "file") for path in found if path.suffix in {".yaml", ".yml"}] + folders


SCENARIO_HELP = "A file, the name of a bundled scenario, or - for standard input."

Source = Annotated[str, typer.Argument(metavar="SCENARIO", help=SCENARIO_HELP, autocompletion=names)]
"""The scenario that a command is about."""

Sources = Annotated[
    list[str],
    typer.Argument(
        metavar="SCENARIO", help=SCENARIO_HELP, autocompletion=names, default_factory=list, show_default=False
    ),
]
"""Several scenarios."""

Settings = Annotated[
    list[str],
    typer.Option(
        "--set",
        metavar="PATH=VALUE",
        help="Change one value of the scenario, as in --set mediator.style=facilitation; may be repeated.",
        default_factory=list,
        show_default=False,
    ),
]
"""Changes to the scenario, each as ``path=value``."""

Json = Annotated[bool, typer.Option("--json", help="Print one JSON document and nothing else.")]
"""Whether the answer is for a program."""

Engine = Annotated[str, typer.Option("--engine", metavar="NAME", help="auto, compiled or mesa: the same numbers.")]
"""Who plays many runs."""
