"""Reading a case: from a path, a bundled name or standard input to a scenario, or to every mistake in it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final, cast

from sim.case.broken import BROKEN
from sim.case.bundle import named
from sim.case.checks import check
from sim.case.inheritance import Origin, Tree, tree
from sim.case.intake import read_file, read_input
from sim.case.nearest import guess, nearest
from sim.case.node import Node, Table
from sim.case.place import MOST_MISTAKES, Mistake, Mistakes, Sheet, Unknown, mistake
from sim.case.scenario import Scenario
from sim.case.shape import reader
from sim.case.stream import compose
from sim.case.variations import applied
from sim.case.walk import Enough, Spot, Walk, spot

SWEEP: Final = "This is a sweep file, not a scenario. `sim sweep` plays it."


def read(source: str, settings: Sequence[str] = ()) -> Scenario:
    """Read a case from a path, a bundled name or `-` (standard input), with `path=value` settings laid over it.

    Parameters
    ----------
    source
        Where it is read from.
    settings
        What is changed in it, each as for `--set`; the last one counts.

    Raises
    ------
    Mistakes
        The file is faulty: every mistake in it, sorted by line.
    Unknown
        There is no such case, it cannot be read, or a setting does not fit.

    Examples
    --------
    >>> import sim
    >>> case = sim.load("first_scenario", ["mediator.style=manipulation"])
    >>> case.title, case.mediator.style
    ('The bridge at Orlen', 'manipulation')

    """
    name, given = drafted(source)
    varied = given._replace(root=applied(given.root, settings))
    try:
        return examined(name, varied, hope=not settings)
    except Mistakes as found:
        if not settings:
            raise
        examined(name, given, hope=False)
        raise Unknown(_set(found, settings)) from None


def restored(source: str) -> Scenario:
    """Read a case that was written down from a scenario: settings may have put its thresholds out of reach.

    Raises
    ------
    Mistakes
        It is not as it was written down.
    Unknown
        There is no such file, or it cannot be read.

    """
    return examined(*drafted(source), hope=False)


def reread(text: str) -> Scenario:
    """Read a case from the text that `dump` made of a scenario.

    Raises
    ------
    Mistakes
        The text is not as it was made.

    """
    name = "a scenario that was written down"
    root, _ = compose(Sheet(name, tuple(text.splitlines())), text)
    scenario, mistakes = each_by_itself(root)
    if mistakes:
        raise Mistakes(name, tuple(mistakes))
    return scenario


def drafted(source: str) -> tuple[str, Tree]:
    """The name of a case, and its nodes with all that it inherits; nothing is checked yet.

    Raises
    ------
    Mistakes
        It is no YAML.
    Unknown
        There is no such case, or it cannot be read.

    """
    origin = origin_of(source)
    given = tree(origin)
    if is_sweep(given.root):
        raise Mistakes(origin.name, (mistake(given.root.place, "", SWEEP),))
    return origin.name, given


def is_sweep(root: Node) -> bool:
    """Whether nodes are those of a sweep file, and not of a scenario."""
    names = root.entries.keys() if isinstance(root, Table) else set()
    return not names.isdisjoint({"scenario", "vary"}) and names.isdisjoint({"title", "issues", "delegations"})


def _set(found: Mistakes, settings: Sequence[str]) -> str:
    """What is wrong with a case that is right without its settings."""
    return "\n".join(
        str(item) if item.line == 0 else f"With {' '.join(f'--set {setting}' for setting in settings)}: {item}"
        for item in found.items
    )


def examined(name: str, given: Tree, *, hope: bool) -> Scenario:
    """The scenario that nodes make, checked in all ways.

    Without `hope`, thresholds that can never be met are let pass: a what-if may put one out of reach.

    Raises
    ------
    Mistakes
        Every mistake in them, sorted by line.

    """
    walk = Walk(given.root, partial=given.partial)
    walk.mistakes.extend(given.mistakes)
    scenario, unchecked = _walked(walk, given.root, hope=hope)
    if walk.mistakes:
        raise Mistakes(name, tuple(sorted(walk.mistakes, key=lambda each: _order(each, name))), tuple(unchecked))
    return scenario


def each_by_itself(root: Node) -> tuple[Scenario, list[Mistake]]:
    """The scenario that nodes make, and what is wrong with single values; not yet whether they fit together."""
    walk = Walk(root)
    try:
        return _read(walk, root), walk.mistakes
    except Enough:
        return cast("Scenario", BROKEN), walk.mistakes


def _read(walk: Walk, root: Node) -> Scenario:
    scenario: Scenario = reader(Scenario)(Spot(root, None, ()), walk)
    walk.gather()
    return scenario


def _walked(walk: Walk, root: Node, *, hope: bool) -> tuple[Scenario, list[str]]:
    try:
        scenario = _read(walk, root)
        faults, unchecked = ([], ["what comes from the other file"]) if walk.partial else check(scenario, hope=hope)
        for fault in faults:
            walk.complain(spot(root, fault.path).place, fault.path, fault.message, fault.suggestion)
    except Enough:
        return cast("Scenario", BROKEN), [f"what comes after the first {MOST_MISTAKES:,} mistakes"]
    return scenario, unchecked


def _order(mistake: Mistake, name: str) -> tuple[bool, str, int, int, str]:
    return (mistake.file != name, mistake.file, mistake.line, mistake.column, mistake.path)


def origin_of(source: str) -> Origin:
    """Where a case is, by its path, its bundled name, or `-` for standard input.

    Raises
    ------
    Unknown
        There is no such case, or it cannot be read.

    """
    if source == "-":
        return Origin("<stdin>", read_input(), None)
    cases = named()
    if source in cases:
        return Origin(source, read_file(cases[source]), cases[source])
    path = Path(source)
    if source and _exists(path):
        return Origin(source, read_file(path), path)
    near = nearest(source, cases)
    called = source if source.strip() else f"“{source}”"
    raise Unknown(f"There is no file and no bundled scenario called {called}. {guess(near, list(cases))}")


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        return False
