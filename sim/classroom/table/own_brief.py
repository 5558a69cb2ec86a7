"""The confidential brief of one seat: what it wants, what it cannot sign, who stands behind it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sim.case.days import listed
from sim.report.story.cast import Cast
from sim.rules.styles import STYLES

if TYPE_CHECKING:
    from sim.classroom.table.table import Table


def brief(table: "Table", role: str) -> Iterator[tuple[str, str]]:
    """What somebody in this seat is told, row by row."""
    cast = Cast(table.case)
    kind = "delegation" if role in cast.places else "sponsor" if role in table.case.sponsors else "mediator"
    return {"delegation": delegation, "sponsor": sponsor, "mediator": mediator}[kind](table, role, cast)


def called(role: str, cast: Cast) -> str:
    """Who the person is."""
    if role in cast.places:
        return cast.name(role)
    return cast.sponsor(role) if role in cast.case.sponsors else cast.mediator


def delegation(table: "Table", role: str, cast: Cast) -> Iterator[tuple[str, str]]:
    """What a delegation wants and cannot sign."""
    seated, nouns = table.talks.seated, table.talks.nouns
    seat = seated.delegations.index(role)
    for key, stake in zip(seated.issues, nouns["stakes"][seat], strict=True):
        issue = table.case.issues[key]
        line = " A red line: you never sign beyond it, unless you choose to." if stake.red_line else ""
        wish = f"You want {stake.ideal:.2f}; the worst that you could sign is {stake.limit:.2f}."
        weight = f"Weight {100 * stake.salience:.0f} %."
        yield cast.issue(key), f"0: {issue.at_0}; 1: {issue.at_1}. {wish} {weight}{line}"
    yield "A date", f"The rules name one for you from a progress of about {own(table, seat):.2f}."
    behind = [
        cast.sponsor(key) for key, row in zip(seated.sponsors, nouns["leverages"], strict=True) if row[seat].hold > 0
    ]
    yield "Behind you", f"{listed(behind) if behind else 'nobody'}."


def own(table: "Table", seat: int) -> float:
    """The progress that a delegation requires before it names a date."""
    return float(table.talks.nouns["delegations"][seat].required_progress)


def sponsor(table: "Table", role: str, cast: Cast) -> Iterator[tuple[str, str]]:
    """How a sponsor stands."""
    seated, nouns = table.talks.seated, table.talks.nouns
    at = seated.sponsors.index(role)
    holds = [
        f"{cast.name(key)} ({one.hold:.2f})"
        for key, one in zip(seated.delegations, nouns["leverages"][at], strict=True)
        if one.hold > 0
    ]
    yield "You stand", f"behind {listed(holds) if holds else 'nobody'}: your hold over it, from 0 to 1."
    commitment = f"{nouns['sponsors'][at].commitment:.2f}: how much you wish for a settlement, from 0 to 1."
    yield "Commitment", f"{commitment} The lower it is, the more you back whom you stand behind; the higher, you press."
    yield "Cooperation", f"of the great powers: {nouns['great_powers'].cooperation:.2f}. A meeting may raise it."


def mediator(table: "Table", _role: str, cast: Cast) -> Iterator[tuple[str, str]]:
    """How the mediator works, and what is talked about."""
    style = table.case.mediator.style
    yield "Your style", f"{style}: {STYLES[style].meaning}."
    yield "Your powers", "You choose the format, the order before it is put, and which of the texts due are put."
    for key, issue in table.case.issues.items():
        yield cast.issue(key), f"0: {issue.at_0}; 1: {issue.at_1}."
