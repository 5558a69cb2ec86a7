"""``sim serve``: the teaching room in a browser."""

from typing import Annotated

import typer

from sim.commands.options import DEFAULT, Settings, Source
from sim.commands.run import Seed

Port = Annotated[int, typer.Option("--port", min=0, max=65535, metavar="N", help="The port; 0 takes any that is free.")]


def serve(settings: Settings, source: Source = DEFAULT, seed: Seed = 1, port: Port = 8642) -> None:
    """Open a room in the browser.

    One run on a timeline, and beneath it how such talks end while you move the numbers of the case.
    """
    from sim.commands import serving

    serving.open_room(source, tuple(settings), seed, port)
