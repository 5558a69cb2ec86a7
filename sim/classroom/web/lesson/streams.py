"""Who watches what: each open page waits for news of its table, and is told that there are some, never what."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Final

BREATH: Final = 15.0
"""Seconds after which a silent stream says that it is still there."""
ALL: Final = -1
"""The table of those who watch all of them."""


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
    closing: bool = False

    def tell(self, table: int | None) -> None:
        """Tell those at a table, and those who watch all; without a table everybody."""
        for stream in self.open.values():
            if table is None or stream.table in {table, ALL}:
                stream.news.set()

    def close(self) -> None:
        """Let all who wait go."""
        self.closing = True
        self.tell(None)

    async def follow(self, visitor: str, table: int) -> AsyncIterator[str]:
        """The lines of a stream, until the page goes away or another of the same visitor takes its place."""
        stream = Stream(visitor, table)
        if older := self.open.get(visitor):
            older.replaced = True
            older.news.set()
        self.open[visitor] = stream
        try:
            yield "retry: 1000\ndata: open\n\n"
            while not (stream.replaced or self.closing):
                yield await _next(stream)
            if stream.replaced:
                yield "event: replaced\ndata: replaced\n\n"
        finally:
            if self.open.get(visitor) is stream:
                del self.open[visitor]


async def _next(stream: Stream) -> str:
    try:
        await asyncio.wait_for(stream.news.wait(), BREATH)
    except TimeoutError:
        return ": breath\n\n"
    stream.news.clear()
    return "data: news\n\n"
