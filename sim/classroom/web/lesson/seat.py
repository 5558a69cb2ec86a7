"""A seat: its page, what is sent from it, and walking out, which has a page of its own."""

import re
from typing import TYPE_CHECKING, Final

from starlette.requests import Request
from starlette.responses import Response

from sim.classroom.lesson.lesson import Unwelcome
from sim.classroom.web.access import SEATS, Way
from sim.classroom.web.forms import sent
from sim.classroom.web.lesson.facing import facing
from sim.classroom.web.lesson.plan import letter, seats
from sim.classroom.web.lesson.questions import NotOffered, picks
from sim.classroom.web.pages import page, sentence, to

MOMENT: Final = re.compile(r"(-?[0-9]{1,5})\.([0-2])")

if TYPE_CHECKING:
    from sim.classroom.lesson.lesson import Lesson
    from sim.classroom.lesson.members import Member
    from sim.classroom.lesson.records import Value


async def seat(request: Request) -> Response:
    """Show what the seat faces."""
    room, member = request.app.state.room, request.state.member
    lesson = room.lesson
    if lesson.ended:
        return to("/debrief")
    return page(
        "lesson/seat.html", case=room.case, lesson=lesson, my=facing(room, lesson, member),
        version=room.streams.version(member.table),
    )  # fmt: skip


async def story(request: Request) -> Response:
    """Tell all that has happened at the table, as the seat has seen it."""
    room, member = request.app.state.room, request.state.member
    sitting = room.lesson.sittings[member.table]
    days = room.stories.of(member.table, sitting.table, member.role)
    seat = next(one for one in seats(room.case) if one.role == member.role)
    return page("lesson/story.html", case=room.case, seat=seat, letter=letter(member.table), days=days)


async def choose(request: Request) -> Response:
    """Take what was chosen; who sends the same once more has chosen once."""
    lesson, member, fields = request.app.state.room.lesson, request.state.member, await sent(request)
    try:
        lesson.pick(member, _place(fields), _picked(lesson, member, fields))
    except (Unwelcome, NotOffered) as refusal:
        return sentence(409, "This was not taken", str(refusal), "/seat")
    return to("/seat")


async def walkout(request: Request) -> Response:
    """Ask whether somebody really walks out."""
    room, member = request.app.state.room, request.state.member
    my = facing(room, room.lesson, member)
    if not (my.turn and my.turn.may_leave):
        return to("/seat")
    return page("lesson/walkout.html", case=room.case, my=my)


def _place(fields: dict[str, str]) -> tuple[int, int]:
    """The moment that a form was made for."""
    found = MOMENT.fullmatch(fields.get("moment", ""))
    if not found:
        raise NotOffered("The form was not whole. Load the page again.")
    return int(found[1]), int(found[2])


def _picked(lesson: "Lesson", member: "Member", fields: dict[str, str]) -> "dict[str, Value]":
    """What somebody picks, beside what was picked on the other page: of walking out, or of all else."""
    sitting = lesson.sittings[member.table]
    moment = sitting.moment
    options = moment.options[member.role] if moment else []
    before = sitting.picks().get(member.number, {})
    if "leave" not in fields:
        kept = {name: value for name, value in before.items() if name == "walkout"}
        return kept | picks({name: value for name, value in fields.items() if name != "walkout"}, options)
    stays = {name: value for name, value in before.items() if name != "walkout"}
    leaving = fields["leave"] == "yes" and any(one.name == "walkout" for one in options)
    return stays | {"walkout": True} if leaving else stays


WAYS: Final = (
    Way("/seat", seat, SEATS),
    Way("/story", story, SEATS),
    Way("/choose", choose, SEATS, "POST"),
    Way("/walkout", walkout, SEATS),
)  # fmt: skip
