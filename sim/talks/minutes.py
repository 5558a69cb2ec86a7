"""The minutes of a session: what was put, who answered what and why, what was offered, what was agreed."""

from collections.abc import Iterator

from sim.rules.walkouts import REASONS, reason
from sim.talks import motives
from sim.talks.actors import NOT_ASKED, YES
from sim.talks.departures import terms_of
from sim.talks.facts import Agreed, Answer, Fact, Meter, Moves, Question, Texts, Walkout
from sim.talks.procedure import LIST_PUT
from sim.talks.records import Nouns
from sim.talks.seating import Seated


def items(seated: Seated) -> list[str]:
    """The wordings of the agenda's items."""
    return [item.name for item in seated.scenario.agenda.items] if seated.scenario.agenda else []


def procedure(seated: Seated, nouns: Nouns, order: float, asked: set[str]) -> Iterator[Fact]:
    """The question of the agenda and the answers; `order` is the one that was put, `asked` what was put before."""
    agenda = nouns["agenda"]
    if not agenda.question:
        return
    about = "list" if agenda.question == LIST_PUT else "order"
    yield Question(about, about in asked, order)
    asked.add(about)
    why = motives.about_list if about == "list" else motives.about_order
    for seat, (key, delegation) in enumerate(zip(seated.delegations, nouns["delegations"], strict=True)):
        yes = getattr(delegation, f"{about}_answer") == YES
        motive, matter = ("", "") if yes else why(nouns, seat, items(seated))
        yield Answer(key, about, "", yes, getattr(delegation, f"{about}_margin"), motive, matter)
    agreed_on = agenda.items_agreed_on if about == "list" else agenda.order_agreed_on
    if nouns["room"].day == agreed_on:
        yield Agreed(about, ())


def offers(seated: Seated, nouns: Nouns) -> Iterator[Moves]:
    """What each delegation gave today, where it shows in two decimals."""
    for key, stake_of in zip(seated.delegations, nouns["stakes"], strict=True):
        moves = {}
        for issue, stake in zip(seated.issues, stake_of, strict=True):
            before = stake.offer - stake.step * (stake.limit - stake.ideal)
            if f"{before:.2f}" != f"{stake.offer:.2f}":
                moves[issue] = (before, stake.offer)
        if moves:
            yield Moves(key, moves)


def texts(seated: Seated, nouns: Nouns, asked: set[str]) -> Iterator[Fact]:
    """The mediator's texts, the answers to them, and what was agreed."""
    due = [i for i, issue in enumerate(nouns["issues"]) if issue.due]
    if not due:
        return
    linked = [i for i in due if nouns["issues"][i].linked]
    keys = seated.issues
    put = {keys[i]: nouns["issues"][i].text for i in due}
    yield Texts(put, tuple(keys[i] for i in linked), tuple(key for key in put if key in asked))
    asked.update(put)
    for seat in range(len(seated.delegations)):
        yield from answers(seated, nouns, seat, linked, [i for i in due if i not in linked])
    signed = tuple(keys[i] for i in due if nouns["issues"][i].agreed)
    if signed:
        yield Agreed("text", signed)


def answers(seated: Seated, nouns: Nouns, seat: int, linked: list[int], alone: list[int]) -> Iterator[Answer]:
    """What one delegation says to the package, and to each text that stands alone."""
    delegation, key, keys = nouns["delegations"][seat], seated.delegations[seat], seated.issues
    if linked:
        yes, margin = delegation.package_answer == YES, delegation.package_margin
        motive = ("", "") if yes else motives.about_text(nouns, seat, linked, margin, keys)
        yield Answer(key, "package", "", yes, margin, *motive)
    for i in alone:
        stake = nouns["stakes"][seat][i]
        yes = stake.answer == YES
        motive = ("", "") if yes else motives.about_text(nouns, seat, [i], stake.margin, keys)
        yield Answer(key, "text", keys[i], yes, stake.margin, *motive)


def meter(nouns: Nouns) -> Meter:
    """How things stand at the end of a session."""
    room, stay = nouns["room"], 1.0
    for delegation in nouns["delegations"]:
        stay *= 1.0 - delegation.hazard
    return Meter(room.gap_closed, room.progress, room.atmosphere, 1.0 - stay)


def walkouts(seated: Seated, nouns: Nouns) -> Iterator[Walkout]:
    """Who walks out today, and what drove it."""
    for key, delegation in zip(seated.delegations, nouns["delegations"], strict=True):
        if delegation.left:
            terms = terms_of(delegation)
            yield Walkout(key, list(REASONS)[reason(terms)], delegation.hazard, terms._asdict())


def dates(seated: Seated, nouns: Nouns, asked: set[str]) -> Iterator[Fact]:
    """Who names a date for another round, where the mediator asks."""
    if all(delegation.date_answer == NOT_ASKED for delegation in nouns["delegations"]):
        return
    yield Question("date", "date" in asked, 0.0)
    asked.add("date")
    for seat, (key, delegation) in enumerate(zip(seated.delegations, nouns["delegations"], strict=True)):
        yes = delegation.date_answer == YES
        motive, matter = ("", "") if yes else motives.about_date(nouns, seat)
        yield Answer(key, "date", "", yes, delegation.date_margin, motive, matter)
