"""What established theories say of a case: where each would settle every issue, and all of them as one package."""

from string import ascii_uppercase
from typing import TYPE_CHECKING

from sim.case.days import listed
from sim.case.names import party, topic
from sim.case.quantities import hundredths, quantity
from sim.report.terminal.cells import WIDTH, left, right
from sim.report.terminal.page import Page
from sim.rules.settlements import SETTLEMENTS

if TYPE_CHECKING:
    from sim.case.scenario import Scenario
    from sim.forecasts import Forecast

NAME, CELL = 26, 6
ABREAST = (WIDTH - NAME) // CELL
_HOW = (
    "Each theory names a point of the axis from 0 to 1; a number that is drawn counts by its mean. A dash: the limits "
    "leave no range to settle in or, for rubinstein, there are not two sides."
)


def show(page: Page, case: "Scenario") -> None:
    """Show where each theory would settle each issue, at most nine issues abreast."""
    from sim.forecasts import forecasts

    found = list(forecasts(case).items())
    page.header("What theories say", "zone of possible agreement, chance of one")
    for letter, (issue, forecast) in zip(_letters(len(found)), found, strict=True):
        zone = " to ".join(quantity(round(end, 3)) for end in forecast.zone) if forecast.zone else "none"
        words = f"{zone}{right(hundredths(round(forecast.chance_of_zone, 2)), 7)}"
        page.across(f"{letter}  {topic(issue, case.issues[issue])}", words)
    for first in range(0, len(found), ABREAST):
        _table(page, [one for _, one in found[first : first + ABREAST]], _letters(len(found))[first:])
    page.line()
    page.paragraph(_HOW)
    rules = listed(list(SETTLEMENTS), "or")
    page.paragraph(f"The mediator's texts can be settled by {rules}: --set mediator.settlement=nash.")
    _packages(page, case)


def _letters(issues: int) -> list[str]:
    return [(ascii_uppercase[place // 26 - 1] if place >= 26 else "") + ascii_uppercase[place % 26]
            for place in range(issues)]  # fmt: skip


def _table(page: Page, abreast: "list[Forecast]", letters: list[str]) -> None:
    page.line()
    page.line(left("", NAME) + "".join(right(letter, CELL) for letter in letters[: len(abreast)]))
    for theory in abreast[0].settled:
        cells = [forecast.settled[theory] for forecast in abreast]
        shown = ["–" if cell is None else quantity(round(cell, 2)) for cell in cells]
        page.line(left(theory, NAME) + "".join(right(cell, CELL) for cell in shown))


def _packages(page: Page, case: "Scenario") -> None:
    """Say what the two sides would have, if all issues were one package."""
    from sim.forecasts import packages
    from sim.forecasts.frontier import PARTIES

    found = packages(case)
    if not found:
        if len(case.delegations) == PARTIES:
            page.line()
            page.paragraph("Red lines leave no text on some issue: there is no package of all.")
        return
    names = [party(key, delegation) for key, delegation in case.delegations.items()]
    page.line()
    page.header("All in one package", f"worth to {listed(names)}, from 0 to 1")
    for theory, worth in found.items():
        words = "no package is better than no deal for both" if worth is None else "   ".join(
            right(quantity(round(one, 2)), 4) for one in worth)  # fmt: skip
        page.across(theory, words)
