"""A session in words: what was put, who answered what and why, what was offered, what was agreed."""

from collections.abc import Sequence

from sim.commands.bars import meter as drawn
from sim.commands.cells import left, right
from sim.commands.days import listed
from sim.commands.ink import inked
from sim.commands.story.cast import Cast
from sim.commands.story.counts import counted, hundredths, sentence
from sim.commands.story.news import Said
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
    if fact.about == "list":
        listing = f": {'; '.join(items)}" if not fact.again else ""
        return cast.mediator, f"puts a list of {counted(len(items), 'item')}{again}{listing}."
    return cast.mediator, f"proposes{again} to work on them {in_order(fact.order, items)}."


def in_order(order: float, items: Sequence[str]) -> str:
    """An order of the items, from one after the other (0) to side by side (1)."""
    if order >= 0.995:
        return "side by side"
    if order <= 0.005:
        return f"one after the other, “{items[0]}” first"
    return f"partly side by side ({order:.2f} of the way), “{items[0]}” first"


def degree(answer: Answer) -> str:
    """How close an answer was: ``narrowly``, ``flatly``, ``after all`` (against the odds), or nothing."""
    if abs(answer.margin) <= NARROWLY:
        return "narrowly"
    if answer.yes != (answer.margin > 0) and answer.motive not in {"red_line", "away"}:
        return "after all"
    return "flatly" if not answer.yes and answer.margin < -FLATLY else ""


def motive(answer: Answer, cast: Cast) -> str:
    """Why a delegation refuses."""
    issue = cast.issue(answer.matter) if answer.matter in cast.case.issues else answer.matter
    beyond = f"{issue} would go further than it could sign" if answer.about == "package" else ""
    return {
        "wording": f"objects to the wording of “{answer.matter}”",
        "demand": "an agenda would have to suit it better",
        "first": f"wants “{answer.matter}” first",
        "progress": "wants more progress first",
        "anger": cast.reason("anger"),
        "backing": "its sponsors back it",
        "distrust": "does not trust the other side" if len(cast.places) == 2 else "does not trust the others",
        "beyond": beyond or "it goes further than it could sign",
        "red_line": f"a red line is crossed: {issue}",
        "away": "is away",
    }.get(answer.motive, "")


def answer(given: Answer, cast: Cast, what: str = "") -> str:
    """An answer in words: ``refuses, narrowly: wants “transition” first``."""
    verb = ("accepts" if given.yes else "refuses") + what
    how = f", {degree(given)}" if degree(given) else ""
    why = f": {motive(given, cast)}" if not given.yes and motive(given, cast) else ""
    return f"{verb}{how}{why}"


def dated(given: Answer, cast: Cast) -> str:
    """An answer to the question for a date."""
    if given.yes:
        return "names a date" + (", narrowly" if degree(given) == "narrowly" else "")
    why = motive(given, cast)
    return "names none" + (f": {why}" if why else "")


def answers(given: Sequence[Answer], cast: Cast) -> Said:
    """All that one delegation says to what was put together."""
    who = cast.side(given[0].delegation)
    if given[0].about == "date":
        return who, sentence(dated(given[0], cast))
    if len(given) == 1:
        return who, sentence(answer(given[0], cast))
    parts = [answer(one, cast, f" {thing(one, cast)}") for one in given]
    return who, sentence("; ".join(parts))


def thing(given: Answer, cast: Cast) -> str:
    """What an answer is about, where there are several."""
    return "the package" if given.about == "package" else f"“{cast.issue(given.issue)}”"


def moves(fact: Moves, cast: Cast) -> Said:
    """What a delegation gives."""
    given = [f"“{cast.issue(key)}” from {start:.2f} to {end:.2f}" for key, (start, end) in fact.moves.items()]
    return cast.side(fact.delegation), f"moves on {listed(given)}."


def texts(fact: Texts, cast: Cast) -> list[Said]:
    """The texts that the mediator tables, each with its place on its axis."""
    alone = [key for key in fact.texts if key not in fact.together]
    said = []
    if fact.together:
        again = " again" if set(fact.together) <= set(fact.again) else ""
        parts = [_place(key, fact, cast) for key in fact.together]
        what = "all linked issues" if len(parts) > 1 else "the linked issue"
        said.append((cast.mediator, f"tables one package{again} on {what}: {'; '.join(parts)}."))
    if alone:
        parts = [_place(key, fact, cast) for key in alone]
        noun = ("the text" if len(parts) == 1 else "the texts") if set(alone) <= set(fact.again) else (
            "a text" if len(parts) == 1 else "texts"
        )
        again = " again" if set(alone) <= set(fact.again) else ""
        said.append((cast.mediator, f"tables {noun}{again}: {'; '.join(parts)}."))
    return said


def _place(key: str, fact: Texts, cast: Cast) -> str:
    """A text on one issue: its number, and the first time what 0 and 1 mean."""
    issue = cast.case.issues[key]
    ends = "" if key in fact.again else f" (0 {issue.at_0}, 1 {issue.at_1})"
    return f"“{cast.issue(key)}” at {fact.texts[key]:.2f}{ends}"


def agreed(fact: Agreed, cast: Cast) -> Said:
    """What all agree on."""
    if fact.about == "list":
        return cast.all_sides, "agree on the list of items."
    if fact.about == "order":
        return cast.all_sides, "agree on the order of the items. Work on them begins."
    return cast.all_sides, f"sign: {listed([f'“{cast.issue(key)}”' for key in fact.issues])}."


def meter(fact: Meter) -> str:
    """How things stand, in one line of 67 cells."""
    stand = f"gap closed {hundredths(fact.gap_closed)}, atmosphere {air(fact.atmosphere)}"
    risk = f"{100 * fact.risk:.0f} %"
    return inked(left(stand, 38) + "walkout risk ", "dim") + inked(drawn(fact.risk), "walkout") + inked(right(risk, 6), "dim")


def air(atmosphere: float) -> str:
    """The atmosphere in a word."""
    return AIRS[min(4, int(5 * atmosphere))]
