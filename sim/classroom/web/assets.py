"""What pages load: our style sheets and scripts, nothing from outside."""

from hashlib import sha256
from importlib.resources import files
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

KINDS: Final = {".css": "text/css", ".js": "text/javascript"}
FILES: Final = {
    one.name: one.read_bytes()
    for one in files("sim.classroom.web").joinpath("static").iterdir()
    if one.name.endswith(tuple(KINDS))
}
"""The name of each file to what it holds."""


def asset(request: Request) -> Response:
    """A file, if the browser has not got it already."""
    name = request.path_params["name"]
    if name not in FILES:
        return Response("There is no such file.", 404, media_type="text/plain")
    tag = f'"{sha256(FILES[name]).hexdigest()[:16]}"'
    headers = {"etag": tag, "cache-control": "no-cache"}
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers=headers)
    kind = next(kind for end, kind in KINDS.items() if name.endswith(end))
    return Response(FILES[name], headers=headers, media_type=kind)
