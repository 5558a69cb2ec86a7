"""``sim scenarios``: which cases come with sim."""

from typing import TYPE_CHECKING

from sim.commands.document import document
from sim.commands.ink import inked
from sim.commands.options import DEFAULT, Json
from sim.commands.page import out

if TYPE_CHECKING:
    from sim.case import Scenario

_NAME = 28


def scenarios(json: Json = False) -> None:
    """List the scenarios that come with sim."""
    from sim.case import bundled, read

    cases = {name: read(name) for name in sorted(bundled())}
    if json:
        document({"scenarios": [_entry(name, case) for name, case in cases.items()]})
    else:
        _table(cases)


def _entry(name: str, case: "Scenario") -> dict[str, str]:
    return {"name": name, "title": case.title, "summary": case.summary}


def _table(cases: "dict[str, Scenario]") -> None:
    page = out()
    for name, case in cases.items():
        page.fields(inked(name, "strong"), f"{case.title}. {_first_sentence(case.summary)}", _NAME)
    page.line()
    page.line(f"One explained:  sim show {DEFAULT}")
    page.line("One played:     sim run first_scenario")


def _first_sentence(summary: str) -> str:
    first, stop, _ = summary.partition(". ")
    return first + stop.strip()
