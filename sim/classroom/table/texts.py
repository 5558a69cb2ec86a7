"""What can be chosen once texts are on the table (rule 17)."""

from collections.abc import Iterator
from itertools import combinations
from typing import Final

from sim.classroom.table.options import Option, View, both
from sim.talks.actors import NOT_ASKED

MOST_GROUPS: Final = 4
"""With more texts than this, not every selection of them is offered."""


def closing(view: View) -> Iterator[Option]:
    """Texts are on the table, and the session comes to its end."""
    if view.role in view.seated.delegations:
        yield from leaving(view)
    elif view.role == "mediator" and view.held:
        yield from putting(view)


def leaving(view: View) -> Iterator[Option]:
    """A delegation answers the texts, walks out, names a date."""
    room, seat = view.nouns["room"], view.seated.delegations.index(view.role)
    one = view.nouns["delegations"][seat]
    if view.held:
        if one.package_answer != NOT_ASKED:
            yield from both("package", put(view, linked=True))
        for key, issue, stake in zip(view.seated.issues, view.nouns["issues"], view.nouns["stakes"][seat], strict=True):
            if stake.answer != NOT_ASKED and issue.due:
                yield from both(f"text:{key}", ((key, issue.text),))
        yield from both("walkout")
    if room.session == room.sessions_per_round and (not one.away or one.left):
        yield from both("date")


def put(view: View, *, linked: bool) -> tuple[tuple[str, float], ...]:
    """The texts that are due, with their places: the linked ones, or all."""
    due = [(key, one) for key, one in zip(view.seated.issues, view.nouns["issues"], strict=True) if one.due]
    return tuple((key, one.text) for key, one in due if one.linked or not linked)


def putting(view: View) -> Iterator[Option]:
    """The mediator puts some of the texts due, all of them, or none; the linked ones together."""
    due = [(key, one.linked) for key, one in zip(view.seated.issues, view.nouns["issues"], strict=True) if one.due]
    package = tuple(key for key, linked in due if linked)
    groups = [package] * bool(package) + [(key,) for key, linked in due if not linked]
    for size in range(len(groups) + 1):
        if len(groups) <= MOST_GROUPS or size in {0, 1, len(groups)}:
            for some in combinations(groups, size):
                keys = tuple(key for group in some for key in group)
                yield Option(
                    "texts_put", value=keys, texts=tuple(one for one in put(view, linked=False) if one[0] in keys)
                )
