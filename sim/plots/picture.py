"""A picture that can be kept: what is drawn, what it says, and how it is read."""

import os
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final

import matplotlib as mpl

from sim.case.place import Unknown

if TYPE_CHECKING:
    from matplotlib.figure import Figure

STEADY: Final = {
    "svg.hashsalt": "sim", "svg.fonttype": "path", "text.parse_math": False, "text.usetex": False,
    "font.family": ["DejaVu Sans"], "savefig.bbox": None, "hatch.linewidth": 1.6,
}  # fmt: skip
"""What makes the same picture the same bytes, and keeps words from being read as formulas."""


def steady() -> AbstractContextManager[None]:
    """Draw in the one way, whatever the user has set for pictures of their own."""
    return mpl.rc_context(STEADY)  # type: ignore[arg-type] # its names are all there


@dataclass(frozen=True, eq=False)
class Picture:
    """A drawing with its title, a text for who cannot see it, and a sentence on how to read it."""

    figure: "Figure"
    title: str
    alt: str
    how_to_read: str
    footer: str

    def svg(self) -> bytes:
        """The picture as SVG, letters as outlines; the same bytes each time."""
        data = BytesIO()
        about = {"Date": None, "Creator": f"matplotlib {mpl.__version__}", "Title": self.title, "Description": self.alt}
        with steady():
            self.figure.savefig(data, format="svg", metadata=about)
        return data.getvalue()

    def png(self) -> bytes:
        """The picture as PNG; the same bytes each time."""
        data = BytesIO()
        about = {"Software": None, "Title": self.title, "Description": self.alt}
        with steady():
            self.figure.savefig(data, format="png", metadata=about)
        return data.getvalue()

    def save(self, path: str | os.PathLike[str]) -> None:
        """Keep the picture in a file, as its ending says: `.svg` or `.png`. It is there whole, or not at all.

        A device or a pipe is written to as it is, and a link stays a link.

        Raises
        ------
        sim.case.Unknown
            The file has another ending.
        OSError
            It cannot be written.

        """
        path = Path(path)
        drawn = KINDS.get(path.suffix.lower())
        if drawn is None:
            raise Unknown(f"{path}: a picture is a file that ends in {' or '.join(KINDS)}.")
        if path.exists() and not path.is_file():
            path.write_bytes(drawn(self))
            return
        target = path.resolve()
        unfinished = target.with_name(f".{target.name}.{os.getpid()}")
        try:
            unfinished.write_bytes(drawn(self))
            unfinished.replace(target)
        finally:
            unfinished.unlink(missing_ok=True)

    def _repr_svg_(self) -> str:
        """The picture, for a notebook."""
        return self.svg().decode()


KINDS: Final[dict[str, Callable[[Picture], bytes]]] = {".svg": Picture.svg, ".png": Picture.png}
