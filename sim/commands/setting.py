"""What the talks are set in: days, agenda, Council, the war outside, dated facts, and what is watched for."""

from itertools import groupby
from typing import TYPE_CHECKING

from sim.case.days import dated, listed, long, number, numbered, short
from sim.case.names import party, topic
from sim.case.number import centre
from sim.case.quantities import hundredths, people, quantity
from sim.report.terminal.page import Page
from sim.rules.formats import FORMATS

if TYPE_CHECKING:
    from sim.case.agenda import Agenda
    from sim.case.calendar import Calendar
    from sim.case.council import Council
    from sim.case.front import Front
    from sim.case.scenario import Scenario


def show(page: Page, case: "Scenario") -> None:
    """Show the days, the agenda, the Council, each front and each dated fact."""
    page.header("When and where")
    page.said("Calendar", _calendar(case.calendar))
    page.said("Agenda", _agenda(case.agenda, case) if case.agenda else "Agreed beforehand: all linked issues together.")
    if case.council:
        page.said("Council", _council(case, case.council))
    for key, front in case.ground.items():
        page.said(party(key, front), _front(front, case))
    _events(page, case)


def _calendar(calendar: "Calendar") -> str:
    rounds = "1 round" if calendar.rounds == 1 else f"up to {calendar.rounds} rounds"
    sessions = numbered(calendar.sessions_per_round, "session")
    fixed = sorted(calendar.fixed_formats.items())
    formats = [f"session {day} ({FORMATS[name].words})" for day, name in fixed]
    told = f" Fixed: {listed(formats)}." if formats else ""
    return (
        f"{long(calendar.start)} {calendar.start.year}: {rounds} of {sessions}, one a day. "
        f"The parties think it is over on {dated(calendar.end_of_time)}; "
        f"the story ends on {dated(calendar.last_day)}.{told}"
    )


def _agenda(agenda: "Agenda", case: "Scenario") -> str:
    total = sum(centre(item.share) for item in agenda.items)
    items = [f"{item.name} ({number(round(100 * centre(item.share) / total))} % of the time)" for item in agenda.items]
    orders = {"parallel": "side by side", "in_sequence": "one after the other"}
    order = orders.get(str(agenda.order)) or f"order {quantity(agenda.order)} (0 in sequence, 1 parallel)"  # type: ignore[arg-type]
    state = "agreed beforehand" if agenda.settled else "list and order are still to be agreed"
    return f"{listed(items)}, {order}; {state}.{_objections(agenda, case)}"


def _objections(agenda: "Agenda", case: "Scenario") -> str:
    objections = [
        f"{party(key, case.delegations[key])} {quantity(size)} against {item.name}"
        for item in agenda.items
        for key, size in item.objections.items()
    ]
    return f" Objections: {listed(objections)}." if objections else ""


def _council(case: "Scenario", council: "Council") -> str:
    draft = council.draft
    writers = listed([party(key, council.members[key]) for key in draft.by])
    by = f" by {writers}" if writers else ""
    names = listed([topic(key, case.issues[key]).lower() for key in draft.names])
    on = f" on {names}" if names else ""
    votes = f"{numbered(council.needed, 'vote')} {'adopts' if council.needed == 1 else 'adopt'}"
    permanent = len([member for member in council.members.values() if member.permanent])
    return (
        f"{numbered(len(council.members), 'member')}, {permanent} with a veto; {votes}. A draft{by}{on}, "
        f"strength {quantity(draft.strength)}, is put to the vote on {listed([short(day) for day in draft.dates])}."
    )


def _front(front: "Front", case: "Scenario") -> str:
    authors = [f"{party(key, case.delegations[key])} {hundredths(part)}" for key, part in front.authors.items()]
    makers = f" ({listed(authors)})" if authors else ""
    attacks = (
        f"{quantity(front.violence_per_day)} attacks a day that nothing provoked{makers}; each begets "
        f"{quantity(front.branching)} more; {hundredths(front.monitoring)} are cleared up."
    )
    return attacks + _people(front) + _pause(front)


def _people(front: "Front") -> str:
    return f" About {people(front.trapped)} people are trapped." if centre(front.trapped) else ""


def _pause(front: "Front") -> str:
    if not front.pause:
        return ""
    leaving = centre(front.evacuated_per_day)
    out = f", in which about {people(front.evacuated_per_day)} leave a day" if leaving else ""
    return f" A pause of {numbered(front.pause.days, 'day')} begins on {short(front.pause.from_day)}{out}."


def _events(page: Page, case: "Scenario") -> None:
    told = sorted(case.events.items(), key=lambda entry: entry[1].date)
    for day, group in groupby(told, key=lambda entry: entry[1].date):
        page.said(short(day), " ".join(f"{topic(key, event)}." for key, event in group))
