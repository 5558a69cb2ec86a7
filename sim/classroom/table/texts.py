"""What can be chosen once texts are on the table (rule 17)."""

from collections.abc import Collection, Iterator, Mapping

from sim.classroom.table.options import Option, View, both
from sim.talks.actors import NOT_ASKED
from sim.talks.seats import Value


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
    """The mediator puts each text due or holds it back; the linked ones together."""
    due = [(key, one.linked) for key, one in zip(view.seated.issues, view.nouns["issues"], strict=True) if one.due]
    package = tuple(key for key, linked in due if linked)
    groups = [package] * bool(package) + [(key,) for key, linked in due if not linked]
    for group in groups:
        for held in (False, True):
            yield Option("texts_put", value=group, texts=put(view, linked=False), held=held)


def in_all(option: Option, chosen: Mapping[str, Value]) -> tuple[str, ...]:
    """All texts that are put once this one is put or held back, beside what had been chosen."""
    this, before = option.value, chosen.get("texts_put")
    put_before = before if isinstance(before, Collection) else [key for key, _ in option.texts]
    put_now = this if isinstance(this, Collection) else ()
    return tuple(key for key, _ in option.texts if (not option.held if key in put_now else key in put_before))
