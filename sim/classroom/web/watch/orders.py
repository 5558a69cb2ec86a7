"""Which item of the agenda comes first: a choice of a few agendas of the same items."""

from collections.abc import Iterator
from typing import Final

from sim.case.agenda import Agenda, Item
from sim.case.number import centre
from sim.case.scenario import Scenario
from sim.case.writing import inline
from sim.classroom.web.watch.dial import AS_IT_WAS, Choice

FEW: Final = 2
"""So many items, those with most of the time, may be put first."""
SEQUENCE: Final = "in_sequence"


def orders(case: Scenario) -> Iterator[Choice]:
    """Side by side, or one of the weightiest items first; nothing where there is no order to choose."""
    agenda = case.agenda
    if agenda is None or len(agenda.items) < 2:
        return
    weighty = sorted(agenda.items, key=lambda item: -centre(item.share))[:FEW]
    ways = [("side by side", "" if agenda.order == "parallel" else "agenda.order=parallel")]
    ways += [(f"{item.name} first", _first(agenda, item)) for item in agenda.items if item in weighty]
    if all(setting for _, setting in ways):
        ways.insert(0, (AS_IT_WAS, ""))
    yield Choice("agenda", "Agenda", tuple(ways))


def _first(agenda: Agenda, item: Item) -> str:
    """The setting that works on one item until it is finished, before all others."""
    if item == agenda.items[0]:
        return "" if agenda.order == SEQUENCE else f"agenda.order={SEQUENCE}"
    others = tuple(other for other in agenda.items if other is not item)
    return f"agenda={inline(agenda.model_copy(update={'order': SEQUENCE, 'items': (item, *others)}))}"
