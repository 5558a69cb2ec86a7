"""Many runs: the same pieces, compiled over records. Nothing here says what happens; `session` does."""

import sys
from collections.abc import Callable, Sequence
from functools import cache
from types import FunctionType
from typing import Any, Final

import numba
import numpy as np
from numba.extending import register_jitable
from numpy.typing import NDArray

from sim.talks import chance
from sim.talks.drawing import Draw, draw
from sim.talks.keeping import kept
from sim.talks.outcome import NOT_OPENED
from sim.talks.records import MANY, ONE, SINGULAR, Vector, kind_of
from sim.talks.seating import Seated, write_luck
from sim.talks.session import EVENING, MORNING, SESSION, START, Piece, nouns_of

NOUNS: Final = (*ONE, *MANY)
ONES: Final = "; ".join(f"{name} = {name}[0]" for name in ONE)
OPTIONS: Final[dict[str, Any]] = {"_nrt": False, "forceinline": True, "no_cfunc_wrapper": True}
PLAY: Final = """
def play(vector, template, draws, columns, first, outcomes, rounds, days, {nouns}):
    {ones}
    for row in range(len(outcomes)):
        for place in range(len(vector)):
            vector[place] = template[place]
        luck.replicate_low = (first + row) & 0xFFFFFFFF
        luck.replicate_high = (first + row) >> 32
        draw(vector, draws, luck)
        {start}
        day = 0
        while not room.over:
            {morning}
            if room.held:
                {session}
            {evening}
            if 0 < room.round <= rounds.shape[1]:
                for column in range(len(columns)):
                    rounds[row, room.round - 1, column] = vector[columns[column]]
            if day < len(days):
                for place in range(len(vector)):
                    days[day, place] = vector[place]
            day += 1
        for column in range(len(columns)):
            outcomes[row, column] = vector[columns[column]]
"""


def plain_functions() -> set[FunctionType]:
    """Every function that a piece may call: those of the rules and of the talks, and what they close over."""
    rooms = [room for name, room in sys.modules.items() if name.startswith(("sim.rules.", "sim.talks."))]
    found: set[FunctionType] = set()
    todo = [thing for room in rooms for thing in vars(room).values()]
    while todo:
        thing = todo.pop()
        if isinstance(thing, FunctionType) and thing.__module__.startswith("sim.") and thing not in found:
            found.add(thing)
            todo += [cell.cell_contents for cell in thing.__closure__ or ()]
    return found


@cache
def make_compilable() -> None:
    """Let compiled code call every plain function; each is told of once, or it would be compiled once for each time."""
    for function in plain_functions():
        register_jitable(**OPTIONS)(function)


def written_out(pieces: Sequence[Piece], indent: int) -> str:
    """The text that goes through pieces in order, everybody doing theirs."""
    lines = []
    for piece in pieces:
        who, *others = nouns_of(piece)
        many = SINGULAR.get(who)
        first = f"{many}[n]" if many else who
        loop = f"for n in range(len({many})): " if many else ""
        lines.append(f"{loop}{piece.__name__}({', '.join([first, *others])})")
    return ("\n" + " " * indent).join(lines)


@cache
def kernel(*, keep: bool) -> Callable[..., None]:
    """Compile the order of events, once: it serves every case. It is data, and no loop over it compiles.

    `keep` takes the compiled code from the disk, or keeps it there, where that can be done.
    """
    make_compilable()
    names: dict[str, Any] = {piece.__name__: piece for piece in (*START, *MORNING, *SESSION, *EVENING)}
    text = PLAY.format(
        nouns=", ".join(NOUNS), ones=ONES, start=written_out(START, 8), morning=written_out(MORNING, 12),
        session=written_out(SESSION, 16), evening=written_out(EVENING, 12),
    )  # fmt: skip
    place = kept(text) if keep else None
    names |= {"draw": draw, "__name__": __name__}
    exec(compile(text, place or "<play>", "exec"), names)  # noqa: S102 - the names of pieces and nouns alone
    compiled: Callable[..., None] = numba.njit(**OPTIONS, nogil=True, cache=bool(place))(names["play"])
    return compiled


def play(
    seated: Seated, entries: Sequence[int], seed: int, first: int, runs: int, rounds: int = 0, days: int = 0
) -> tuple[Vector, Vector, Vector]:
    """Play runs `first` to `first + runs - 1` and keep some entries of the vector at their end.

    Gives an array of runs x entries; the same at the end of each of the first `rounds` rounds (runs x rounds x
    entries, NOT_OPENED where a run had no such round); and the whole vector at the end of each of the first
    `days` days of the last run (days x size). Entries that hold counts keep their bits: read them by
    `.view("i8")`.
    """
    vector = seated.template.copy()
    views = seated.layout.views(vector)
    template = seated.template.copy()
    write_luck(seated.layout.views(template)["luck"], chance.luck_of(seed, first))
    outcomes = np.zeros((runs, len(entries)))
    by_round = np.full((runs, rounds, len(entries)), NOT_OPENED)
    trace = np.zeros((days, seated.layout.size))
    columns = np.array(entries, dtype=np.int64)
    given = (vector, template, to_rows(seated.draws), columns, first, outcomes, by_round, trace)
    nouns = [views[name] for name in NOUNS]
    try:
        kernel(keep=True)(*given, *nouns)
    except Exception:  # noqa: BLE001 - the pieces raise nothing on a checked case: what is kept is damaged
        kernel(keep=False)(*given, *nouns)
    return outcomes, by_round, trace


def to_rows(draws: Sequence[Draw]) -> NDArray[np.void]:
    """The numbers to be drawn, as records."""
    kind = kind_of(Draw)
    fields = kind.names or ()
    return np.array([tuple(getattr(one, field) for field in fields) for one in draws], dtype=kind)
