"""The order of events: what a run starts from, and what happens on a day, piece by piece.

A piece is a function whose parameters name the nouns it looks at and changes. The first parameter says who
acts: a piece of a `delegation` is done by each delegation in turn, one of the `mediator` by the mediator, and
so on. The Mesa model and the compiled ensemble both run these very tuples.
"""

from collections.abc import Callable, Sequence
from typing import Any, Final

from sim.rules import progress
from sim.rules.formats import chosen_format, face_to_face
from sim.talks import calendar, departures, drafting, offers, powers, procedure, settling, war
from sim.talks.actors import Agenda, Issue, Mediator, Stake
from sim.talks.circumstances import Behaviour, Fixture, Room
from sim.talks.thresholds import mark

Piece = Callable[..., None]


def choose_format(mediator: Mediator, room: Room, fixtures: Sequence[Fixture]) -> None:
    """The mediator seats the parties in one room or apart, unless the calendar says which (rule 10)."""
    room.format = chosen_format(room.atmosphere, mediator.joint_above)
    for f in range(len(fixtures)):
        if room.opened == 1 and fixtures[f].session == room.session:
            room.format = fixtures[f].format
    room.face_to_face = face_to_face(room.format)
    room.result = 0


def measure(
    room: Room, issues: Sequence[Issue], stakes: Sequence[Sequence[Stake]], agenda: Agenda, behaviour: Behaviour
) -> None:
    """How far the talks have come, and for how long nothing has moved (rule 14)."""
    room.gap = settling.gap(issues, stakes)
    room.gap_closed = progress.gap_closed(room.gap, room.gap_at_start)
    procedure_share = 0.0 if agenda.settled else behaviour.procedure_share
    room.progress = progress.progress(agenda.items_agreed, agenda.order_agreed, room.gap_closed, procedure_share)
    room.stalled = 0 if room.result else room.stalled + 1


START: Final[tuple[Piece, ...]] = (
    settling.besiege,
    settling.forgive,
    settling.care,
    settling.share_time,
    settling.wish_for,
    settling.measure_start,
    powers.take_sides,
)
MORNING: Final[tuple[Piece, ...]] = (
    calendar.wake,
    calendar.rise,
    war.forget,
    war.occur,
    war.fight,
    war.establish,
    war.suffer,
    war.evacuate,
    war.take_heart,
    war.prolong,
    powers.convene,
    powers.vote,
    powers.decide,
    departures.consider_return,
    calendar.name_date,
    calendar.agree_date,
    calendar.announce,
    procedure.weigh_agenda,
    departures.arrive,
    calendar.open_round,
    calendar.hold,
)
SESSION: Final[tuple[Piece, ...]] = (
    powers.propose,
    powers.confer,
    choose_format,
    procedure.weigh_agenda,
    procedure.put_agenda,
    procedure.answer_list,
    procedure.answer_order,
    procedure.settle_agenda,
    offers.allot,
    offers.concede,
    offers.table,
    offers.build_trust,
    drafting.write,
    drafting.answer_texts,
    drafting.sign,
    measure,
    procedure.weigh_agenda,
    departures.consider_walkout,
)
EVENING: Final[tuple[Piece, ...]] = (
    calendar.close_round,
    calendar.name_date,
    calendar.agree_date,
    calendar.name_ending,
    calendar.finish,
    mark,
)


def nouns_of(piece: Piece) -> tuple[str, ...]:
    """The nouns a piece looks at and changes, by name; the first is who acts."""
    code: Any = piece.__code__
    return tuple(code.co_varnames[: code.co_argcount])
