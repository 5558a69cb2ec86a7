"""`sim` with something planted in it that seldom happens by itself.

Start it with a JSON object, then the arguments of `sim`. The object may have: `chunk`, how many runs are played in
one piece; `log`, a file in which each chunk is noted when it begins to be played; `hold`, the number of the first
chunk that is never done; `raises`, the replicates that raise an error, at each point; `results`, the result version;
`limit`, how many bytes a file may have.
"""

import json
import os
import resource
import sys
import threading
from collections.abc import Callable, Mapping
from typing import Any

from sim.study import provenance, runs
from sim.study.chunks import Chunk, Played


def plant(wanted: Mapping[str, Any]) -> None:
    """Plant what is wanted, before anything else is imported."""
    provenance.RESULT_VERSION = wanted.get("results", provenance.RESULT_VERSION)  # type: ignore[misc]
    if "limit" in wanted:
        resource.setrlimit(resource.RLIMIT_FSIZE, (wanted["limit"], wanted["limit"]))
    if "chunk" in wanted:
        runs.piece = lambda *_: wanted["chunk"]
    for name, player in list(runs.PLAYERS.items()):
        runs.PLAYERS[name] = raising(player, wanted.get("raises", []))
    from sim.study import playing, sweep

    play = watched(playing.played, wanted.get("log", os.devnull), wanted.get("hold", sys.maxsize))
    setattr(sweep, "played", play)  # noqa: B010 - it is no part of what the module offers


def raising(player: runs.Player, replicates: list[int]) -> runs.Player:
    """A player that fails at these replicates."""

    def play(*asked: Any) -> Any:  # noqa: ANN401
        _, _, first, count, _ = asked
        for one in replicates:
            if first <= one < first + count:
                raise ArithmeticError(f"planted at {one}")
        return player(*asked)

    return play


def watched(played: Callable[..., Played], log: str, hold: int) -> Callable[..., Played]:
    """What plays a chunk, noting it first; chunks from `hold` on are held for ever."""
    handle = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT)

    def play(plan: object, points: object, chunk: Chunk, engine: str) -> Played:
        os.write(handle, f"{chunk.number}\n".encode())
        if chunk.number >= hold:
            threading.Event().wait()
        return played(plan, points, chunk, engine)

    return play


if __name__ == "__main__":
    plant(json.loads(sys.argv.pop(1)))
    from sim.cli import main

    sys.exit(main())
