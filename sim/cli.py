"""The command ``sim``, put together from one function a verb; nothing heavy is imported before it is needed."""

import gc
import os
import sys
import threading
from collections.abc import Sequence
from typing import Annotated

import typer

from sim import __version__
from sim.commands import exits, failures
from sim.commands.backtest import backtest
from sim.commands.brief import brief
from sim.commands.compare import compare
from sim.commands.interruption import Terminated
from sim.commands.new import new
from sim.commands.play import play
from sim.commands.query import query
from sim.commands.reach import reach
from sim.commands.report import report
from sim.commands.run import run
from sim.commands.scenarios import scenarios
from sim.commands.score import score
from sim.commands.sensitivity import sensitivity
from sim.commands.serve import serve
from sim.commands.show import show
from sim.commands.sweep import sweep
from sim.commands.validate import validate
from sim.commands.verify import verify
from sim.commands.whatif import whatif
from sim.commands.why import why
from sim.report.terminal import page

FIRST_SCREEN = """\
sim plays peace negotiations: rounds, sessions, mediators, sponsors, and the war
outside. Each run is one possible course, not a forecast.

  sim run                    the second round of Geneva II, session by session
  sim run -n 1000            the same a thousand times: how often it ends how
  sim new my_case.yaml       a case of your own, from a commented first one

All commands:  sim --help"""

app = typer.Typer(
    name="sim",
    help="Play peace negotiations: rounds, sessions, mediators, sponsors, and the war outside.",
    epilog="SCENARIO is a file, the name of a bundled scenario (sim scenarios), or - for standard input.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80},
)
COMMANDS = (
    run, play, serve, compare, whatif, why, reach, sweep, sensitivity, query, report, verify, score, backtest, show,
    scenarios, brief, validate, new,
)  # fmt: skip
for command in COMMANDS:
    app.command()(command)


@app.callback(invoke_without_command=True)
def first(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Print the version and exit.")] = False,
) -> None:
    """Play peace negotiations: rounds, sessions, mediators, sponsors, and the war outside."""
    if version:
        page.out().line(f"sim {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        for line in FIRST_SCREEN.splitlines():
            page.out().line(line)


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line asks, and return the exit code; no error passes as a traceback."""
    gc.set_threshold(100_000)  # imports make many objects that stay: looking for garbage among them takes a tenth
    given = list(sys.argv[1:] if arguments is None else arguments)
    _open_what_is_closed()
    try:
        return _answer(given)
    except BrokenPipeError:
        _let_go()
        return exits.PIPE_CLOSED
    except KeyboardInterrupt as stopped:
        return _leave(exits.TERMINATED if isinstance(stopped, Terminated) else exits.INTERRUPTED)


def _answer(arguments: list[str]) -> int:
    try:
        code = _done(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except Exception as problem:  # noqa: BLE001
        if isinstance(problem, OSError):
            _let_go()
        return failures.told(problem, arguments)
    return code


def _done(arguments: list[str]) -> int:
    command = typer.main.get_command(app)
    if "_SIM_COMPLETE" in os.environ:
        command(prog_name="sim")
    try:
        with command.make_context("sim", arguments) as context:
            command.invoke(context)
    except typer.Exit as done:
        return done.exit_code
    return 0


def _open_what_is_closed() -> None:
    """Send what is said on a channel that the shell has closed (``>&-``) nowhere."""
    for channel in ("stdout", "stderr"):
        if getattr(sys, channel) is None:
            setattr(sys, channel, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115 - open to the end


def _leave(code: int) -> int:
    """Stop now: threads that play cannot be called back, and nothing that they do is needed any more."""
    if threading.active_count() > 1:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
    return code


def _let_go() -> None:
    """Send what is still to be written nowhere, since its reader is gone or its disk is full."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
