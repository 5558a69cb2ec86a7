"""A sweep played in this process, of which nothing is kept but the digest."""

from sim.study.chunks import Chunk, Played, cut
from sim.study.plan import Plan
from sim.study.sweep import Swept, in_threads, sweep


class Nowhere:
    """Keeps nothing."""

    def __init__(self, rows: int, size: int) -> None:
        self.chunks = cut(rows, size)
        self.done: frozenset[int] = frozenset()
        self.digest = ""

    def keep(self, chunk: Chunk, played: Played) -> None:
        """Look at what a chunk came to, and let it go."""
        assert len(played.outcomes) + len(played.failures) == chunk.count

    def load(self, chunk: Chunk) -> Played:
        """Nothing was kept."""
        raise KeyError(chunk)

    def finish(self, digest: str) -> None:
        """Note the digest."""
        self.digest = digest


def swept(plan: Plan, engine: str, workers: int, chunk: int) -> Swept:
    """Play a plan."""
    nowhere = Nowhere(plan.size, chunk)
    with in_threads(plan, engine, workers) as crew:
        done = sweep(plan, nowhere, crew, most_failures=plan.size)
    assert nowhere.digest == done.digest
    return done
