"""A sweep is played into its folder: how far it is, how it may go on, and what it came to."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import typer

from sim.case.days import numbered
from sim.commands import engines, exits, interruption, swept
from sim.commands.document import document
from sim.commands.progress import Progress
from sim.commands.request import Request
from sim.report.terminal.page import err, out

if TYPE_CHECKING:
    from sim.study.plan import Plan
    from sim.study.store import Store
    from sim.study.sweep import Crew, Swept


@dataclass(frozen=True)
class Means:
    """By whom and how a sweep is played; none of it changes a number."""

    engine: str
    workers: int | None
    cluster: str | None
    most_failures: int
    fresh: bool


def play(request: Request, means: Means, *, json: bool) -> None:
    """Play what is missing of a sweep and say what it came to; exit 6 where runs failed."""
    from sim.study import runs, store

    plan = request.plan()
    engine = engines.chosen(means.engine, plan.size)
    workers = runs.at_once(engine, means.workers)
    piece = runs.piece(engine, plan.size, workers)
    with (
        interruption.heard(),
        store.opened(request.folder, plan, piece, fresh=means.fresh, command=request.again()) as kept,
    ):
        for mended in kept.mended:
            err().paragraph(mended)
        with _resumable(request, plan, kept):
            done, seconds = _swept(request, plan, kept, means, engine, workers)
    _tell(request, plan, done, seconds, json=json)


def _swept(
    request: Request, plan: "Plan", kept: "Store", means: Means, engine: str, workers: int
) -> "tuple[Swept, float]":
    """How it went, and how many seconds it took once everybody was ready."""
    from sim.study.sweep import Swept, TooManyFailures, sweep

    if kept.digest is not None:
        return Swept(kept.digest, 0, kept.failures), 0.0
    progress = Progress(err(), plan.size)
    if engine == "compiled":
        progress.wait("Compiling the rules, once.")
    try:
        with _crew(plan, means, engine, workers) as crew:
            progress(0)
            begun = time.monotonic()
            done = sweep(plan, kept, crew, progress=progress, most_failures=means.most_failures)
            return done, time.monotonic() - begun
    except TooManyFailures as stopped:
        swept.failed(err(), request, plan, stopped.failures, stopped=True)
        raise typer.Exit(exits.FAILED) from None
    finally:
        progress.end()


@contextmanager
def _crew(plan: "Plan", means: Means, engine: str, workers: int) -> "Iterator[Crew]":
    if means.cluster:
        from sim.study.cluster import on_cluster

        with on_cluster(plan, engine, means.cluster) as crew:
            yield crew
    else:
        from sim.study.sweep import in_threads

        with in_threads(plan, engine, workers) as crew:
            yield crew


@contextmanager
def _resumable(request: Request, plan: "Plan", kept: "Store") -> Iterator[None]:
    """Say how a sweep goes on that is stopped, from outside or because the disk refuses."""
    try:
        yield
    except (KeyboardInterrupt, OSError):
        there = f"{kept.rows:,} of {numbered(plan.size, 'run')} are kept in {request.folder}."
        err().paragraph(f"Stopped. {there} The same command goes on from there:")
        err().command(request.again())
        raise


def _tell(request: Request, plan: "Plan", done: "Swept", seconds: float, *, json: bool) -> None:
    if json:
        document(swept.content(request, plan, done))
    else:
        swept.show(out(), request, plan, done, seconds)
    if done.failures:
        swept.failed(err(), request, plan, done.failures)
        raise typer.Exit(exits.FAILED)
