"""A study of sensitivity is played: screened, measured, shown, drawn."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

from sim.commands import engines, exits, interruption
from sim.commands.document import document
from sim.commands.progress import Progress
from sim.commands.sensitivity_order import SensitivityOrder
from sim.report.terminal.page import err, out

if TYPE_CHECKING:
    from sim.analysis.sensitivity import Question, Sensitivity
    from sim.analysis.stage import Means

PICTURES = (".svg", ".png")


def play(order: SensitivityOrder, workers: int | None, engine: str, *, json: bool) -> None:
    """Play what is missing of a study and say what it came to; exit 6 where a run failed."""
    from sim.analysis.sensitivity import Question
    from sim.case import read
    from sim.commands import sensitivity_page
    from sim.talks.seating import seat

    _refuse_nowhere(order)
    seated = seat(read(order.source, order.settings))
    question = Question(
        seated, order.outcome, order.runs, order.seed, tuple(order.only), order.trajectories, order.top, order.points
    )
    question.refuse()
    engines.chosen(engine, order.runs)
    found = _studied(order, question, workers, engine)
    if json:
        document(sensitivity_page.content(order, found))
    else:
        sensitivity_page.show(out(), order, found)
    _drawn(order, found)


def _refuse_nowhere(order: SensitivityOrder) -> None:
    """Refuse files that cannot be written, before anything is played for them."""
    from sim.commands import recording

    if order.plot and order.plot.suffix not in PICTURES:
        raise typer.BadParameter(f"A picture is a .svg or a .png; {order.plot} is neither.", param_hint="--plot")
    for path in filter(None, (order.plot, order.report)):
        recording.refuse_nowhere(path)


def _studied(order: SensitivityOrder, question: "Question", workers: int | None, engine: str) -> "Sensitivity":
    from sim.analysis.response import Missing
    from sim.analysis.sensitivity import INDICES, SCREENING, Sensitivity, measured, screened

    with interruption.heard(), _resumable(order):
        name = SCREENING
        try:
            with _means(order, workers, engine) as means:
                screening = screened(question, order.folder / name, means)
            if order.screen_only:
                return Sensitivity(screening)
            name = f"{INDICES}/{order.outcome}"
            with _means(order, workers, engine) as means:
                return Sensitivity(screening, measured(question, screening, order.folder / INDICES, means))
        except Missing as missing:
            err().paragraph(f"In {order.folder / name}: {missing}.")
            raise typer.Exit(exits.FAILED) from None


@contextmanager
def _means(order: SensitivityOrder, workers: int | None, engine: str) -> "Iterator[Means]":
    """Who plays, with a bar for as long as this lasts."""
    from sim.analysis.stage import Means

    bars: list[Progress] = []

    def begun(size: int) -> Callable[[int], None]:
        bars.append(Progress(err(), size))
        if engines.chosen(engine, size) == "compiled":
            bars[-1].wait("Compiling the rules, once.")
        return bars[-1]

    try:
        yield Means(engine, workers, begun, err().paragraph, order.again())
    finally:
        for bar in bars:
            bar.end()


@contextmanager
def _resumable(order: SensitivityOrder) -> Iterator[None]:
    """Say how a study goes on that is stopped, from outside or because the disk refuses."""
    try:
        yield
    except (KeyboardInterrupt, OSError):
        err().paragraph(f"Stopped. What is played is kept in {order.folder}. The same command goes on from there:")
        err().command(order.again())
        raise


def _drawn(order: SensitivityOrder, found: "Sensitivity") -> None:
    if order.plot:
        from sim.plots import PLOTS

        PLOTS["sensitivity"](found).save(order.plot)
    if order.report:
        from sim.report import report

        report(found, order.report, order.again())
