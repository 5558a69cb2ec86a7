"""What a person asks to be swept: a scenario or a sweep file, and what is said beside it."""

from collections.abc import Callable, Sequence
from typing import Any, Final, TypeVar

from sim.case.inheritance import Tree, tree
from sim.case.intake import decoded
from sim.case.nearest import guess, nearest
from sim.case.node import Table
from sim.case.place import Mistake, Place, Sheet, Unknown, mistake
from sim.case.reading import is_sweep, origin_of
from sim.case.stream import compose
from sim.case.variations import setting
from sim.study.axes import Axis, axis
from sim.study.blame import refuse
from sim.study.design import DESIGNS, MOST_POINTS
from sim.study.plan import Plan
from sim.study.sweep_file import Reading
from sim.study.wish import MOST_RUNS, Said, Wish, granted

Thing = TypeVar("Thing")
RANGES: Final = {"--points": (1, MOST_POINTS), "-n": (1, MOST_RUNS), "--seed": (0, 2**64 - 1)}


def asked(
    source: str,
    settings: Sequence[str] = (),
    vary: Sequence[str] = (),
    design: str | None = None,
    points: int | None = None,
    runs: int | None = None,
    seed: int | None = None,
    *,
    rounds: bool | None = None,
) -> Plan:
    """The plan that is asked for by the name of a scenario or a sweep file, and by what is said beside it.

    What is said beside a sweep file is added to it, or holds in its stead. None is where nothing is said: then it
    is what the file says, else a grid, 1,000 runs a point, seed 1, and no rounds.

    Raises
    ------
    Mistakes
        The scenario or the sweep file is faulty: everything that is wrong with it.
    Unknown
        There is no such file, or what was said beside it does not fit: everything that does not.

    """
    beside = Beside()
    axes = beside.read("--vary", axis, vary)
    return beside.plan(source, settings, axes, design, points, runs, seed, rounds=rounds)


def planned(
    source: str,
    settings: Sequence[str],
    axes: Sequence[Axis],
    design: str = "grid",
    points: int | None = None,
    runs: int = 1000,
    seed: int = 1,
    *,
    rounds: bool = False,
) -> Plan:
    """The plan for axes that were read before; otherwise like `asked`."""
    return Beside().plan(source, settings, axes, design, points, runs, seed, rounds=rounds)


class Beside:
    """What is said beside the name of a scenario or of a sweep file, and what is wrong with it."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._mistakes: list[Mistake] = []

    def read(self, option: str, reader: Callable[[str], Thing], texts: Sequence[str]) -> list[Thing]:
        """What was typed after an option, as often as it was."""
        things = []
        for text in texts:
            try:
                things.append(reader(text))
            except Unknown as unknown:
                self._complain(f"{option} {text}", str(unknown))
        return things

    def plan(
        self,
        source: str,
        settings: Sequence[str],
        axes: Sequence[Axis],
        design: str | None,
        points: int | None,
        runs: int | None,
        seed: int | None,
        *,
        rounds: bool | None,
    ) -> Plan:
        """The plan of all that was said."""
        wish, found = written(source)
        changes = self.read("--set", setting, settings)
        numbers = [self._number(*said) for said in (("--points", points), ("-n", runs), ("--seed", seed))]
        chosen = self._design(design)
        found = [*found, *self._mistakes]
        if isinstance(wish, str):
            refuse(wish, found)
        return granted(_joined(wish, changes, axes, chosen, numbers, rounds=bool(rounds)), found)

    def _number(self, option: str, value: int | None) -> Said[Any] | None:
        if value is None:
            return None
        low, high = RANGES[option]
        if low <= value <= high:
            return Said(value, place_of(f"{option} {value}"))
        self._complain(f"{option} {value}", f"A whole number from {low:,} to {high:,} is wanted here.")
        return None

    def _design(self, name: str | None) -> Said[str] | None:
        if name is None:
            return None
        if name not in DESIGNS:
            near = nearest(name, DESIGNS)
            self._complain(f"--design {name}", f"There is no design of this name. {guess(near, list(DESIGNS))}")
            return None
        return Said(name, place_of(f"--design {name}"))

    def _complain(self, said: str, message: str) -> None:
        self._mistakes.append(mistake(place_of(said), "", message))


def _joined(
    wish: Wish, changes: Sequence[Any], axes: Sequence[Axis], design: Said[str] | None, numbers: Sequence[Any], *,
    rounds: bool,
) -> Wish:  # fmt: skip
    """A wish with what was said beside it."""
    points, runs, seed = numbers
    if design and design.value == "grid" and points is None:
        points = Said(None, design.place)
    varied = {axis.path for axis in axes}
    return wish._replace(
        settings=[*wish.settings, *changes],
        axes=[*(axis for axis in wish.axes if axis.path not in varied), *axes],
        design=design or wish.design,
        points=points or wish.points,
        runs=runs or wish.runs,
        seed=seed or wish.seed,
        rounds=rounds or wish.rounds,
    )


def written(source: str) -> tuple[Wish | str, list[Mistake]]:
    """What a scenario or a sweep file wishes for, or its name if it has no scenario; and what is wrong with it."""
    origin = origin_of(source)
    root, mistakes = compose(*decoded(origin.raw, origin.name))
    if isinstance(root, Table) and is_sweep(root):
        reading = Reading(origin, root, mistakes)
        return reading.wish() or origin.name, reading.mistakes
    return wish_of(origin.name, tree(origin)), []


def wish_of(name: str, given: Tree) -> Wish:
    """What is wished for where a scenario is named, and nothing else is said."""
    nowhere = place_of("")
    return Wish(
        name, name, given, (), (), Said("grid", nowhere), Said(None, nowhere), Said(1000, nowhere), Said(1, nowhere),
        rounds=False,
    )  # fmt: skip


def place_of(said: str) -> Place:
    """The place of what is said on the command line."""
    return Place(Sheet(said, (said,), setting=True), 1, 1)
