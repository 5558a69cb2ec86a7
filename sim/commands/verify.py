"""``sim verify``: a stored sweep, played again and compared bit for bit."""

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from sim.commands import exits
from sim.commands.options import Engine, Json
from sim.commands.stored import Folder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sim.commands.progress import Progress
    from sim.study.store import Results
    from sim.study.verification import Verdict

Digest = Annotated[bool, typer.Option("--digest", help="Read all values, print their digest and nothing else.")]


def verify(folder: Folder, digest: Digest = False, engine: Engine = "auto", json: Json = False) -> None:
    """Play a stored sweep again, and compare.

    Every file is held against its hash, every run is played again, and every value is compared, bit for bit.
    Exit 7 where something is not the same.
    """
    if digest and json:
        raise typer.BadParameter("--digest prints the digest and nothing else.")
    from sim.study.store import results

    there = results(folder)
    if digest:
        sys.stdout.write(_digest(there) + "\n")
        return
    from sim.commands import verdicts

    verdict = _verdict(there, engine)
    (verdicts.as_document if json else verdicts.tell)(there, verdict)
    if not verdict.same:
        raise typer.Exit(exits.UNUSABLE)


def _digest(there: "Results") -> str:
    from sim.study import verification

    with _progress(there) as progress:
        return verification.digest(there, progress)


def _verdict(there: "Results", engine: str) -> "Verdict":
    from sim.commands import engines
    from sim.study import runs, verification
    from sim.study.sweep import in_threads

    there.refuse_other_version()
    player = engines.chosen(engine, there.plan.size)
    with _progress(there) as progress:
        if player == "compiled":
            progress.wait("Compiling the rules, once.")
        with in_threads(there.plan, player, runs.at_once(player, None)) as crew:
            progress(0)
            return verification.verified(there, crew, progress)


@contextmanager
def _progress(there: "Results") -> "Iterator[Progress]":
    from sim.commands.progress import Progress
    from sim.report.terminal.page import err

    progress = Progress(err(), there.plan.size)
    try:
        yield progress
    finally:
        progress.end()
