"""Results that are only looked at: kept in memory, in the way a folder would keep them."""

from sim.study.chunks import Chunk, Played, cut


class Memory:
    """What the chunks of a plan came to, for as long as this process runs."""

    def __init__(self, rows: int, size: int) -> None:
        """Begin with nothing, for so many rows in chunks of a size."""
        self.chunks = cut(rows, size)
        self.done: frozenset[int] = frozenset()
        self.digest: str | None = None
        self._kept: dict[int, Played] = {}

    def keep(self, chunk: Chunk, played: Played) -> None:
        """Keep what a chunk came to."""
        self._kept[chunk.number] = played

    def load(self, chunk: Chunk) -> Played:
        """What a chunk came to."""
        return self._kept[chunk.number]

    def finish(self, digest: str) -> None:
        """All chunks are there; this is their digest."""
        self.digest = digest
