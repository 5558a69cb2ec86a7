"""A report as a page: one file, no script, no request, and whatever a case says in words is text."""

import os
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final

from jinja2 import Environment, PackageLoader, StrictUndefined

from sim.case.text import visible

if TYPE_CHECKING:
    from sim.plots.picture import Picture

POLICY: Final = "default-src 'none'; img-src data:; style-src 'sha256-{style}'; base-uri 'none'; form-action 'none'"


@dataclass(frozen=True)
class Table:
    """A table with a head; every cell is text."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Section:
    """A part of a report: words, a picture, and its numbers as a table behind a link."""

    heading: str
    words: tuple[str, ...] = ()
    picture: "Picture | None" = None
    table: Table | None = None

    @property
    def place(self) -> str:
        """Where links lead to."""
        return "".join(letter if letter.isalnum() and letter.isascii() else "-" for letter in self.heading.lower())

    @property
    def source(self) -> str:
        """The picture as the address of an image that stands in the page itself."""
        return "data:image/svg+xml;base64," + b64encode(self.picture.svg()).decode() if self.picture else ""


@dataclass(frozen=True)
class Report:
    """All that a report says."""

    title: str
    lead: str
    compared: tuple[tuple[str, str], ...]
    sure: tuple[str, ...]
    sections: tuple[Section, ...]
    provenance: str
    command: str = ""


def html(report: Report) -> str:
    """The report as the text of a page; the same for the same report."""
    return filled("report.html", "style.css", report=report)


def filled(template: str, sheet: str, **things: object) -> str:
    """A template with a style sheet, filled: whatever is put in is text, and the page may load nothing."""
    pages = environment("sim.report")
    style = pages.get_template(sheet).render()
    policy = POLICY.format(style=b64encode(sha256(style.encode()).digest()).decode())
    return pages.get_template(template).render(**things, policy=policy, style=style)


def environment(package: str) -> Environment:
    """Whoever fills the templates of a package: all that is put in is text, and what is missing is an error."""
    return Environment(
        loader=PackageLoader(package), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True, finalize=_inert,
    )  # fmt: skip


def _inert(value: object) -> object:
    """Signs that cannot be seen, or that turn the text round, are written as numbers; lines and layout stay."""
    if type(value) is not str:
        return value
    return "\n".join(visible(line) for line in value.split("\n"))


def write(path: Path, report: Report) -> None:
    """Write the page into a file; it is there whole, or not at all. Raises OSError.

    A device or a pipe is written to as it is, and a link stays a link.
    """
    text = html(report)
    if path.exists() and not path.is_file():
        path.write_text(text, encoding="utf-8")
    else:
        _replace(path.resolve(), text)


def _replace(path: Path, text: str) -> None:
    unfinished = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        unfinished.write_text(text, encoding="utf-8")
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


def rows(found: Sequence[Sequence[object]]) -> tuple[tuple[str, ...], ...]:
    """Rows of a table, every cell as text."""
    return tuple(tuple(map(str, row)) for row in found)
