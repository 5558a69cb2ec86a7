"""``sim scenarios``: which cases come with sim."""

from typing import TYPE_CHECKING

from sim.commands.document import document
from sim.commands.options import DEFAULT, Json
from sim.report.terminal.ink import inked
from sim.report.terminal.page import Page, out

if TYPE_CHECKING:
    from sim.case import Scenario

_NAME = 28


def scenarios(json: Json = False) -> None:
    """List the scenarios that come with sim."""
    from sim.case import bundled, read
    from sim.case.bundle import library

    cases, coded = ({name: read(name) for name in sorted(names)} for names in (bundled(), library()))
    if json:
        document({"scenarios": [_entry(name, case) for name, case in cases.items()],
                  "library": [_entry(name, case) for name, case in coded.items()]})  # fmt: skip
        return
    page = out()
    _table(page, cases)
    page.line()
    page.paragraph("The library: talks whose end is known, coded from what was known when they began")
    page.rule()
    _table(page, coded)
    page.line()
    page.line(f"One explained:  sim show {DEFAULT}")
    page.line("One played:     sim run first_scenario")
    page.line("What the library says of the model:  sim score")


def _entry(name: str, case: "Scenario") -> dict[str, str]:
    return {"name": name, "title": case.title, "summary": case.summary}


def _table(page: Page, cases: "dict[str, Scenario]") -> None:
    for name, case in cases.items():
        page.fields(inked(name, "strong"), f"{case.title}. {_first_sentence(case.summary)}", _NAME)


def _first_sentence(summary: str) -> str:
    first, stop, _ = summary.partition(". ")
    return first + stop.strip()
