"""Handouts as Markdown, in which whatever a case says in words is text, and nothing else."""

import re
from typing import Final

from sim.case.text import visible
from sim.report.handout import Grid, Part, Sheet

_ACTS: Final = re.compile(r"[\\`*_\[\]<>|~&$^{}@]|(?<=[a-zA-Z]):(?=//)|(?<=www)\.", re.IGNORECASE)
_OPENS: Final = re.compile(r"^(?:\d+(?=[.)](?: |$))|(?=#|[+-](?:[ -]|$)|: ))")


def markdown(sheet: Sheet) -> str:
    """One sheet as the text of a file."""
    opening = [f"# {text(sheet.title)}", text(sheet.eyes), text(sheet.lead)]
    blocks = [block for part in sheet.parts for block in _part(part)]
    return "\n\n".join(block for block in (*opening, *blocks, "---", text(sheet.source)) if block) + "\n"


def text(words: str) -> str:
    """Words on one line, with a backslash before each sign that Markdown would act on."""
    line = _ACTS.sub(r"\\\g<0>", visible(" ".join(words.split())))
    return _OPENS.sub(r"\g<0>\\", line)


def _part(part: Part) -> list[str]:
    points = "\n".join(f"- {text(point)}" for point in part.points)
    return [f"## {text(part.heading)}", *map(text, part.words), points, _grid(part.grid) if part.grid else ""]


def _grid(grid: Grid) -> str:
    head, *rows = (f"| {' | '.join(map(text, cells))} |" for cells in (grid.head, *grid.rows))
    return "\n".join((head, "|---" * len(grid.head) + "|", *rows))
