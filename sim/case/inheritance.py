"""A case that builds on another: what differs, laid over what is taken from there."""

from pathlib import Path
from typing import Final, NamedTuple

from sim.case.bundle import named
from sim.case.intake import decoded, read_file
from sim.case.nearest import guess, nearest
from sim.case.node import Entry, Node, Scalar, Table
from sim.case.place import Mistake, Unknown, mistake
from sim.case.stream import compose

LONGEST_CHAIN: Final = 8
EXTENDS: Final = "extends"


class Origin(NamedTuple):
    """Where a case is read from: its name for people, its bytes, its file (none for standard input)."""

    name: str
    raw: bytes
    file: Path | None


class Tree(NamedTuple):
    """The nodes of a case, what is wrong with them as YAML, and whether `extends` led nowhere."""

    root: Node
    mistakes: list[Mistake]
    partial: bool = False


def tree(origin: Origin, chain: tuple[Path, ...] = ()) -> Tree:
    """The nodes of a case with all that it inherits.

    Raises
    ------
    Mistakes
        One of the files is no YAML.

    """
    text, content = decoded(origin.raw, origin.name)
    root, mistakes = compose(text, content)
    entry = root.get(EXTENDS) if isinstance(root, Table) else None
    if entry is None or not isinstance(root, Table):
        return Tree(root, mistakes)
    own = Table({name: each for name, each in root.entries.items() if name != EXTENDS}, root.place, root.lossy)
    files = (*chain, origin.file.resolve()) if origin.file else chain
    try:
        parent = built_on(entry.value, origin.file, files)
    except Unknown as unknown:
        mistakes.append(mistake(entry.value.place, EXTENDS, str(unknown)))
        return Tree(own, mistakes, partial=True)
    theirs = tree(parent, files)
    return Tree(merged(own, theirs.root), [*mistakes, *theirs.mistakes], theirs.partial)


def merged(own: Node, theirs: Node) -> Node:
    """Lay one node over another: mappings key by key, to any depth; all else replaces; null takes a key out."""
    if not (isinstance(own, Table) and isinstance(theirs, Table)):
        return own
    entries = dict(theirs.entries)
    for name, entry in own.entries.items():
        old = entries.get(name)
        if old is None:
            entries[name] = entry
        elif isinstance(entry.value, Scalar) and entry.value.is_null:
            del entries[name]
        else:
            entries[name] = Entry(entry.key, merged(entry.value, old.value))
    return Table(entries, own.place, own.lossy or theirs.lossy)


def built_on(value: Node, file: Path | None, files: tuple[Path, ...]) -> Origin:
    """Where the scenario is that a file names: bundled, or beside this file, which is None for standard input.

    `files` are those that build on each other already, this one among them.

    Raises
    ------
    Unknown
        There is none, it is not beside this file, or it is built on this file.

    """
    if not isinstance(value, Scalar) or value.is_null:
        raise Unknown("The name of a bundled scenario, or of a file beside this one, is wanted here.")
    path = _beside(value.text, file) if _is_file(value.text) else _bundled(value.text)
    if path.resolve() in files:
        raise Unknown(f"This goes in a circle: {value.text} is built on this file, or is this file.")
    if len(files) >= LONGEST_CHAIN:
        raise Unknown(f"At most {LONGEST_CHAIN} files may build on each other.")
    name = str(path) if _is_file(value.text) else value.text
    return Origin(name, read_file(path), path)


def _is_file(name: str) -> bool:
    return name.endswith((".yaml", ".yml")) or "/" in name or "\\" in name


def _bundled(name: str) -> Path:
    cases = named()
    if name in cases:
        return cases[name]
    near = nearest(name, cases)
    raise Unknown(f"There is no bundled scenario of this name. {guess(near, list(cases))} A file's name ends in .yaml.")


def _beside(name: str, file: Path | None) -> Path:
    if file is None:
        raise Unknown("A scenario that is piped in can only build on a bundled one.")
    if "/" in name or "\\" in name:
        raise Unknown("Only a file in this file's own folder can be built on: give its name alone.")
    folder = file.resolve().parent
    path = file.parent / name
    if path.resolve().parent != folder:
        raise Unknown("Only a file in this file's own folder can be built on. This one leads elsewhere.")
    if not path.exists():
        near = nearest(name, [other.name for other in folder.glob("*.y*ml")])
        raise Unknown(f"There is no file of this name beside this one.{f' Did you mean {near}?' if near else ''}")
    return path
