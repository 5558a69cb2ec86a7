"""The cases that come with the simulator, and the library of coded ones that it is scored on."""

from pathlib import Path
from typing import Final

LIBRARY: Final = "library"
CODINGS: Final = ("first", "second")
"""The folders of the library: each case is coded twice, by the same rubric, and both codings stay."""


def bundled() -> dict[str, Path]:
    """Each bundled case by its name: in the installed package, or beside it in a source checkout."""
    return _cases(_folder())


def library(coding: str = "first") -> dict[str, Path]:
    """Each case of the library by its name, in its first or second coding."""
    return _cases(_folder() / LIBRARY / coding)


def named() -> dict[str, Path]:
    """Every case that a name alone stands for: the bundled ones, and the first codings of the library."""
    return library() | bundled()


def _folder() -> Path:
    package = Path(__file__).parents[1]
    folders = (package / "scenarios", package.parent / "scenarios")
    return next((folder for folder in folders if folder.is_dir()), folders[0])


def _cases(folder: Path) -> dict[str, Path]:
    return {path.stem: path for path in sorted(folder.glob("*.yaml"))}
