"""What went wrong, in a sentence, and the exit code that says of what kind it was."""

import os
import shlex
import traceback
from collections.abc import Sequence
from pathlib import Path

import typer

from sim.commands import exits
from sim.report.terminal import page

_OURS = str(Path(__file__).parent.parent)


def told(problem: Exception, arguments: Sequence[str]) -> int:
    """Say on standard error what went wrong, and return the exit code."""
    if isinstance(problem, typer.TyperException):
        return _usage(problem)
    if isinstance(problem, OSError):
        return _sentence(f"The disk or the system refused: {_refusal(problem)}.", exits.REFUSED)
    return _scenario(problem) or _results(problem) or _internal(problem, arguments)


def _usage(problem: typer.TyperException) -> int:
    context = getattr(problem, "ctx", None)
    command = context.command_path if context else "sim"
    page.err().paragraph(problem.format_message())
    page.err().line(f"How it is used:  {command} --help")
    return problem.exit_code


def _sentence(text: str, code: int) -> int:
    for line in text.splitlines():
        page.err().paragraph(line)
    return code


def _refusal(problem: OSError) -> str:
    reason = problem.strerror or str(problem)
    return f"{problem.filename}: {reason}" if problem.filename else reason


def _scenario(problem: Exception) -> int:
    from sim.case import Mistakes, Unknown
    from sim.commands.mistakes import show

    if isinstance(problem, Mistakes):
        show(page.err(), problem)
        return exits.INVALID
    return _sentence(str(problem), exits.USAGE) if isinstance(problem, Unknown) else 0


def _results(problem: Exception) -> int:
    from sim.study.trouble import Unusable

    return _sentence(str(problem), exits.UNUSABLE) if isinstance(problem, Unusable) else 0


def _internal(problem: Exception, arguments: Sequence[str]) -> int:
    if os.environ.get("SIM_TRACEBACK") == "1":
        traceback.print_exception(problem)
    steps = traceback.extract_tb(problem.__traceback__)
    last = next((step for step in reversed(steps) if _OURS in step.filename), steps[-1])
    what = f"{type(problem).__name__} in {Path(last.filename).name}, line {last.lineno}: {_brief(problem)}"
    page.err().paragraph(
        f"This is an error of sim itself, not of your scenario ({what}). "
        "Please report it with the command that repeats it:"
    )
    page.err().line("  " + shlex.join(["sim", *arguments]))
    return exits.INTERNAL


def _brief(problem: Exception) -> str:
    first, _, _ = str(problem).partition("\n")
    return first[:200]
