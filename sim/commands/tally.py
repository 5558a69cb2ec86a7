"""Many runs, counted."""

from sim.commands.order import Order


def play(order: Order) -> None:
    """Play many runs."""
    raise NotImplementedError(order)
