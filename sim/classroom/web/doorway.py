"""The doorway: who knocks under a wrong name, or from another page, does not come in (DNS rebinding, CSRF)."""

from dataclasses import dataclass
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS: Final = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",  # without a referrer browsers send no origin with a form
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
SAFE: Final = frozenset({"GET", "HEAD"})
LONGEST: Final = 16 * 1024
"""More bytes than this are in no form of ours."""


@dataclass(frozen=True)
class Doorway:
    """What every request passes, and what every answer takes with it."""

    room: ASGIApp
    hosts: frozenset[str]
    """The addresses of the room, as browsers name them: ``127.0.0.1:8642``."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request in, or say why not."""
        if scope["type"] != "http":
            await self.room(scope, receive, send)
            return

        async def sealed(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
                headers.setdefault("cache-control", "no-store")
            await send(message)

        refusal = self.refusal(scope["method"], Headers(scope=scope))
        answer = PlainTextResponse(refusal[1], refusal[0]) if refusal else self.room
        await answer(scope, receive, sealed)

    def refusal(self, method: str, headers: Headers) -> tuple[int, str] | None:
        """Why a request does not come in: its status and a sentence; None if it does."""
        if headers.get("host", "").lower() not in self.hosts:
            return 421, "This is not an address of this room. Type the one that the teacher shows."
        if method in SAFE:
            return None
        origin = headers.get("origin")
        if origin is not None and origin.lower() not in {f"http://{host}" for host in self.hosts}:
            return 403, "This came from another page than the room's own."
        if origin is None and headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
            return 403, "This came from another page than the room's own."
        length = headers.get("content-length", "")
        if not length.isdecimal() or int(length) > LONGEST:
            return 413, "This is more than a form of this room can hold."
        return None
