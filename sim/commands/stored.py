"""The folder of a sweep as an argument of a command, and what the shell completes for it."""

from pathlib import Path
from typing import Annotated

import typer

PAGE = "sweep.json"
"""By this file a folder of results is known."""


def folders(incomplete: str) -> list[tuple[str, str]]:
    """Offer the folders whose names begin so: results, and such that may hold some."""
    folder = Path(incomplete) if incomplete.endswith("/") else Path(incomplete).parent
    try:
        found = [path for path in sorted(folder.iterdir()) if path.is_dir() and not path.name.startswith(".")]
    except OSError:
        return []
    offers = [(str(path), "results") if (path / PAGE).exists() else (f"{path}/", "folder") for path in found]
    return [offer for offer in offers if offer[0].startswith(incomplete)]


Folder = Annotated[
    Path, typer.Argument(metavar="RESULTS", help="The folder of a finished sweep.", autocompletion=folders)
]
"""The results that a command is about."""
