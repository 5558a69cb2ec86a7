"""Who knocks under a wrong name, or from a page of somebody else, does not come in."""

import socket
from collections.abc import Iterator

import pytest

from tests.room.browsers import Browser
from tests.room.rooms import Held, held

FORM = {"Content_Type": "application/x-www-form-urlencoded"}
HOSTS = (
    "evil.com", "evil.com:{port}", "127.0.0.1.evil.com:{port}", "", "127.0.0.1", "[::1]:{port}", "0.0.0.0:{port}",
    "127.0.0.1:1", "127.0.0.1.:{port}", "127.0.0.1:{port}.", "me@127.0.0.1:{port}", "127.0.0.1:{port}@evil.com",
    "127.0.0.1:{port}, evil.com", "127.1:{port}", "2130706433:{port}", "127.0.0.1:0{port}", "127.0.0.1:{port}/", "é",
)  # fmt: skip
ORIGINS = (
    "null", "https://127.0.0.1:{port}", "http://127.0.0.1:1", "http://127.0.0.1", "http://evil.com:{port}",
    "http://127.0.0.1:{port}.evil.com", "http://evil.com/127.0.0.1:{port}", "http://me@127.0.0.1:{port}",
    "http://127.0.0.1:{port}@evil.com", "", "http://", "//127.0.0.1:{port}", "file://", "http://[", "http://[::1]:{port}",
    "http://127.0.0.1:{port} http://evil.com", "data:text/html,", "http://é:{port}", "chrome-extension://abc",
)  # fmt: skip


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Held]:
    with held(tmp_path_factory.mktemp("room") / "lesson") as found:
        yield found


@pytest.fixture(scope="module")
def teacher(room: Held) -> Browser:
    return room.place.teacher()


def ported(text: str, room: Held) -> str:
    return text.format(port=room.place.address.partition(":")[2])


def raw(room: Held, *lines: str, body: str = "") -> str:
    """The first line that comes back when these lines are sent as they stand."""
    host, _, port = room.place.address.partition(":")
    with socket.create_connection((host, int(port)), timeout=10) as line:
        line.sendall("\r\n".join([*lines, "", body]).encode())
        return line.recv(1000).decode().partition("\r\n")[0]


@pytest.mark.parametrize("method", ["GET", "POST", "HEAD", "OPTIONS"])
@pytest.mark.parametrize("host", HOSTS)
def test_another_name_is_not_this_room(room: Held, teacher: Browser, host: str, method: str) -> None:
    answer = teacher.ask(method, "/pause" if method == "POST" else "/desk", "", Host=ported(host, room), **FORM)
    assert answer.status == 421
    assert room.lesson.opened.code not in answer.text
    assert not room.lesson.paused


def test_the_name_may_be_written_in_capitals(room: Held, teacher: Browser) -> None:
    room.room.address = room.place.address
    assert teacher.ask("GET", "/desk", Host=room.place.address.upper()).status == 200


def test_two_names_or_none_are_refused(room: Held) -> None:
    right = f"Host: {room.place.address}"
    assert " 400 " in raw(room, "GET / HTTP/1.1", right, "Host: evil.com")
    assert " 400 " in raw(room, "GET / HTTP/1.1", "Host: evil.com", right)
    assert " 400 " in raw(room, "GET / HTTP/1.1", "Accept: */*")
    assert " 421 " in raw(room, "GET / HTTP/1.0", "Accept: */*")
    assert " 421 " in raw(room, f"GET http://{room.place.address}/ HTTP/1.1", "Host: evil.com")


@pytest.mark.parametrize("origin", ORIGINS)
def test_a_form_of_another_page_is_not_taken(room: Held, teacher: Browser, origin: str) -> None:
    before = room.path.read_bytes()
    assert teacher.post("/pause", {"paused": "yes"}, Origin=ported(origin, room)).status == 403
    assert room.path.read_bytes() == before


@pytest.mark.parametrize("site", ["cross-site", "same-site", "evil"])
def test_a_browser_that_says_that_it_comes_from_elsewhere_is_believed(room: Held, teacher: Browser, site: str) -> None:
    assert teacher.ask("POST", "/pause", "paused=yes", Sec_Fetch_Site=site, **FORM).status == 403
    assert not room.lesson.paused


def test_a_form_of_the_room_is_taken(room: Held, teacher: Browser) -> None:
    for words, paused in (("yes", True), ("no", False)):
        assert teacher.post("/pause", {"paused": words}).status == 303
        assert room.lesson.paused is paused


def test_a_form_that_is_too_long_is_not_read(room: Held, teacher: Browser) -> None:
    assert teacher.post("/pause", {"paused": "y" * 20_000}).status == 413
    lines = (f"Host: {room.place.address}", "Transfer-Encoding: chunked")
    assert " 413 " in raw(room, "POST /pause HTTP/1.1", *lines, body="5\r\nhello\r\n0\r\n\r\n")


@pytest.mark.parametrize("path", ["/", "/desk", "/nowhere", "/static/room.css", "/static/nothing", "/seat"])
def test_every_answer_is_sealed(teacher: Browser, path: str) -> None:
    headers = teacher.ask("GET", path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert [word for word in ("unsafe", "http:", "https:", "*") if word in policy] == []
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert "server" not in headers


@pytest.mark.parametrize(
    "path", ["/static/..%2fserver.py", "/static/../server.py", "//evil.com", "/%00", "/é", "/desk/", "/a" * 2000]
)
def test_strange_paths_lead_nowhere(room: Held, teacher: Browser, path: str) -> None:
    answer = " ".join(raw(room, f"GET {path} HTTP/1.1", f"Host: {room.place.address}").split()[1:2])
    assert answer in {"400", "404", "307"}
    assert teacher.ask("GET", "/desk").status == 200
