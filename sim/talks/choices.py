"""What a person in a seat may choose, written over what the rules have just decided (rule 17).

A choice is a function like a piece of the day: its parameters name the nouns it looks at and changes, and the
first says whose choice it is. Besides them stand `value`, what is chosen; `issue`, the row of the issue it is
about; `keys`, the keys of all issues. It gives the reason why it cannot be followed, and then has changed
nothing; or it gives an empty text.
"""

from collections.abc import Callable
from typing import Final, TypeAlias

from sim.case.nearest import several
from sim.rules.arithmetic import TINY
from sim.rules.formats import face_to_face
from sim.talks import departures, powers
from sim.talks.actors import (
    NEVER,
    NOT_ASKED,
    YES,
    Agenda,
    Delegation,
    GreatPowers,
    Issue,
    Leverage,
    Mediator,
    Sponsor,
    Stake,
)
from sim.talks.circumstances import Room

Follow: TypeAlias = Callable[..., str]

LARGEST_MOVE: Final = 0.1
NOBODY_MEETS: Final = "no session is held that day"


def come(delegation: Delegation, room: Room, value: int) -> str:
    """A delegation comes to the opening of a round, or stays away (rule 7)."""
    if not room.opening:
        return "no round opens that day"
    if value and delegation.away:
        return "it walked out, and has to return first"
    delegation.no_shows += 1 - value - delegation.absent
    delegation.absent = 1 - value
    return ""


def come_back(delegation: Delegation, value: int) -> str:
    """A delegation that walked out comes back, or stays away another day (rule 6)."""
    if not delegation.away and not delegation.returned:
        return "it is at the table"
    delegation.returns += value - delegation.returned
    delegation.returned = value
    delegation.away = 1 - value
    return ""


def answering(field: str, question: str) -> Follow:
    """Make the choice of a delegation that says yes or no to a question put in a session (rules 11 and 13)."""

    def answer(delegation: Delegation, value: int) -> str:
        if getattr(delegation, field) == NOT_ASKED:
            return f"{question} is not put that day"
        setattr(delegation, field, value)
        return ""

    return answer


def answer_text(delegation: Delegation, stakes: list[list[Stake]], issue: int, value: int) -> str:
    """A delegation says yes or no to the text on one issue that stands alone, red line or not (rule 13)."""
    stake = stakes[delegation.seat][issue]
    if stake.answer == NOT_ASKED:
        return "no text on this issue alone is put that day"
    stake.answer = value
    return ""


def answer_date(delegation: Delegation, room: Room, value: int) -> str:
    """A delegation names a date for another round, or it does not; who is away is not there to say yes (rule 16)."""
    if not room.asking:
        return "no date is asked for that day"
    if value == YES and delegation.away:
        return "it walked out, and who is away says no"
    delegation.date_answer = value
    return ""


def concede(delegation: Delegation, stakes: list[list[Stake]], issues: list[Issue], issue: int, value: float) -> str:
    """A delegation says how far it goes on an issue worked on: F in [0, 1], upward only (rule 12)."""
    stake = stakes[delegation.seat][issue]
    if issues[issue].work <= 0.0:
        return "the issue is not worked on that day"
    if value < stake.concession:
        return f"what was given is not taken back, and {stake.concession:.6g} was"
    stake.heading = value
    return ""


def leave(delegation: Delegation, room: Room, value: int) -> str:
    """A delegation walks out at the end of a session, or stays (rule 15)."""
    if room.all_agreed:
        return "everything is agreed"
    if value and not delegation.left:
        departures.walk_out(delegation, room)
    if delegation.left and not value:
        stay(delegation)
    return ""


def stay(delegation: Delegation) -> None:
    """A delegation that was on its way out stays in the room, and nothing of it is remembered."""
    delegation.away = delegation.left = 0
    delegation.walkouts -= 1
    if delegation.walkouts == 0:
        delegation.walked_on = NEVER
        delegation.walked_in = 0
        delegation.walked_over = -1


def demand(delegation: Delegation, value: float) -> str:
    """A delegation announces the progress without which it names no date, from that day on (rule 16)."""
    delegation.required_progress = value
    return ""


def recess(delegation: Delegation, room: Room, value: int) -> str:  # noqa: ARG001 - whoever asks for it
    """A delegation asks for a recess, and the day is a suspended one (rule 8)."""
    if not room.held and not room.called_off:
        return NOBODY_MEETS
    room.sessions_held -= room.held
    room.suspended += room.held
    room.held = room.result = 0
    room.called_off = 1
    return ""


def commit(
    sponsor: Sponsor,
    sponsors: list[Sponsor],
    delegations: list[Delegation],
    leverages: list[list[Leverage]],
    value: float,
) -> str:
    """A sponsor wishes for a settlement a little more, or a little less: by at most .1 a session (rule 5)."""
    if abs(value - sponsor.commitment) > LARGEST_MOVE + TINY:
        return f"a commitment moves by at most {LARGEST_MOVE} a session, and stands at {sponsor.commitment:.6g}"
    sponsor.commitment = value
    for delegation in delegations:
        delegation.backed = delegation.pressed = 0.0
    for one in sponsors:
        powers.take_sides(one, delegations, leverages)
    return ""


def call_meeting(sponsor: Sponsor, great_powers: GreatPowers, value: int) -> str:  # noqa: ARG001 - whoever calls it
    """A sponsor calls a meeting of the great powers, which is then held, once a round (rule 9)."""
    if great_powers.met and not great_powers.met_today:
        return "the great powers have met in this round"
    if not great_powers.met:
        great_powers.proposed = 1
        powers.meet(great_powers)
    return ""


def seat_parties(mediator: Mediator, room: Room, value: int) -> str:  # noqa: ARG001 - the mediator acts
    """The mediator seats the parties in one room or apart, whatever the calendar says (rule 10)."""
    room.format = value
    room.face_to_face = face_to_face(value)
    return ""


def order_items(mediator: Mediator, agenda: Agenda, value: float) -> str:  # noqa: ARG001 - the mediator acts
    """The mediator changes the order before it is put: 1 parallel tracks, 0 a sequence (rule 11)."""
    if agenda.order_agreed:
        return "the order is agreed"
    agenda.order = value
    return ""


def put_texts(
    mediator: Mediator,  # noqa: ARG001 - the mediator acts
    issues: list[Issue],
    room: Room,
    keys: tuple[str, ...],
    value: tuple[str, ...],
) -> str:
    """The mediator says which of the texts due are put; the linked issues are one text (rule 13)."""
    due = {key: issue for key, issue in zip(keys, issues, strict=True) if issue.due}
    undue = [str(key) for key in value if key not in due]
    if undue:
        return f"no text is due that day on {several(undue)}"
    if len({key in value for key, issue in due.items() if issue.linked}) > 1:
        return "the linked issues are one text: put all of them, or none"
    for key, issue in due.items():
        issue.due = 1 if key in value else 0
    room.package = sum(issue.due * issue.linked for issue in issues)
    return ""
