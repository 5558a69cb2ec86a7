"""What is concluded from the default case, each sentence with the comparison that decides it."""

from collections.abc import Callable, Mapping
from typing import Final, NamedTuple, TypeAlias

import numpy as np

from sim.rules.endings import STALEMATE, WALKOUT, WITHOUT_DATE
from tests.model.cases import DEFAULT
from tests.model.playing import Columns
from tests.model.table import ROWS
from tests.verification.fact import LESS, MORE, Band, Figure
from tests.verification.facts_of_talks import deals
from tests.verification.happenings import SIDES, Outcome, dated, ends, listed, ordered, walks
from tests.verification.measures import oftener, share

HARD: Final = ("parallel_agenda", "transition_first", "terrorism_first", "manipulation", "cooperation")
MORE_WORLDS: Final = ("monitoring", "violence", "iran_invited", "softened")
WORLDS: Final[dict[str, tuple[str, tuple[str, ...]]]] = {
    **{name: (ROWS[name].source, ROWS[name].settings) for name in (*HARD, *MORE_WORLDS)},
    "no_convoy_attack": (DEFAULT, ("events.convoy_attack=null",)),
}
Worlds: TypeAlias = Mapping[str, Columns]


class Conclusion(NamedTuple):
    """A sentence, and the figure that decides whether it holds."""

    sentence: str
    decide: Callable[[Worlds], Figure]


def between(outcome: Outcome, first: str, second: str, band: Band) -> Callable[[Worlds], Figure]:
    """How much more often something is so in the first of two worlds."""
    return lambda worlds: oftener("", outcome(worlds[second]), outcome(worlds[first]), band)


def within(more: Outcome, less: Outcome) -> Callable[[Worlds], Figure]:
    """How much more often one thing is so than another, in the default case."""
    return lambda worlds: oftener("", less(worlds["parallel_agenda"]), more(worlds["parallel_agenda"]), MORE)


def of_default(outcome: Outcome, band: Band) -> Callable[[Worlds], Figure]:
    """How often something is so in the default case."""
    return lambda worlds: share("", outcome(worlds["parallel_agenda"]), band)


def most_frequent(worlds: Worlds) -> Figure:
    """The list without a date, less the ending that is most frequent beside it."""
    endings = worlds["parallel_agenda"]["ending"]
    times = np.bincount(endings, minlength=8)
    times[WITHOUT_DATE] = -1
    return oftener("", endings == np.argmax(times), endings == WITHOUT_DATE, MORE)


def hard_deals(worlds: Worlds) -> Figure:
    """In which worlds of luck there is a political deal in any case with hard red lines."""
    return share("", np.any([deals(worlds[name]) for name in HARD], axis=0), Band(below=0.001))


def back(worlds: Worlds) -> Figure:
    """Of those who walk out, who comes back."""
    columns = worlds["parallel_agenda"]
    left, returned = (
        np.concatenate([columns[f"{what}.{side}"] > 0 for side in SIDES]) for what in ("walkouts", "returns")
    )
    return share("", returned[left], Band(above=0.5))


BASE: Final = "parallel_agenda"
CONCLUSIONS: Final = (
    Conclusion("The list of items is agreed more often than its order.", within(listed, ordered)),
    Conclusion("A list without a date is the most frequent ending.", most_frequent),
    Conclusion("No date is likelier than a date.", of_default(dated, Band(below=0.5))),
    Conclusion("The government walks out more often than the opposition.", within(walks(SIDES[0]), walks(SIDES[1]))),
    Conclusion("Most who walk out come back.", back),
    Conclusion("While both red lines stand there is no political deal.", hard_deals),
    Conclusion("Where both soften there are some.", lambda worlds: share("", deals(worlds["softened"]), MORE)),
    Conclusion(
        "The transition first, and so worded, makes the list less likely.",
        between(listed, "transition_first", BASE, LESS),
    ),
    Conclusion("Counter-terrorism first, and so worded, does too.", between(listed, "terrorism_first", BASE, LESS)),
    Conclusion(
        "The transition first drives the government out.", between(walks(SIDES[0]), "transition_first", BASE, MORE)
    ),
    Conclusion(
        "Counter-terrorism first drives the opposition out.", between(walks(SIDES[1]), "terrorism_first", BASE, MORE)
    ),
    Conclusion(
        "Counter-terrorism first ends in a stalemate less often than the transition first.",
        between(ends(STALEMATE), "terrorism_first", "transition_first", LESS),
    ),
    Conclusion(
        "It ends in a walkout less often, too.", between(ends(WALKOUT), "terrorism_first", "transition_first", LESS)
    ),
    Conclusion("Manipulation brings more dates than formulation.", between(dated, "manipulation", BASE, MORE)),
    Conclusion("Powers that work together bring more dates.", between(dated, "cooperation", BASE, MORE)),
    Conclusion("Three times the violence brings fewer dates.", between(dated, "violence", BASE, LESS)),
    Conclusion("Attacks that are cleared up lower walkouts.", between(walks("any"), "monitoring", BASE, LESS)),
    Conclusion(
        "Without the attack on the convoy fewer walk out.", between(walks("any"), "no_convoy_attack", BASE, LESS)
    ),
    Conclusion("Iran invited again drives the opposition out.", between(walks(SIDES[1]), "iran_invited", BASE, MORE)),
)
