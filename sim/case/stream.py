"""From text to nodes, by the parser's events: nothing that is not plain data gets any further."""

from typing import TYPE_CHECKING, Any, Final

import yaml

from sim.case.node import Entry, Lost, Node, Row, Scalar, Table
from sim.case.place import MOST_MISTAKES, Mistake, Mistakes, Place, Sheet, mistake
from sim.case.remedy import not_a_number
from sim.case.syntax import unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator

DEEPEST: Final = 20
MOST_EVENTS: Final = 50_000
LONGEST: Final = 10_000
LONGEST_KEY: Final = 100
PARSER: Final[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

NOTHING = "Nothing is written here. `sim new FILE` writes a first scenario."
_ANCHOR = "Anchors (&) and aliases (*) have no place in a scenario. Write it out, or put the text in quotes."
_TAG = "Tags (!) have no place in a scenario. Remove it, or put the text in quotes."


class Stop(Exception):  # noqa: N818 - no error: the rest is not looked at
    """A limit is passed: reading ends here."""


def compose(text: Sheet, content: str) -> tuple[Node, list[Mistake]]:
    """The nodes of a text, and what is wrong with them as YAML.

    Raises
    ------
    Mistakes
        The text is not YAML, is empty, or passes a limit.

    """
    stream = Stream(text, content)
    try:
        node = stream.document()
    except yaml.YAMLError as error:
        stream.mistakes.append(unreadable(text, error))
    except Stop:
        pass
    else:
        return node, stream.mistakes
    items = sorted(stream.mistakes, key=lambda item: (item.line, item.column))
    raise Mistakes(text.name, tuple(items), ("the rest of the file",))


class Stream:
    """The events of one text, read once from the first to the last."""

    def __init__(self, text: Sheet, content: str) -> None:
        """Open the text; nothing is parsed yet."""
        self.text = text
        self.mistakes: list[Mistake] = []
        self.seen = 0
        self._events: Iterator[Any] = iter(yaml.parse(content, Loader=PARSER))

    def document(self) -> Node:
        """The one document of the text."""
        self._next()
        event = self._next()
        if isinstance(event, yaml.StreamEndEvent):
            self._complain(event, NOTHING)
            raise Stop
        if event.version or event.tags:
            self._complain(event, "Directives (%) have no place in a scenario. Remove the line.")
        node = self._node(self._next(), ())
        if isinstance(node, Scalar) and node.is_null and not self.text.setting:
            self._complain(event, NOTHING)
            raise Stop
        self._next()
        after = self._next()
        if not isinstance(after, yaml.StreamEndEvent):
            self._complain(after, "A second document begins here. A file holds one scenario.")
        return node

    def _next(self) -> Any:  # noqa: ANN401 - PyYAML tells no types of its events
        self.seen += 1
        event = next(self._events)
        if self.seen > MOST_EVENTS:
            self._complain(event, f"A scenario has at most {MOST_EVENTS:,} parts. Here is one more.")
            raise Stop
        return event

    def _node(self, event: Any, path: tuple[str, ...]) -> Node:  # noqa: ANN401
        place = self._place(event)
        if isinstance(event, yaml.AliasEvent):
            self._note(place, path, _ANCHOR)
            return Lost(place)
        self._plain_data(event, path)
        if len(path) >= DEEPEST:
            self._complain(event, f"A scenario is at most {DEEPEST} levels deep. This is deeper.")
            raise Stop
        if isinstance(event, yaml.MappingStartEvent):
            return self._table(place, path)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._row(place, path)
        return self._scalar(event, place, path)

    def _plain_data(self, event: Any, path: tuple[str, ...]) -> None:  # noqa: ANN401
        if event.anchor:
            self._complain(event, _ANCHOR, path)
        if event.tag:
            self._complain(event, _TAG, path)

    def _scalar(self, event: Any, place: Place, path: tuple[str, ...]) -> Node:  # noqa: ANN401
        if len(event.value) > LONGEST:
            self._complain(event, f"A value has at most {LONGEST:,} characters. This has {len(event.value):,}.", path)
            return Lost(place)
        return Scalar(event.value, event.style in {None, ""}, place)

    def _row(self, place: Place, path: tuple[str, ...]) -> Row:
        items: list[Node] = []
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            items.append(self._node(event, (*path, str(len(items)))))
        return Row(tuple(items), place)

    def _table(self, place: Place, path: tuple[str, ...]) -> Table:
        entries: dict[str, Entry] = {}
        lossy = False
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            key = self._node(event, (*path, "?"))
            below = (*path, key.text[:LONGEST_KEY]) if isinstance(key, Scalar) else path
            value = self._node(self._next(), below)
            kept = (
                isinstance(key, Scalar) and self._is_key(key, path) and self._enter(entries, Entry(key, value), below)
            )
            lossy = lossy or not kept
            if not isinstance(key, Scalar | Lost):
                self._note(key.place, path, "A key is a single name, not a list or a mapping.")
        return Table(entries, place, lossy)

    def _is_key(self, key: Scalar, path: tuple[str, ...]) -> bool:
        if len(key.text) > LONGEST_KEY:
            fault = f"A key has at most {LONGEST_KEY} characters. This has {len(key.text):,}."
        elif key.plain and key.text == "<<":
            fault = "Merge keys (<<) have no place in a scenario. `extends` takes over another scenario."
        else:
            return True
        self._note(key.place, path, fault)
        return False

    def _enter(self, entries: dict[str, Entry], entry: Entry, path: tuple[str, ...]) -> bool:
        """Keep an entry; whether it was kept under its key."""
        key, value = entry.key, entry.value
        before = next(reversed(entries.values()), None)
        if before is not None and _is_comma(before.value, entry):
            entries[before.key.text] = Entry(before.key, self._with_point(before.key, before.value, key, path))
            return True
        if key.text in entries:
            first = entries[key.text].key.place.line
            fault = f"{key.text} stands twice: here and on line {first}. Keep one of them."
            self._note(key.place, path, fault)
            return False
        if isinstance(value, Scalar) and value.plain and not value.text:
            value = Scalar("", plain=True, place=key.place)
        entries[key.text] = Entry(key, value)
        return True

    def _with_point(self, key: Scalar, number: Node, rest: Scalar, path: tuple[str, ...]) -> Node:
        place = number.place._replace(width=number.place.width + 1 + len(rest.text))
        whole = place.excerpt[place.column - 1 : place.column - 1 + place.width]
        self._note(place, (*path[:-1], key.text), not_a_number(whole))
        return Lost(place)

    def _complain(self, event: Any, message: str, path: tuple[str, ...] = ()) -> None:  # noqa: ANN401
        self._note(self._place(event), path, message)

    def _note(self, place: Place, path: tuple[str, ...], message: str) -> None:
        self.mistakes.append(mistake(place, ".".join(path), message))
        if len(self.mistakes) >= MOST_MISTAKES:
            raise Stop

    def _place(self, event: Any) -> Place:  # noqa: ANN401
        start, end = event.start_mark, event.end_mark
        width = end.column - start.column if end.line == start.line else 1_000
        return Place(self.text, min(start.line + 1, len(self.text.lines)), start.column + 1, max(1, width))


def _is_comma(before: Node, entry: Entry) -> bool:
    """Whether a key is in truth what follows the comma of a number: `{salience: 0,45}`."""
    if not (isinstance(before, Scalar) and isinstance(entry.value, Scalar) and before.plain and entry.key.plain):
        return False
    close = before.place.column + len(before.text) + 1 == entry.key.place.column
    alone = entry.value.plain and not entry.value.text
    return close and alone and before.text.lstrip("+-").isdigit() and entry.key.text.isdigit()
