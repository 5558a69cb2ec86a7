"""Who watches what: each open page waits for news of its table, and is told that there are some, never what."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Final

BREATH: Final = 15.0
"""Seconds after which a silent stream says that it is still there."""
ALL, EVERYBODY = -1, -2
"""The table of those who watch all of them, and what is told to everybody."""


@dataclass(eq=False)
class Stream:
    """A page that waits: whose it is, of which table, and whether there is news."""

    visitor: str
    table: int
    news: asyncio.Event = field(default_factory=asyncio.Event)
    replaced: bool = False


@dataclass
class Streams:
    """All pages that wait; of each visitor the newest."""

    open: dict[str, Stream] = field(default_factory=dict)
    counted: Counter[int] = field(default_factory=Counter)
    """How often something has changed at each table, and at all of them."""
    closing: bool = False

    def tell(self, table: int | None) -> None:
        """Tell those at a table, and those who watch all; without a table everybody."""
        self.counted.update({ALL, EVERYBODY} if table is None else {ALL, table})
        for stream in self.open.values():
            if table is None or stream.table in {table, ALL}:
                stream.news.set()

    def close(self) -> None:
        """Let all who wait go."""
        self.closing = True
        self.tell(None)

    def version(self, table: int) -> str:
        """What a page is marked with, by which it knows whether it has missed something."""
        return f"{self.counted[table]}.{self.counted[EVERYBODY]}"

    async def follow(self, visitor: str, table: int) -> AsyncIterator[str]:
        """The lines of a stream, until the page goes away or another of the same visitor takes its place."""
        stream = Stream(visitor, table)
        if older := self.open.get(visitor):
            older.replaced = True
            older.news.set()
        self.open[visitor] = stream
        try:
            yield f"retry: 1000\ndata: {self.version(table)}\n\n"
            while not (stream.replaced or self.closing):
                yield f"data: {self.version(table)}\n\n" if await _news(stream) else ": breath\n\n"
            if stream.replaced:
                yield "event: replaced\ndata: replaced\n\n"
        finally:
            if self.open.get(visitor) is stream:
                del self.open[visitor]


async def _news(stream: Stream) -> bool:
    """Wait for news, but no longer than a breath."""
    try:
        await asyncio.wait_for(stream.news.wait(), BREATH)
    except TimeoutError:
        return False
    stream.news.clear()
    return True
