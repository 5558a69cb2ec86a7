"""Who plays many runs: what was asked for, or whoever is faster."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import typer


def chosen(engine: str, count: int) -> str:
    """The engine that plays so many runs; a name that is none is wrong usage."""
    from sim.study import runs

    if engine not in runs.ENGINES:
        names = ", ".join(runs.ENGINES)
        raise typer.BadParameter(f"There is no {engine}. There are: {names}.", param_hint="--engine")
    if engine == "compiled" and not runs.can_compile():
        raise typer.BadParameter("numba is not installed: without it only mesa can play.", param_hint="--engine")
    return runs.chosen(engine, count)


@contextmanager
def lean(engine: str) -> Iterator[None]:
    """Let no linear algebra be found: at its start numba would read all of scipy's, which no rule needs."""
    name = "scipy.linalg"
    if engine != "compiled" or name in sys.modules:
        yield
        return
    sys.modules[name] = None  # type: ignore[assignment] # Python's own sign for what cannot be imported
    try:
        yield
    finally:
        del sys.modules[name]
