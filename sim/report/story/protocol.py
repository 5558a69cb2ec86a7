"""A session in words: what was put, who answered what and why, what was offered, what was agreed."""

from collections.abc import Sequence
from itertools import groupby

from sim.case.days import listed
from sim.report.story.cast import Cast
from sim.report.story.counts import counted, gap
from sim.report.story.news import Said
from sim.report.terminal.bars import meter as drawn
from sim.report.terminal.cells import left, right
from sim.report.terminal.ink import inked
from sim.talks.facts import Agreed, Answer, Meter, Moves, Question, Texts

NARROWLY, FLATLY = 0.05, 0.3
"""A margin within the first is narrow; a no beyond the second is flat."""

AIRS = ("hostile", "tense", "cool", "workable", "warm")
"""The atmosphere, in fifths."""


def question(fact: Question, cast: Cast) -> Said:
    """What the mediator puts."""
    again = " again" if fact.again else ""
    if fact.about == "date":
        return cast.mediator, f"asks{again} for a date for another round."
    items = [item.name for item in cast.case.agenda.items] if cast.case.agenda else []
    if fact.about == "order":
        return cast.mediator, f"proposes{again} to work on the items {in_order(fact.order, items)}."
    if fact.again:
        return cast.mediator, f"puts the list of {counted(len(items), 'item')} again."
    return cast.mediator, f"puts a list of {counted(len(items), 'item')}: {'; '.join(items)}."


def in_order(order: float, items: Sequence[str]) -> str:
    """An order of the items, from one after the other (0) to side by side (1)."""
    if order >= 0.995:
        return "side by side"
    if order <= 0.005:
        return f"one after the other, “{items[0]}” first"
    return f"partly side by side ({order:.2f} of the way), “{items[0]}” first"


def degree(answer: Answer) -> str:
    """How close an answer was: narrowly, flatly, reluctantly (it leaned the other way), or nothing."""
    if answer.motive in {"red_line", "away"}:
        return ""
    if abs(answer.margin) <= NARROWLY:
        return "narrowly"
    if answer.yes != (answer.margin > 0):
        return "reluctantly"
    return "flatly" if answer.margin < -FLATLY else ""


def motive(answer: Answer, cast: Cast) -> str:
    """Why a delegation refuses."""
    issue = cast.issue(answer.matter) if answer.matter in cast.case.issues else ""
    package = answer.about == "package" and len(cast.linked) > 1
    return {
        "wording": f"objects to the wording of “{answer.matter}”",
        "demand": "an agenda would have to suit it better",
        "first": f"wants “{answer.matter}” first",
        "progress": "wants more progress first",
        "anger": cast.reason("anger"),
        "backing": "backed by its sponsors",
        "distrust": "does not trust the other side" if len(cast.places) == 2 else "does not trust the others",
        "beyond": f"“{issue}” goes further than it could sign" if package else "it goes further than it could sign",
        "red_line": f"“{issue}” crosses its red line" if package else "it crosses its red line",
        "away": "is away",
    }.get(answer.motive, "")


def dated(given: Answer, cast: Cast) -> str:
    """An answer to the question for a date."""
    if given.motive == "away":
        return "is away"
    how = f", {degree(given)}" if degree(given) in {"narrowly", "reluctantly"} else ""
    if given.yes:
        return f"names a date{how}"
    why = motive(given, cast)
    return f"names none{how}" + (f": {why}" if why else "")


def answers(given: Sequence[Answer], cast: Cast) -> Said:
    """All that one delegation says to what was put together."""
    who = cast.side(given[0].delegation)
    if given[0].about == "date":
        return who, f"{dated(given[0], cast)}."
    parts = [alike(list(some), len(given), cast) for _, some in groupby(given, _kind)]
    return who, f"{'; '.join(parts)}."


def _kind(given: Answer) -> tuple[bool, str]:
    return given.yes, given.motive


def alike(given: Sequence[Answer], of: int, cast: Cast) -> str:
    """Answers of one kind, among answers to so many texts: ``refuses both, flatly: anger over the war``."""
    verb = "accepts" if given[0].yes else "refuses"
    degrees = [degree(one) for one in given]
    if len(set(degrees)) == 1:
        what = _things(given, of, cast) + (f", {degrees[0]}" if degrees[0] else "")
    else:
        what = " " + listed(
            [thing(one, cast) + (f" ({how})" if how else "") for one, how in zip(given, degrees, strict=True)]
        )
    why = motive(given[0], cast)
    return verb + what + (f": {why}" if why else "")


def _things(given: Sequence[Answer], of: int, cast: Cast) -> str:
    if of == 1:
        return ""
    if len(given) == of:
        return " both" if of == 2 else " all"
    return " " + listed([thing(one, cast) for one in given])


def thing(given: Answer, cast: Cast) -> str:
    """What an answer is about, where there are several."""
    return cast.package if given.about == "package" else f"“{cast.issue(given.issue)}”"


def moves(fact: Moves, cast: Cast) -> Said:
    """What a delegation gives."""
    given = [f"“{cast.issue(key)}” {start:.2f} to {end:.2f}" for key, (start, end) in fact.moves.items()]
    return cast.side(fact.delegation), f"moves on {', '.join(given)}."


def texts(fact: Texts, cast: Cast) -> list[Said]:
    """The texts that the mediator tables, each with its place on its axis."""
    together = fact.together if len(cast.linked) > 1 else ()
    alone = [key for key in fact.texts if key not in together]
    said = []
    if together:
        what = "the package again" if set(together) <= set(fact.again) else "a package of all linked issues"
        said.append((cast.mediator, f"tables {what}: {_places(together, fact, cast)}."))
    if alone:
        kind = "text" if len(alone) == 1 else "texts"
        what = f"the {kind} again" if set(alone) <= set(fact.again) else f"{'a ' * (len(alone) == 1)}{kind}"
        who, verb = ("", "and ") if said else (cast.mediator, "tables ")
        said.append((who, f"{verb}{what}: {_places(alone, fact, cast)}."))
    return said


def _places(issues: Sequence[str], fact: Texts, cast: Cast) -> str:
    return "; ".join(_place(key, fact, cast) for key in issues)


def _place(key: str, fact: Texts, cast: Cast) -> str:
    """A text on one issue: its number, and the first time what 0 and 1 mean."""
    issue = cast.case.issues[key]
    ends = "" if key in fact.again else f" (0: {issue.at_0}; 1: {issue.at_1})"
    return f"“{cast.issue(key)}” at {fact.texts[key]:.2f}{ends}"


def agreed(fact: Agreed, cast: Cast) -> Said:
    """What all agree on."""
    if fact.about == "list":
        return cast.all_sides, "agree on the list of items."
    if fact.about == "order":
        return cast.all_sides, "agree on the order of the items. The work on them begins."
    return cast.all_sides, f"sign: {cast.quoted(fact.issues)}."


def meter(fact: Meter) -> str:
    """How things stand, in one line of 67 cells."""
    stand = f"{gap(fact.gap_closed)}, atmosphere {air(fact.atmosphere)}"
    risk = inked(right(f"{100 * fact.risk:.0f} %", 6), "dim")
    return inked(left(stand, 38) + "walkout risk ", "dim") + inked(drawn(fact.risk), "walkout") + risk


def air(atmosphere: float) -> str:
    """The atmosphere in a word."""
    return AIRS[min(4, int(5 * atmosphere))]
