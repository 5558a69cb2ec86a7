"""What a person in a seat may choose, in plain words."""

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from sim.case.days import listed, long
from sim.report.story.cast import Cast
from sim.rules.formats import FORMATS

if TYPE_CHECKING:
    from sim.classroom.table.game import Game
    from sim.classroom.table.options import Option
    from sim.talks.seats import Value

YES_OR_NO: Final = {
    "returns": ("return to the table", "stay away another day"),
    "comes": ("come to the opening", "stay away from the opening"),
    "date": ("name a date for another round", "name no date"),
    "list": ("accept the list of items", "refuse the list of items"),
    "order": ("accept the order of the items", "refuse the order of the items"),
    "package": ("accept the package", "refuse the package"),
    "text": ("accept the text on {issue}", "refuse the text on {issue}"),
    "walkout": ("walk out at the end of the session", "stay in the room"),
    "recess": ("ask for a recess: no session is held today", ""),
    "meeting": ("call a meeting of the great powers", ""),
}
"""What a yes and a no are."""

NUMBERS: Final = {
    "concession": "concede further on {issue}: how far from your ideal (0) to your limit (1)",
    "ultimatum": "issue an ultimatum: the progress (0 to 1) without which you name no date",
    "commitment": "move your commitment to a settlement (0 none, 1 full)",
    "order_put": "change the order of the items before it is put (0 a sequence, 1 side by side)",
}
"""Choices that are a number."""

MOMENTS: Final = ("Before the session", "In the session", "Towards the end of the session")


def moment(game: "Game", stage: int, options: list["Option"]) -> str:
    """The heading of what is asked: the day ahead, and the moment of it."""
    return f"{long(game.talks.seated.date_of(game.day + 1))}. {when(game, stage, options)} you can:"


def when(game: "Game", stage: int, options: list["Option"]) -> str:
    """The moment of the day ahead; the evening before tells whether it is a day of a round."""
    room, names = game.talks.nouns["room"], {option.name for option in options}
    if room.in_round:
        return "At the close of the round" if names == {"date"} else MOMENTS[stage]
    if stage:
        return MOMENTS[stage]
    return "Before the opening" if "comes" in names or room.opening_on == game.day + 1 else "Between rounds"


def about(name: str, cast: Cast) -> str:
    """The issue that a choice is about, in quotation marks."""
    _, _, issue = name.partition(":")
    return f"“{cast.issue(issue)}”" if issue else ""


def named(name: str, cast: Cast) -> str:
    """What a choice is about, as a sentence begins."""
    said = phrase(name, value=True, cast=cast).partition(":")[0]
    return said[:1].upper() + said[1:]


def not_possible(name: str, reason: str, cast: Cast) -> str:
    """That a choice cannot be followed, and why."""
    return f"{named(name, cast)}: not possible, since {reason}."


def phrase(name: str, value: "Value | None", cast: Cast) -> str:
    """A choice as one says it."""
    kind = name.partition(":")[0]
    if kind in NUMBERS:
        return NUMBERS[kind].format(issue=about(name, cast))
    if kind in YES_OR_NO:
        return YES_OR_NO[kind][0 if value else 1].format(issue=about(name, cast))
    if kind == "format":
        return f"seat them in: {FORMATS[value].words}" if isinstance(value, str) else "the format"
    return f"put {texts(value, cast)}"


def texts(value: "Value | None", cast: Cast) -> str:
    """Which texts are put."""
    if not isinstance(value, tuple | list):
        return "texts"
    return f"the text on {listed([f'“{cast.issue(key)}”' for key in value])}" if value else "no text today"


ASKED: Final = {
    "returns": "return to the table?",
    "comes": "come to the opening?",
    "date": "a date for another round?",
    "list": "the list of items",
    "order": "the order of the items",
    "package": "the package",
    "text": "the text on {issue}",
    "walkout": "walk out?",
    "recess": "a recess?",
    "meeting": "a meeting of the great powers?",
    "format": "how they sit today",
    "texts_put": "which texts are put",
    "concession": "concede further on {issue}? 0 is your ideal, 1 your limit",
    "ultimatum": "an ultimatum: the progress (0 to 1) without which you name no date",
    "commitment": "your commitment to a settlement, 0 none, 1 full",
    "order_put": "the order that is put: 0 one item after the other, 1 all side by side",
}
"""What each choice is about, as a question above what can be picked."""


def asked(name: str, cast: Cast) -> str:
    """What a choice is about."""
    return ASKED[name.partition(":")[0]].format(issue=about(name, cast))


SHORT: Final = {
    "concession": "concede further",
    "recess": "ask for a recess",
    "ultimatum": "issue an ultimatum",
    "meeting": "call a meeting",
    "commitment": "move your commitment",
    "order_put": "change the order",
}
"""What one may do beside the answers that one is asked for."""


def short(name: str) -> str:
    """A thing that one may do, in two or three words; empty for an answer."""
    return SHORT.get(name.partition(":")[0], "")


def about_texts(option: "Option", cast: Cast) -> str:
    """Which texts a mediator puts or holds back."""
    return texts(option.value, cast)


BRIEFLY: Final = {
    "list": ("accept", "refuse"),
    "order": ("accept", "refuse"),
    "package": ("accept", "refuse"),
    "text": ("accept", "refuse"),
}
"""A yes and a no beneath the question."""


def brief(option: "Option", cast: Cast) -> str:
    """An option beneath its question."""
    if option.held is not None:
        return "hold it back" if option.held else "put it"
    kind = option.name.partition(":")[0]
    if kind in BRIEFLY:
        return BRIEFLY[kind][0 if option.value else 1]
    return FORMATS[option.value].words if isinstance(option.value, str) else phrase(option.name, option.value, cast)


def capital(words: str) -> str:
    """As a sentence begins."""
    return words[:1].upper() + words[1:]


def sentence(option: "Option", cast: Cast) -> str:
    """An option in the menu."""
    said = f"hold back {texts(option.value, cast)}" if option.held else phrase(option.name, option.value, cast)
    if option.value is not None:
        return said
    low, high = inwards(option)
    return f"{said}; from {low:g} to {high:g}"


def noted(name: str, value: "Value", cast: Cast) -> str:
    """What was chosen."""
    said = phrase(name, value, cast)
    return f"{said.partition(':')[0]}: {value:g}" if name.partition(":")[0] in NUMBERS else said


def inwards(option: "Option") -> tuple[float, float]:
    """The range of a number in four decimals, never wider than it is."""
    low, high = math.ceil(option.low * 10_000 - 1e-6), math.floor(option.high * 10_000 + 1e-6)
    return low / 10_000, high / 10_000


def on_the_table(options: list["Option"], cast: Cast) -> Iterator[str]:
    """The texts that are put, each with its place on its axis."""
    for key, text in dict(pair for option in options for pair in option.texts).items():
        issue = cast.case.issues[key]
        package = ", part of the package" if key in cast.linked and len(cast.linked) > 1 else ""
        ends = f"0: {issue.at_0}; 1: {issue.at_1}"
        yield f"On the table: “{cast.issue(key)}” at {text:.2f} ({ends}){package}."
