"""Several cases that are set side by side: scenarios that are played now, or results that were kept."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from sim.commands import engines
from sim.commands.progress import Progress
from sim.commands.stored import PAGE
from sim.report.terminal.page import err

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sim.analysis.ensemble import Ensemble
    from sim.talks.seating import Seated


def played(seats: "Sequence[Seated]", seed: int, runs: int, engine: str) -> "list[Ensemble]":
    """Play cases one after the other, with one report of how far it is."""
    from sim.analysis import ensemble

    chosen = engines.chosen(engine, runs * len(seats))
    progress = Progress(err(), runs * len(seats))
    if chosen == "compiled" and seats:
        progress.wait("Compiling the rules, once.")
    try:
        with engines.lean(chosen):
            return [
                ensemble.played(one, seed, runs, chosen, None, partial(_told, progress, place * runs))
                for place, one in enumerate(seats)
            ]
    finally:
        progress.end()


def _told(progress: Progress, before: int, done: int) -> None:
    progress(before + done)


def is_stored(source: str) -> bool:
    """Whether what is named is a folder of results, a point of one (``results/style@3``), or saved lessons."""
    from sim.classroom.lesson.pool import is_kept

    return source != "-" and (_is_sweep(source) or is_kept(source))


def _is_sweep(source: str) -> bool:
    return (Path(folder_of(source)) / PAGE).exists()


def folder_of(source: str) -> str:
    """The folder in what is named."""
    folder, at, point = source.rpartition("@")
    return folder if at and point.isdecimal() else source


def stored(source: str) -> "Ensemble":
    """The runs of results that were kept, at their one point or at the one that is named.

    Raises
    ------
    Unknown
        There are several points and none is named, or there is no such point.

    """
    from sim.analysis.results import results
    from sim.classroom.lesson.pool import pooled

    if not _is_sweep(source):
        return pooled(source)
    folder = folder_of(source)
    return results(folder).ensemble(int(source[len(folder) + 1 :]) if folder != source else None)
