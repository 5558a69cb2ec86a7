"""``sim why``: what tipped one run."""

from sim.commands.options import DEFAULT, Json, Settings, Source
from sim.commands.run import Replicate, Seed


def why(
    settings: Settings, source: Source = DEFAULT, seed: Seed = 1, replicate: Replicate = None, json: Json = False
) -> None:
    """Say which event or choice tipped a run.

    The same world is played again without each event, without the attacks of each day, and with each choice turned
    round; nothing else changes.
    """
    from sim.commands import tipped
    from sim.commands.order import Order

    tipped.show(Order(source, settings, seed, replicate or 0, json=json))
