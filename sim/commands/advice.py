"""What to try next: commands that run as printed."""

from collections.abc import Iterable, Iterator

from sim.commands.order import Order
from sim.report.terminal.cells import WIDTH, left, width
from sim.report.terminal.page import Page

LABEL = 29
"""Cells that are kept for the question before a command."""


def show(page: Page, advice: Iterable[tuple[str, str]]) -> None:
    """Print each question with the command that answers it."""
    page.line()
    for label, command in advice:
        if LABEL + width(command) <= WIDTH:
            page.line(left(label, LABEL) + command)
        else:
            page.line(label)
            page.command(command, 4)


def after_one(order: Order, style: str) -> Iterator[tuple[str, str]]:
    """What to try after one run, under a mediator of this style."""
    if order.repeatable:
        same = [f"--replicate {order.replicate}"] if order.replicate else []
        yield "How often does it end so?", order.again("-n 500")
        yield "Another course of the talks:", order.again(f"--replicate {order.replicate + 1}")
        yield "With another mediator:", order.again(*same) + other(style)
        yield "Who wants what:", order.shown()
        yield "This run again:", order.again(*same)


def after_many(order: Order, style: str, walkout: int | None) -> Iterator[tuple[str, str]]:
    """What to try after many runs; `walkout` is the first replicate with one, if there is one."""
    if order.repeatable:
        if walkout is not None:
            yield "One of the walkouts, told:", order.again(f"--replicate {walkout}")
        yield "With another mediator:", order.again(f"-n {order.runs}") + other(style)
        yield "These runs again:", order.again(f"-n {order.runs}")


def other(style: str) -> str:
    """The setting of another style; it comes last, so that it counts."""
    return f" --set mediator.style={'facilitation' if style == 'manipulation' else 'manipulation'}"
