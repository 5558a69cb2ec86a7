"""The cases that come with the simulator."""

from pathlib import Path


def bundled() -> dict[str, Path]:
    """Each bundled case by its name: in the installed package, or beside it in a source checkout."""
    package = Path(__file__).parents[1]
    folders = (package / "scenarios", package.parent / "scenarios")
    folder = next((folder for folder in folders if folder.is_dir()), folders[0])
    return {path.stem: path for path in sorted(folder.glob("*.yaml"))}
