"""``sim score``: what the model says of talks whose end is known, and how good that is."""

from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Annotated

import typer

from sim import __version__
from sim.commands.options import Json, Sources

if TYPE_CHECKING:
    from sim.analysis.score import Score, Scored
    from sim.case.scenario import Scenario

Runs = Annotated[int, typer.Option("-n", "--runs", min=1, max=2**48, metavar="N", help="Play so many runs of each.")]
Seed = Annotated[int, typer.Option("--seed", min=0, max=2**64 - 1, metavar="N", help="Where chance begins.")]
Plot = Annotated[
    Path | None, typer.Option("--plot", metavar="FILE", help="Draw the calibration: an .svg or a .png file.")
]


def score(sources: Sources, runs: Runs = 2000, seed: Seed = 1, plot: Plot = None, json: Json = False) -> None:
    """Score the model on talks whose end is known.

    Plays the case library in both codings, or the scenarios that are named, and prints how likely what happened was,
    beside what could be said without playing anything.
    """
    from sim.commands import scoring
    from sim.commands.document import document
    from sim.commands.drawn import drawn, refuse
    from sim.report.terminal.page import out

    refuse(plot, None)
    asked = codings(sources)
    found = {name: _scored(name, *cases, runs, seed) for name, cases in asked.items()}
    drawn(plot, "calibration", *next(iter(found.values())).said)
    again = " ".join(["sim score", *map(quote, sources), f"-n {runs}", f"--seed {seed}"])
    if json:
        document(content(found, again))
    else:
        scoring.show(out(), found, runs, seed, again)


def codings(sources: list[str]) -> "dict[str, tuple[dict[str, Scenario], dict[str, Scenario]]]":
    """What is scored: cases by name, each with the case that tells its end; by the name of the coding."""
    from sim.case import read
    from sim.case.bundle import CODINGS, library

    if sources:
        named = {source: read(source) for source in sources}
        return {"given": (named, named)}
    coded = {coding: {name: read(str(path)) for name, path in library(coding).items()} for coding in CODINGS}
    return {coding: (cases, coded[CODINGS[0]]) for coding, cases in coded.items()}


def _scored(coding: str, cases: "dict[str, Scenario]", known: "dict[str, Scenario]", runs: int, seed: int) -> "Scored":
    from sim.analysis import score as of
    from sim.case.place import Unknown
    from sim.commands.progress import Progress
    from sim.report.terminal.page import err

    progress = Progress(err(), runs * len(cases))
    try:
        return of.scored(cases, known, runs=runs, seed=seed, progress=progress)
    except ValueError as wrong:
        raise Unknown(str(wrong) if coding == "given" else f"{coding} coding: {wrong}") from None
    finally:
        progress.end()


def content(found: "dict[str, Scored]", again: str) -> dict[str, object]:
    """The score as one document: that of the first coding, then every coding by its name."""
    first = next(iter(found.values()))
    return {
        "sim_version": __version__, "command": again, **_coding(first),
        "codings": {name: _coding(one) for name, one in found.items()},
    }  # fmt: skip


def _coding(found: "Scored") -> dict[str, object]:
    brier, ends, half = found.thresholds
    return {
        "cases": [
            {"name": one.name, "happened": one.happened, "probability": one.probability, "modal": one.modal}
            for one in found.forecasts
        ],
        **_score(found.score),
        "right": found.right,
        "baselines": {name: _score(one) for name, one in found.baselines.items()},
        "thresholds": {"brier": brier, "brier_interval": ends, "brier_of_one_half": half},
    }


def _score(one: "Score") -> dict[str, object]:
    return {"log_score": one.log, "log_interval": one.log_ends, "brier": one.brier, "brier_interval": one.brier_ends}
