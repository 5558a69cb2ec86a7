"""Several chunks at a time: handed out in their order, given back as they are done."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from typing import TypeVar

from sim.study.chunks import Chunk

Done = TypeVar("Done")
HEARD = 0.5
"""Seconds after which a wait begins anew: a signal that comes just before a wait is heard at its end only."""


def as_done(
    submit: Callable[[Chunk], Future[Done]], chunks: Sequence[Chunk], most: int
) -> Iterator[tuple[Chunk, Done]]:
    """Hand out chunks in their order and give each as soon as it is done.

    At most `most` are begun and not given yet, so that no more are lost when all ends; at most twice as many are
    ahead of the first that is not done, so that memory stays flat. What is under way is dropped when nobody asks
    for more.
    """
    under_way: dict[Future[Done], int] = {}
    done: set[int] = set()
    first_open = handed_out = 0
    try:
        while first_open < len(chunks):
            while len(under_way) < most and handed_out < min(len(chunks), first_open + 2 * most):
                under_way[submit(chunks[handed_out])] = handed_out
                handed_out += 1
            for future in list(wait(under_way, HEARD, FIRST_COMPLETED).done)[:1]:
                place = under_way.pop(future)
                done.add(place)
                yield chunks[place], future.result()
            while first_open in done:
                done.remove(first_open)
                first_open += 1
    finally:
        for future in under_way:
            future.cancel()


def heard(future: Future[Done]) -> Done:
    """What a thread has done, once it is done; Ctrl-C is heard meanwhile."""
    while not wait([future], HEARD).done:
        pass
    return future.result()


@contextmanager
def threads(workers: int) -> Iterator[Executor]:
    """So many threads; when they are no longer wanted, nobody waits for what they still do."""
    pool = ThreadPoolExecutor(workers)
    try:
        yield pool
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
