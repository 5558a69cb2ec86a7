"""Who may go where: each way into the room names the roles to which it is open, and no others pass."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeAlias

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sim.classroom.web.pages import sentence, to

Endpoint: TypeAlias = Callable[[Request], Awaitable[Response]]


class Role(StrEnum):
    """Who somebody is to the room."""

    NOBODY = "nobody"
    OBSERVER = "observer"
    SEAT = "seat"
    TEACHER = "teacher"


EVERYBODY: Final = frozenset(Role)
MEMBERS: Final = frozenset({Role.OBSERVER, Role.SEAT, Role.TEACHER})
STUDENTS: Final = frozenset({Role.OBSERVER, Role.SEAT})
SEATS: Final = frozenset({Role.SEAT})
TEACHER: Final = frozenset({Role.TEACHER})


@dataclass(frozen=True)
class Way:
    """A way into the room: where it leads, and to whom it is open."""

    path: str
    endpoint: Endpoint
    roles: frozenset[Role]
    method: str = "GET"

    def route(self) -> Route:
        """The way as the application has it, with its doorkeeper."""
        return Route(self.path, self.kept, methods=[self.method], name=f"{self.method} {self.path}")

    async def kept(self, request: Request) -> Response:
        """Let somebody pass, or say that this is not for them."""
        if request.state.role in self.roles:
            return await self.endpoint(request)
        if request.state.role == Role.OBSERVER and Role.SEAT in self.roles:
            return to("/room")  # the seat was freed: here is where one is taken
        if request.state.role == Role.NOBODY:
            return sentence(401, "Type the room first", "This page is for those who are in the room.")
        return sentence(403, "This is not for you", "This page is for somebody else in the room.")
