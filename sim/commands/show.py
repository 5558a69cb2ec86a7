"""``sim show``: a case explained, on two screens."""

from shlex import quote
from typing import TYPE_CHECKING, Annotated

import typer

from sim.commands.document import document
from sim.commands.options import Json, Settings, Source
from sim.report.terminal.page import out

if TYPE_CHECKING:
    from sim.case import Scenario


Forecasts = Annotated[
    bool, typer.Option("--forecasts", help="Show what theories of bargaining and voting say of it instead.")
]


def show(source: Source, settings: Settings, forecasts: Forecasts = False, json: Json = False) -> None:
    """Explain a scenario.

    Who negotiates about what, who stands behind whom, where they could meet, what is assumed, and which
    defaults hold; with --forecasts, where established theories would settle each issue.
    """
    from sim.case import read

    case = read(source, settings)
    if json:
        document(_content(source, case) | (_forecasts(case) if forecasts else {}))
    else:
        _tell(source, case, forecasts=forecasts)


def _tell(source: str, case: "Scenario", *, forecasts: bool) -> None:
    from sim.commands import axes, notes, parties, setting, theories
    from sim.report.terminal.ink import inked

    page = out()
    page.paragraph(inked(case.title, "strong"))
    page.paragraph(case.summary)
    for section in (theories,) if forecasts else (parties, axes, setting, notes):
        page.line()
        section.show(page, case)
    page.line()
    page.line(f"Played:  sim run {quote(source)}")


def _content(source: str, case: "Scenario") -> dict[str, object]:
    from json import loads

    from sim.case import canonical, digest
    from sim.commands import defaults

    return {
        "name": source,
        "digest": digest(case),
        "title": case.title,
        "summary": case.summary,
        "zones": {issue: _zone(issue, case) for issue in case.issues},
        "defaults": {path: _plain(value) for path, value in defaults.used(case).items()},
        "scenario": loads(canonical(case)),
    }


def _forecasts(case: "Scenario") -> dict[str, object]:
    from sim.forecasts import forecasts, packages

    said = {issue: {**one.settled, "chance_of_zone": one.chance_of_zone} for issue, one in forecasts(case).items()}
    return {"forecasts": said, "packages": packages(case)}


def _zone(issue: str, case: "Scenario") -> list[float] | None:
    from sim.case.zone import zone

    low, high = zone(delegation.positions[issue] for delegation in case.delegations.values())
    return [low, high] if low <= high else None


def _plain(value: object) -> object:
    return value if isinstance(value, bool | int | float | str) else str(value)
