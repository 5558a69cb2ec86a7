"""Tables as the page on validity has them."""

from collections.abc import Iterable


def line(cells: Iterable[str]) -> str:
    """A line of a table."""
    return "|" + "|".join(f" {cell} " if cell else " " for cell in cells) + "|\n"


def table(*headings: str, lines: Iterable[str]) -> str:
    """A table of the page."""
    return line(headings) + "|" + "---|" * len(headings) + "\n" + "".join(lines)
