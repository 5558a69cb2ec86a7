"""What the library and negotiated issues say of the model: the tables of the page on validity."""

from functools import cache
from typing import TYPE_CHECKING, Final

from sim.analysis.backtest import Backtest, backtest
from sim.analysis.score import Scored, scored
from sim.case import read
from sim.case.bundle import CODINGS, library
from sim.case.negotiated import read_negotiations
from sim.forecasts import forecasts
from sim.rules.endings import ENDINGS
from sim.study.runs import outcomes
from sim.talks.seating import seat
from tests.backtest.tables import DEU
from tests.verification.lines import line, table

if TYPE_CHECKING:
    from sim.analysis.score import Score
    from sim.case.scenario import Scenario

RUNS: Final = 2000
ISSUE_RUNS: Final = 200


@cache
def played() -> dict[str, Scored]:
    """Both codings of the library, scored as `sim score` does."""
    known = {name: read(str(path)) for name, path in library().items()}
    return {
        coding: scored({name: read(str(path)) for name, path in library(coding).items()}, known, runs=RUNS, seed=1)
        for coding in CODINGS
    }


@cache
def settled() -> Backtest:
    """The part of DEU III that is at hand, settled as `sim backtest` does."""
    return backtest(read_negotiations(DEU), runs=ISSUE_RUNS, seed=1)


def cases() -> str:
    """Each case: what happened, and how likely each coding found it."""
    lines = []
    for first, second in zip(*(one.forecasts for one in played().values()), strict=True):
        likeliest = [ENDINGS[one.modal].words for one in (first, second)]
        chances = (f"{100 * one.probability:.1f} %" for one in (first, second))
        lines.append(line((f"`{first.name}`", ENDINGS[first.happened].words, *chances, *likeliest)))
    return table("case", "happened", "first coding", "second", "likeliest, first", "second", lines=lines)


def scores() -> str:
    """The model in both codings and every baseline: log score, Brier score, and how often the likeliest came."""
    lines = [
        line((f"played, {name} coding", *_score(one.score), f"{one.right} of {len(one.forecasts)}"))
        for name, one in played().items()
    ]
    lines += [line((name.replace("_", " "), *_score(one), "")) for name, one in played()["first"].baselines.items()]
    return table("", "log score", "95 %", "Brier score", "95 %", "likeliest right", lines=lines)


def thresholds() -> str:
    """How good what was said of thresholds is, beside saying one half."""
    lines = []
    for name, one in played().items():
        brier, (low, high), half = one.thresholds
        row = (f"{name} coding", str(len(one.said[0])), f"{brier:.3f}", f"{low:.3f} to {high:.3f}", f"{half:.2f}")
        lines.append(line(row))
    return table("", "thresholds", "Brier score", "95 %", "saying one half", lines=lines)


def issues() -> str:
    """Every way to settle a negotiated issue, and how far off it was."""
    lines = []
    for one in settled().methods:
        less = f"{one.less:+.2f} ({one.less_ends[0]:+.2f} to {one.less_ends[1]:+.2f})" if one.apart else ""
        ends = f"{one.ends[0]:.1f} to {one.ends[1]:.1f}"
        share = f"{100 * one.covered:.1f} %"
        row = (
            one.name,
            f"{one.error:.3f}",
            ends,
            f"{one.rms:.1f}",
            share,
            f"{one.width:.0f}",
            less,
            f"{one.apart:.1f}",
        )
        lines.append(line(row))
    headings = ("mean error", "95 %", "root m. s.", "80 % holds", "width", "less than the mean's", "apart from it")
    return table("", *headings, lines=lines)


def _score(one: "Score") -> tuple[str, str, str, str]:
    log, brier = (f"{low:.2f} to {high:.2f}" for low, high in (one.log_ends, one.brier_ends))
    return f"{one.log:.2f}", log, f"{one.brier:.2f}", brier


def reasons() -> str:
    """Why so few deals are seen, as far as the cases and the runs tell."""
    known = {coding: [read(str(path)) for path in library(coding).values()] for coding in CODINGS}
    shut = {coding: sum(map(_is_shut, cases)) for coding, cases in known.items()}
    series = [case for case in known["first"] if case.calendar.rounds > 1]
    held = [float(outcomes(seat(case), 1, RUNS)["sessions_held"].mean()) for case in series]
    planned = [case.calendar.rounds * case.calendar.sessions_per_round for case in series]
    share = sum(one / all_of_them for one, all_of_them in zip(held, planned, strict=True)) / len(series)
    return (
        f"- In {shut['first']} of {len(known['first'])} cases of the first coding, and in {shut['second']} of the "
        "second, the limits leave no zone of possible agreement on some security or political issue.\n"
        f"- Of the sessions of the {len(series)} cases that were announced as a series of rounds "
        f"{100 * share:.0f} % are held in the mean, since after each round all must name a date for the next.\n"
    )


def _is_shut(case: "Scenario") -> bool:
    """Whether some security or political issue has no zone of possible agreement."""
    found = forecasts(case)
    return any(found[key].zone is None for key, issue in case.issues.items() if issue.track != "humanitarian")
