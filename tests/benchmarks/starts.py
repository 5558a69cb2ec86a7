"""How long the command takes, from the shell's point of view: to start, to play, to compile."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from tests.benchmarks.cases import at
from tests.benchmarks.clocks import home, process, sim
from tests.benchmarks.ratio import Benchmark, Cost, Goal, Sides

NOTHING: Final = ("-c", "pass")
LIBRARIES: Final = ("-c", "import typer, pydantic, yaml")
COMPLETION: Final = {"_SIM_COMPLETE": "complete_bash", "COMP_WORDS": "sim show geneva", "COMP_CWORD": "2"}


def started(one: tuple[str, ...], other: tuple[str, ...], **more: str) -> Sides:
    """Two processes of Python; all that they keep, they have kept before, compiled rules too."""

    @contextmanager
    def sides(_: float) -> Iterator[tuple[Cost, Cost]]:
        with home() as (_folder, variables):
            process(sim("run", "-n", "1", "--engine", "compiled"), variables)
            yield lambda: process(one, variables | more).seconds, lambda: process(other, variables).seconds

    return sides


def played(runs: int) -> Sides:
    """So many runs with the rules compiled before, and a process that does nothing."""
    return started(sim("run", "-n", str(runs)), NOTHING)


@contextmanager
def compiled(size: float) -> Iterator[tuple[Cost, Cost]]:
    """Many runs where nothing was compiled before, and the same again, for which nothing may be compiled."""
    with home() as (_, variables), TemporaryDirectory() as caches:
        command = sim("run", "-n", str(at(size, 100_000)), "--engine", "compiled")
        folders: list[Path] = []

        def first() -> float:
            folders.append(Path(caches) / str(len(folders)))
            return process(command, variables | {"XDG_CACHE_HOME": str(folders[-1])}).seconds

        def again() -> float:
            before = kept(folders[-1])
            seconds = process(command, variables | {"XDG_CACHE_HOME": str(folders[-1])}).seconds
            if not before or kept(folders[-1]) != before:
                raise RuntimeError("The same sources were compiled twice.")
            return seconds

        yield first, again


def kept(folder: Path) -> dict[str, int]:
    """The files in a folder, each with the time at which it was written."""
    return {str(path): path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}


BENCHMARKS: Final = {
    "help": Benchmark(
        "`sim --help`", "`import typer, pydantic, yaml`", "seconds", Goal(most=1.6), started(sim("--help"), LIBRARIES)
    ),
    "validate": Benchmark(
        "`sim validate`, largest case", "`import typer, pydantic, yaml`", "seconds", Goal(most=1.6),
        started(sim("validate", "geneva_ii_round_2"), LIBRARIES),
    ),
    "completion": Benchmark(
        "completion of a name by the shell", "`import typer, pydantic, yaml`", "seconds", Goal(most=1.6),
        started(("-m", "sim"), LIBRARIES, **COMPLETION),
    ),
    "run-1000": Benchmark(
        "`sim run -n 1000`, rules compiled before", "`python -c pass`", "seconds", Goal(most=100), played(1000)
    ),
    "run-100000": Benchmark(
        "`sim run -n 100000`, rules compiled before", "`python -c pass`", "seconds", Goal(most=200), played(100_000)
    ),
    "compile": Benchmark(
        "`sim run -n 100000` for the first time ever", "the same again", "seconds", Goal(most=4), compiled
    ),
}  # fmt: skip
