"""A sweep as it is written in a file: a scenario, what is varied in it, and how often each point is played."""

from collections.abc import Iterator
from typing import Annotated, Any, Final, TypeAlias

from pydantic import Field

from sim.case.broken import BROKEN
from sim.case.inheritance import Origin, Tree, built_on, tree
from sim.case.leaf import sort_of
from sim.case.name import Given, OneOf
from sim.case.node import Entry, Lost, Scalar, Table
from sim.case.number import Within
from sim.case.place import Mistake, Place, Unknown
from sim.case.reading import is_sweep
from sim.case.record import Record
from sim.case.shape import reader
from sim.case.text import Line
from sim.case.variations import Setting, is_path
from sim.case.walk import Enough, Path, Spot, Walk
from sim.study.axes import Axis, in_file
from sim.study.design import DESIGNS, MOST_POINTS
from sim.study.wish import Said, Wish

PathName: TypeAlias = Annotated[str, Given("path")]
BY_PATH: Final = ("set", "vary")
SWEEP_FILE: Final = "This is a sweep file. The scenario that it names is wanted here."
NO_PATH: Final = "A path is wanted here: names with points between them, as in mediator.style."
NOTHING: Final = "Nothing is written after this key. Write a value; null takes a key out of the scenario."


class SweepFile(Record):
    """A sweep: one scenario at many points, many runs at each."""

    scenario: Line = Field(description="A bundled scenario, or a file beside this one.")
    settings: dict[PathName, Line] = Field(
        default_factory=dict, alias="set", description="What is changed in it at all points: a path, and its value."
    )
    vary: dict[PathName, Line] = Field(
        default_factory=dict,
        description="What is varied: a path, and a list of its values, or a range: `0:1:11` for 11 numbers "
        "from 0 to 1, `0:1` where the design takes a sample.",
    )
    design: Annotated[str, OneOf("design", DESIGNS)] = Field(
        "grid", description="Which points are played: all combinations, or a sample that fills the space evenly."
    )
    points: Annotated[int, Within(1, MOST_POINTS, unit="points")] | None = Field(
        None, description="How many points a sample has; of a Sobol sample a power of two. A grid has them by itself."
    )
    runs: Annotated[int, Within(1, unit="runs")] = Field(
        1000, description="How often each point is played. All points see the same luck."
    )
    seed: Annotated[int, Within(0, 10**15)] = Field(1, description="Where chance begins.")
    rounds: bool = Field(default=False, description="Whether it is kept how things stood at the end of each round.")


class Reading:
    """A sweep file while it is read."""

    def __init__(self, origin: Origin, root: Table, mistakes: list[Mistake]) -> None:
        """Begin with its nodes, and with what is wrong with them as YAML."""
        plain = {name: entry for name, entry in root.entries.items() if name not in BY_PATH}
        self._origin = origin
        self._root = root
        self._rest = Table(plain, root.place, root.lossy)
        self._walk = Walk(self._rest)
        self._walk.mistakes.extend(mistakes)

    @property
    def mistakes(self) -> list[Mistake]:
        """What is wrong so far."""
        return self._walk.mistakes

    def wish(self) -> Wish | None:
        """What the file wishes for; None if its scenario cannot be found, or if there are too many mistakes."""
        try:
            return self._wish()
        except Enough:
            return None

    def _wish(self) -> Wish | None:
        file: SweepFile = reader(SweepFile)(Spot(self._rest, None, ()), self._walk)
        settings = [setting for entry in self._entries("set") if (setting := self._setting(entry))]
        axes = [axis for entry in self._entries("vary") if (axis := self._axis(entry))]
        case = None if file.scenario is BROKEN else self._case()
        if case is None:
            return None
        design, points, runs, seed = (self._said(file, name) for name in ("design", "points", "runs", "seed"))
        return Wish(self._origin.name, *case, settings, axes, design, points, runs, seed, file.rounds is True)

    def _case(self) -> tuple[str, Tree] | None:
        entry = self._root.get("scenario")
        if entry is None or isinstance(entry.value, Lost):
            return None
        file = self._origin.file
        files = (file.resolve(),) if file else ()
        try:
            origin = built_on(entry.value, file, files)
        except Unknown as unknown:
            self._complain(entry.value.place, ("scenario",), str(unknown))
            return None
        given = tree(origin, files)
        if is_sweep(given.root):
            self._complain(entry.value.place, ("scenario",), SWEEP_FILE)
            return None
        return origin.name, given

    def _entries(self, name: str) -> Iterator[Entry]:
        """What stands under `set` or `vary`, path by path."""
        entry = self._root.get(name)
        table = entry.value if entry else None
        if entry and not isinstance(table, Table | Lost):
            wanted = f"A mapping is wanted here (path: value), not {sort_of(entry.value)}."
            self._complain(entry.key.place, (name,), wanted)
        elif isinstance(table, Table):
            for each in table.entries.values():
                if is_path(each.key.text):
                    yield each
                else:
                    self._complain(each.key.place, (each.key.text,), NO_PATH)

    def _setting(self, entry: Entry) -> Setting | None:
        if isinstance(entry.value, Scalar) and entry.value.plain and not entry.value.text:
            self._complain(entry.key.place, (entry.key.text,), NOTHING)
            return None
        return None if isinstance(entry.value, Lost) else Setting(entry.key.text, entry.value)

    def _axis(self, entry: Entry) -> Axis | None:
        try:
            return in_file(entry.key, entry.value)
        except Unknown as unknown:
            place = entry.value.place if isinstance(entry.value, Scalar) else entry.key.place
            self._complain(place, (entry.key.text,), str(unknown))
            return None

    def _said(self, file: SweepFile, name: str) -> Said[Any]:
        """What the file says under a name, or what holds where that is left out or wrong."""
        entry, value = self._root.get(name), getattr(file, name)
        default = SweepFile.model_fields[name].default
        return Said(default if value is BROKEN else value, entry.value.place if entry else self._root.place)

    def _complain(self, place: Place, path: Path, message: str) -> None:
        self._walk.complain(place, path, message)
