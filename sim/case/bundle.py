"""The cases that come with the simulator."""

from pathlib import Path

import sim


def bundled() -> dict[str, Path]:
    """Each bundled case by its name: in the installed package, or beside it in a source checkout."""
    package = Path(sim.__file__).parent
    folders = (package / "scenarios", package.parent / "scenarios")
    folder = next((folder for folder in folders if folder.is_dir()), folders[0])
    return {path.stem: path for path in sorted(folder.glob("*.yaml"))}
