"""The score on a page: each case, then the model beside what could be said without it."""

from typing import TYPE_CHECKING, Final

from sim import __version__
from sim.analysis.percentages import share
from sim.report.terminal.cells import WIDTH, left, right, width, wrapped
from sim.report.terminal.page import Page
from sim.rules.endings import ENDINGS

if TYPE_CHECKING:
    from sim.analysis.score import Score, Scored

NAME, LIFE, SAID = 19, 20, 9
BINS: Final = 5
WORDS: Final = {"base_rate": "base rate of the other cases", "weighted_mean": "weighted mean of positions"}
LITERATURE: Final = (
    "For comparison: of decisions in real conflicts, people who played the roles named 60 to 64 % right, game "
    "theorists 31 to 37 %, people who thought about it unaided 28 to 32 %, chance 28 % (Green 2002, 2005; Green and "
    "Armstrong 2010: six to nine conflicts, three to six possible decisions each, unlike the eight endings here)."
)
CAUTION: Final = (
    "The cases are famous, and mostly because they were signed: no base rate can be read off them. They are a test of "
    "sanity, not of skill."
)


def show(page: Page, found: "dict[str, Scored]", runs: int, seed: int, again: str) -> None:
    """Show what was said of each case in every coding, the scores, the calibration, and what others reach."""
    first = next(iter(found.values()))
    page.header("Given to what happened", f"{runs:,} runs a case, seed {seed}")
    page.line(left("", NAME + LIFE) + "".join(right(name, SAID) for name in found) + "  likeliest")
    for number, one in enumerate(first.forecasts):
        said = [coding.forecasts[number] for coding in found.values()]
        given = "".join(right(f"{100 * each.probability:.1f} %", SAID) for each in said)
        likeliest = " / ".join(dict.fromkeys(ENDINGS[each.modal].words for each in said))
        row = left(one.name, max(NAME, len(one.name) + 1)) + left(ENDINGS[one.happened].words, LIFE) + given + "  "
        for place, words in enumerate(wrapped(likeliest, max(WIDTH - width(row), SAID))):
            page.line((" " * width(row) if place else row) + words)
    _scores(page, found)
    _thresholds(page, found)
    page.line()
    for text in (CAUTION, LITERATURE):
        page.paragraph(text)
    page.line()
    page.line("This again:")
    page.command(again)
    page.line(f"sim {__version__}")


def _scores(page: Page, found: "dict[str, Scored]") -> None:
    first = next(iter(found.values()))
    page.line()
    page.header("How good that is", "log score, 95 %        Brier, 95 %        right")
    for name, one in found.items():
        right_ones = f"{one.right} of {len(one.forecasts)}"
        page.line(_row("played" if name == "given" else f"played, {name} coding", one.score, right_ones))
    for name, rival in first.baselines.items():
        page.line(_row(WORDS.get(name, name), rival, ""))
    page.line()
    page.paragraph("The lower the better. Log score: mean of -ln of the probability given to what happened.")


def _row(name: str, one: "Score", right_ones: str) -> str:
    told = f"{one.log:.2f} ({one.log_ends[0]:.2f} to {one.log_ends[1]:.2f})"
    squares = f"{one.brier:.2f} ({one.brier_ends[0]:.2f} to {one.brier_ends[1]:.2f})"
    return left(name, 29) + right(told, 20) + right(squares, 20) + right(right_ones, WIDTH - 69)


def _thresholds(page: Page, found: "dict[str, Scored]") -> None:
    """Show how often thresholds came that were said to be so likely, in five bins, of the first coding."""
    chances, came = next(iter(found.values())).said
    if not chances:
        return
    page.line()
    page.header("Thresholds: said", "came, 95 % interval")
    for place in range(BINS):
        here = [fate for chance, fate in zip(chances, came, strict=True) if min(int(chance * BINS), BINS - 1) == place]
        if here:
            page.across(f"{100 * place // BINS} to {100 * (place + 1) // BINS} %", share(sum(here), len(here)))
    page.line()
    for name, one in found.items():
        brier, (low, high), half = one.thresholds
        page.across(f"Brier score of {len(one.said[0])} thresholds, {name}",
                    f"{brier:.2f} ({low:.2f} to {high:.2f}); saying one half {half}")  # fmt: skip
