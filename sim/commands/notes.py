"""What is watched for, what happened in life, and what a case rests on."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from sim.case.days import dated, listed, number, short
from sim.case.drawn import drawn
from sim.case.names import topic
from sim.case.quantities import quantity
from sim.case.watched import watched
from sim.commands import defaults
from sim.report.terminal.page import WHO, Page

if TYPE_CHECKING:
    from sim.case.scenario import Scenario
    from sim.case.source import Happened, Source

_NAME = 28


def show(page: Page, case: "Scenario") -> None:
    """Show the thresholds, what happened, what is drawn, which defaults hold, what is assumed, and the sources."""
    if case.thresholds:
        _watched(page, case)
    page.header("What it rests on")
    if case.happened:
        page.said("In life", _happened(case.happened, case))
    _several(page, "Assumed", case.assumed)
    _several(page, "Drawn", _drawn(case))
    _several(page, "Defaults", _defaults(case))
    _several(page, "Sources", map(_source, case.sources))
    for place, text in enumerate(case.to_try):
        _suggestion(page, "" if place else "To try", text)


def _watched(page: Page, case: "Scenario") -> None:
    page.header("What is watched for")
    for key, threshold in case.thresholds.items():
        by = f", by {short(threshold.by)}" if threshold.by else ""
        page.fields(topic(key, threshold), f"{watched(threshold, case.issues, case.ground)}{by}", _NAME)
    page.line()


def _suggestion(page: Page, name: str, text: str) -> None:
    words, command, arguments = text.partition("sim ")
    page.said(name, words)
    if command:
        page.command(command + arguments, WHO)


def _several(page: Page, name: str, texts: Iterable[str]) -> None:
    for place, text in enumerate(texts):
        page.said("" if place else name, text)


def _happened(happened: "Happened", case: "Scenario") -> str:
    reached, missed = (
        listed([topic(key, case.thresholds[key]) for key in keys]) or "nothing"
        for keys in (happened.reached, happened.not_reached)
    )
    ending = happened.ending.replace("_", " ")
    return f"Ending: {ending}. {happened.summary} Reached: {reached}. Not reached: {missed}."


def _drawn(case: "Scenario") -> list[str]:
    spread = [f"Ideals and limits, with a spread of {quantity(case.spread)}; red lines are not."] if case.spread else []
    return spread + [f"{'.'.join(path)} {quantity(value)}" for path, value in drawn(case)]


def _defaults(case: "Scenario") -> list[str]:
    """Put the defaults into a text for each part of the case: ``mediator: leverage 0.3, joint_above 0.4``.

    Parts with the same defaults share a text. A yes or no that nobody set is a no, and is not told.
    """
    parts: dict[str, list[str]] = {}
    for path, value in defaults.used(case).items():
        if value is not False:
            part, _, name = path.rpartition(".")
            parts.setdefault(part, []).append(f"{name} {_value(value)}")
    same: dict[str, list[str]] = {}
    for part, values in parts.items():
        same.setdefault(", ".join(values), []).append(part)
    return [f"{', '.join(names)}: {values}".removeprefix(": ") for values, names in same.items()]


def _value(value: object) -> str:
    if isinstance(value, date):
        return dated(value)
    return number(value) if isinstance(value, float) else str(value)


def _source(source: "Source") -> str:
    day = f" ({dated(source.date)})" if source.date else ""
    return f"{source.title}{day}"
