"""``sim reach``: the smallest change with which an outcome becomes likely enough."""

from typing import Annotated

import typer

from sim.commands.options import DEFAULT, Engine, Json, Settings, Source

Outcome = Annotated[
    str,
    typer.Option(
        "--outcome", metavar="NAME", help="An ending, or walkout.any, walkout.DELEGATION, threshold.NAME.",
    ),
]  # fmt: skip
Share = Annotated[float, typer.Option("--share", metavar="P", help="The share that it is to reach, from 0 to 1.")]
AtMost = Annotated[bool, typer.Option("--at-most", help="It is to fall to this share.")]
Free = Annotated[
    list[str],
    typer.Option(
        "--free",
        metavar="PATH",
        help="A number that may be changed, or a pattern as in 'mediator.*'; may be repeated.",
        default_factory=list,
        show_default=False,
    ),
]
Runs = Annotated[int, typer.Option("-n", "--runs", min=1, metavar="N", help="Runs of each trial; there are up to 300.")]
Seed = Annotated[int, typer.Option("--seed", min=0, max=2**64 - 2, metavar="N", help="Where chance begins.")]


def reach(
    settings: Settings,
    free: Free,
    source: Source = DEFAULT,
    outcome: Outcome = "adjourned_with_date",
    share: Share = 0.5,
    at_most: AtMost = False,
    runs: Runs = 1000,
    seed: Seed = 1,
    engine: Engine = "auto",
    json: Json = False,
) -> None:
    """Find the smallest change with which an outcome reaches a share.

    A change is measured by the sum of what it moves, each number in units of its range. Where nothing is freed, the
    mediator's numbers, the cooperation of the great powers and what sponsors want may be changed.
    """
    if not 0 < share < 1:
        raise typer.BadParameter(
            f"A share lies between 0 and 1, and is neither; {share:g} does not.", param_hint="--share"
        )
    from sim.commands import reaching

    order = reaching.Order(source, tuple(settings), tuple(free), outcome, share, at_most, runs, seed, engine)
    reaching.show(order, json=json)
