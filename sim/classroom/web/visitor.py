"""Who a request is from: known by a key in a cookie that no script can read and no other page can send."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from starlette.datastructures import Headers
from starlette.requests import cookie_parser
from starlette.types import ASGIApp, Receive, Scope, Send

from sim.classroom.lesson.codes import hashed
from sim.classroom.web.access import Role

if TYPE_CHECKING:
    from starlette.responses import Response

    from sim.classroom.lesson.members import Member
    from sim.classroom.web.room import Room

WEEK: Final = 7 * 24 * 3600


def cookie(room: "Room", kind: str) -> str:
    """The name of a cookie: two rooms on one machine do not disturb each other."""
    return f"{kind}_{hashed(room.lesson.opened.code)[:8]}" if room.lesson else kind


def remember(answer: "Response", room: "Room", kind: str, key: str) -> None:
    """Let a browser keep a key."""
    answer.set_cookie(cookie(room, kind), key, max_age=WEEK, httponly=True, samesite="strict", path="/")


@dataclass
class Recognised:
    """Whoever looks at the cookies of a request and writes on it who it is from."""

    inside: ASGIApp
    room: "Room"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Write on a request its role and, if there is one, the member."""
        if scope["type"] == "http":
            role, member, key = self.known(Headers(scope=scope).get("cookie", ""))
            scope.setdefault("state", {}).update(role=role, member=member, key=key)
        await self.inside(scope, receive, send)

    def known(self, header: str) -> "tuple[Role, Member | None, str]":
        """Who brings these cookies; without a lesson the person at this machine is the teacher."""
        lesson = self.room.lesson
        if lesson is None:
            return Role.TEACHER, None, ""
        keys = {kind: hashed(_value(header, cookie(self.room, kind))) for kind in ("teacher", "seat")}
        if keys["teacher"] in lesson.teachers:
            return Role.TEACHER, None, keys["teacher"]
        member = lesson.members.by_key.get(keys["seat"])
        if member is None:
            return Role.NOBODY, None, ""
        return Role.SEAT if member.seated else Role.OBSERVER, member, keys["seat"]


def _value(header: str, name: str) -> str:
    """A cookie, whatever stands beside it: cookies of all that is served by one machine are sent to all of it."""
    return cookie_parser(header).get(name, "")
