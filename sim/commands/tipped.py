"""What tipped a run: a list of what happened in it, by how much else it would have been without."""

from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from sim.case import names
from sim.case.days import short
from sim.commands import advice, origin
from sim.commands.document import document
from sim.commands.order import Order
from sim.report.story.cast import Cast
from sim.report.terminal.cells import left, wrapped
from sim.report.terminal.ink import inked
from sim.report.terminal.page import Page, out

if TYPE_CHECKING:
    from sim.analysis.why import Cause, Why

MOST: Final = 8
DAY, WHAT, THEN = 8, 44, 28
QUESTIONS: Final = {
    "list": "the list of items", "order": "the order of items", "date": "a date for another round",
    "package": "the package",
}  # fmt: skip


def show(order: Order) -> None:
    """Play the run and its replays, and say what tipped it."""
    from sim.analysis.why import why
    from sim.case import read

    found = why(read(order.source, order.settings), order.seed, order.replicate)
    if order.json:
        document(content(order, found))
    else:
        _page(out(), order, found)


def _page(page: Page, order: Order, found: "Why") -> None:
    cast = Cast(found.case)
    page.across(inked(found.case.title, "strong"), f"seed {found.seed}, replicate {found.replicate}")
    page.paragraph(f"It ended: {cast.ending(found.outcome.ending)}.")
    page.line()
    page.paragraph(verdict(found, cast))
    shown = (found.decisive or found.ranked)[:MOST]
    if shown:
        page.line()
        head = left(inked("day", "strong"), DAY) + left(inked("without it", "strong"), WHAT)
        page.header(head + inked("it would have ended", "strong"))
        for one in shown:
            _line(page, found, one, cast)
    rest = len(found.decisive or found.ranked) - len(shown)
    if rest > 0:
        page.line(inked(f"{rest} more are in --json.", "dim"))
    page.line()
    page.paragraph(inked(f"{len(found.ranked)} events, days of attacks and choices were tried, one by one.", "dim"))
    advice.show(page, _next(order, found))
    _origin(page, order, found)


def verdict(found: "Why", cast: Cast) -> str:
    """Say whether anything single tipped the run, and what first."""
    if not found.ranked:
        return "Nothing happened in this run that could be left out."
    if not found.decisive:
        return "Nothing single would have changed the ending."
    first, count = found.decisive[0], len(found.decisive)
    others = f" {count - 1} more would have changed the ending, each by itself." if count > 1 else ""
    then = cast.ending(first.after.ending)
    return f"What tipped it most: {words(found, first, cast)} Then it would have ended: {then}.{others}"


def _line(page: Page, found: "Why", one: "Cause", cast: Cast) -> None:
    day = short(found.case.calendar.start + timedelta(days=one.day)).partition(" ")[2]
    then = wrapped(_then(one, cast), THEN)
    for place, part in enumerate(wrapped(words(found, one, cast), WHAT - 1)):
        page.line(left("" if place else day, DAY) + left(part, WHAT) + (then.pop(0) if then else ""))
    for part in then:
        page.line(" " * (DAY + WHAT) + part)


def _then(one: "Cause", cast: Cast) -> str:
    """What would have come of it."""
    ending = cast.ending(one.after.ending) if one.tipped else "the same way"
    walked = ", a walkout averted" if one.before.walked and not one.after.walked else ""
    caused = ", after a walkout" if one.after.walked and not one.before.walked else ""
    gained = "".join(f", {cast.threshold(key)}" for key in sorted(one.after.met - one.before.met))
    lost = "".join(f", not: {cast.threshold(key)}" for key in sorted(one.before.met - one.after.met))
    return ending + walked + caused + gained + lost


def words(found: "Why", one: "Cause", cast: Cast) -> str:
    """What happened, in a sentence."""
    if one.kind == "event":
        event = found.case.events[one.what]
        return f"{names.topic(one.what, event)}."
    if one.choice is None:
        count, _, front = one.what.partition(" at ")
        return f"{count} {'attack' if count == '1' else 'attacks'} at {cast.front(front)}."
    choice = one.choice
    name, _, issue = choice.name.partition(":")
    who = cast.mediator if choice.who == "mediator" else cast.name(choice.who)
    if name == "walkout":
        return f"{who} walks out."
    if name == "comes":
        return f"{who} stays away."
    if name == "format":
        return f"{who} calls {'separate rooms' if choice.value == 'joint' else 'a joint session'}."
    matter = f"“{cast.issue(issue)}”" if issue else QUESTIONS[name]
    return f"{who} {'refuses' if choice.value else 'agrees to'} {matter}."


def _next(order: Order, found: "Why") -> Iterator[tuple[str, str]]:
    if not order.repeatable:
        return
    yield "The run, told:", order.again(f"--replicate {order.replicate}")
    event = next((one.what for one in found.decisive if one.kind == "event"), None)
    if event:
        whatif = order.again("-n 10000").replace("sim run", "sim whatif", 1)
        yield "In how many worlds?", f"{whatif} --without {event}"


def _origin(page: Page, order: Order, found: "Why") -> None:
    from sim import __version__
    from sim.case import digest
    from sim.study import provenance

    version = f"sim {__version__}, results {provenance.RESULT_VERSION}, scenario {digest(found.case)[:8]}"
    played = f"seed {order.seed}, replicate {order.replicate}, digest {found.digest[:8]}"
    page.paragraph(inked(f"{version}, {played}", "dim"))


def content(order: Order, found: "Why") -> dict[str, object]:
    """The same as one document."""
    return {
        **origin.content(order, found.case),
        "replicate": order.replicate,
        "digest": found.digest,
        "ending": found.outcome.ending,
        "decisive": len(found.decisive),
        "causes": [
            {
                "kind": one.kind, "day": one.day,
                "date": (found.case.calendar.start + timedelta(days=one.day)).isoformat(), "what": one.what,
                "ending": one.after.ending, "tipped": one.tipped, "walked": sorted(one.after.walked),
                "gained": sorted(one.after.met - one.before.met), "lost": sorted(one.before.met - one.after.met),
                "progress": one.difference,
            }
            for one in found.ranked
        ],
    }  # fmt: skip
