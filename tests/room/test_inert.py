"""What strangers write, into a case or into a form, stays words on every page, and breaks nothing."""

from collections.abc import Iterator
from html import unescape
from itertools import cycle
from pathlib import Path
from random import Random
from typing import Any
from urllib.parse import quote

import pytest
from pydantic import ValidationError

from sim.case.scenario import Scenario
from sim.classroom.lesson.journal import Journal
from sim.classroom.lesson.lesson import Lesson
from tests.classroom.sheeted import made, plain
from tests.room.browsers import Browser
from tests.room.reading import Read, Tag
from tests.room.rooms import Held, held

NAMES = (
    "<script>alert(1)</script>", "</title><script>alert(2)</script>", '"><img src=x onerror=alert(3)>',
    "<svg onload=alert(4)>",
    "' onmouseover='alert(5)", '" autofocus onfocus="alert(6)', "javascript:alert(7)",
    "data:text/html,<b>x</b>", "{{7*7}}",
    "{% include 'page.html' %}", "{# note #}", "${7*7}", "#{7*7}", "<%= 7*7 %>",
    "</style><style>*{display:none}</style>",
    "<style>@import 'http://e.org'</style>", "x{background:url(http://e.org)}", "<!-- -->", "-->",
    "<![CDATA[x]]>", "]]>",
    "&lt;b&gt;&amp;", "&#60;script&#62;", "&amp;lt;", "<iframe src=https://e.org>", "<base href=https://e.org>",
    "<meta http-equiv=refresh content=0>", "<form action=https://e.org>", "<input name=moment value=0-0>",
    "<button>Start</button>",
    "<a href='//e.org'>x</a>", "<math><mi xlink:href=x>", "<object data=x>", "<template>",
    "</main></body></html>", "<plaintext>",
    "<textarea>", "</textarea>", "<noscript><p title='</noscript><script>'>", "<x y=z", "<", ">", "W" * 120,
    "i" * 120, "سلام عليكم",
    "שלום", "🕊️🕊️🕊️", "日本語の名前", "Ｆｕｌｌ", "ﬁ ligature", "e\u0301", "Z̷̛a̶l̵g̷o̴", "%0d%0aSet-Cookie: a=b",
    "%3Cscript%3E",
    "../../etc/passwd", "'; DROP TABLE seats; --", "=1+1", "@SUM(A1)", "\\u003cscript\\u003e", "null", "-0",
    "NaN", "__proto__",
)  # fmt: skip
"""More than sixty names that a scenario may have."""

HIDDEN = ("\u202egnp.exe", "a\x00b", "\u200b\ufeff", "\x1b[31m", "a\rb", "\ud800", "\u2066a\u2069", "w" * 121)
"""Names that no scenario may have."""

PAGES = ("/", "/room", "/seat", "/story", "/walkout", "/projector", "/desk")
ROLES = ("government", "opposition", "mediator", "russia")
Cut = list[tuple[Tag, ...]]


def values(names: list[str]) -> dict[str, Any]:
    """The default case with these names, one after the other, wherever it has words; its horizon is short."""
    found, rest = plain(), cycle(names)
    found["calendar"]["horizon_days"] = 12
    found |= {"title": next(rest), "summary": next(rest), "to_try": [next(rest)], "assumed": [next(rest)]}
    found["happened"]["summary"] = next(rest)
    found["mediator"]["name"] = next(rest)
    for item in found["agenda"]["items"]:
        item["name"] = next(rest)
    for issue in found["issues"].values():
        issue |= {"name": next(rest), "at_0": next(rest), "at_1": next(rest)}
    for family in ("delegations", "sponsors", "events", "thresholds", "ground"):
        for one in found[family].values():
            one["name"] = next(rest)
    return found


def looks(case: Scenario, path: Path) -> Iterator[Read]:
    """Pages of some in the room, before the start, in the first moments, and in the end."""
    with held(path, case, tables=1) as room:
        people = [room.place.stranger(), room.place.teacher(), *(room.place.student(0, role) for role in ROLES)]
        for moments in (0, 1, 4):
            if moments == 1:
                people[1].send("/begin")
            for _ in range(moments):
                room.lesson.decide(0)
            yield from (one.get(page).read for page in PAGES for one in people)


@pytest.fixture(scope="module")
def tame(tmp_path_factory: pytest.TempPathFactory) -> list[Read]:
    case = made(values([f"tame {number}" for number in range(60)]))
    return list(looks(case, tmp_path_factory.mktemp("tame") / "lesson"))


@pytest.mark.parametrize("turn", range(0, 60, 20))
def test_hostile_names_are_words_on_every_page(tame: list[Read], turn: int, tmp_path: Path) -> None:
    assert len(NAMES) >= 60
    names = [*NAMES[turn:], *NAMES[:turn]]
    hostile = list(looks(made(values(names)), tmp_path / "lesson"))
    before = len(PAGES) * 6
    assert [page.tags for page in hostile[:before]] == [page.tags for page in tame[:before]]
    ours = {tag for page in tame for tag in page.tags}
    assert {tag for page in hostile for tag in page.tags} <= ours  # a long name may need a row more
    said = " ".join(page.words for page in hostile)
    assert " ".join(names[0].split()) in said


@pytest.mark.parametrize("name", HIDDEN, ids=range(len(HIDDEN)))
def test_what_cannot_be_seen_is_in_no_name(name: str) -> None:
    with pytest.raises(ValidationError):
        made(values([name]))


def test_a_tag_of_a_stranger_would_be_found(tame: list[Read]) -> None:
    page = next(page for page in tame if page.tags)
    assert Read(f"<p>{NAMES[0]}</p>").tags != Read("<p>tame</p>").tags
    assert page.tags


FORMS = (
    ("/enter", ("room",)), ("/sit", ("table", "role")), ("/choose", ("moment", "leave", "walkout", "list",
    "comes", "x")),
    ("/leave", ("x",)), ("/pause", ("paused",)), ("/advance", ("table",)), ("/hand", ("table", "role")),
    ("/inject", ("kind", "at", "by", "to", "name", "people", "days", "size", "table", "date", "until")),
)  # fmt: skip
RIGHT = {"kind": "attack", "at": "homs", "table": "0", "people": "3", "days": "2", "size": "0.1", "to": "opposition"}


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Held]:
    with held(tmp_path / "lesson", tables=2) as found:
        yield found


def echoed(text: str, sent: str) -> bool:
    """Whether something hostile comes back as it was sent."""
    return len(sent) > 2 and any(sign in sent for sign in "<>\"'") and sent in text


@pytest.mark.parametrize("path", [path for path, _ in FORMS])
def test_whatever_stands_in_a_form_nothing_breaks_and_nothing_comes_back(room: Held, path: str) -> None:
    fields = dict(FORMS)[path]
    seat, teacher = room.place.student(0, "government"), room.place.teacher()
    teacher.send("/begin")
    wrong, luck = [], Random(1)
    names = (*NAMES, *(one for one in HIDDEN if one != "\ud800"), "9" * 400, "\x00", "²", "-1", "1e400")
    for field in fields:
        for name in luck.sample(names, 60 // len(fields)):
            one = {"/enter": room.place.stranger(), "/sit": seat, "/choose": seat, "/leave": seat}.get(path, teacher)
            sent = {key: value for key, value in RIGHT.items() if key in fields} | moment(seat, fields) | {field: name}
            answer = one.post(path, sent)
            if answer.status >= 500 or echoed(answer.text, name):
                wrong.append((field, name, answer.status))
            seat.send("/sit", table="0", role="government")
    assert wrong == []
    assert alike(room)


def moment(seat: Browser, fields: tuple[str, ...]) -> dict[str, str]:
    form = seat.choice() if "moment" in fields else None
    return {"moment": form.fields["moment"][0]} if form else {}


def alike(room: Held) -> bool:
    """Whether the lesson is the same out of a copy of its journal."""
    copy = room.path.with_name("copy")
    copy.write_bytes(room.path.read_bytes())
    again = Lesson(room.lesson.case, Journal(copy))
    again.journal.close()
    return [one.table.days for one in again.sittings] == [one.table.days for one in room.lesson.sittings]


BODIES = (b"", b"&", b"=", b"&&&===", b"%", b"%zz", b"\xff\xfe\x00", b"room=%ff%fe%00", b"a" * 16_000, b"a=1&" * 3000,
          b"room=ABC\r\nSet-Cookie: a=b", b'{"room": 1}', b"--x\r\nContent-Disposition: form-data\r\n\r\n",
    b"table[]=0")  # fmt: skip


@pytest.mark.parametrize("path", [path for path, _ in FORMS])
def test_what_is_no_form_is_taken_for_an_empty_one(room: Held, path: str) -> None:
    one = {"/enter": room.place.stranger(), "/sit": room.place.observer()}.get(path) or room.place.teacher()
    seat = room.place.student(1, "iran")
    for body in BODIES:
        for kind in ("application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/plain", "x" * 200):
            for who in (one, seat):
                assert who.ask("POST", path, body, Content_Type=kind).status < 500
    assert alike(room)


ASKED = ("/?room={}", "/teacher?key={}", "/seat?x={}", "/{}", "/static/{}", "/desk?{}")


@pytest.mark.parametrize("path", ASKED)
def test_nothing_in_an_address_comes_back_as_it_was_sent(room: Held, path: str) -> None:
    one = room.place.stranger()
    luck = Random(1)
    for name in luck.sample(NAMES, 30):
        answer = one.ask("GET", path.format(quote(name, safe="")))
        assert answer.status < 500
        assert not echoed(answer.text, name)
        assert "a=b" not in str(answer.headers.get("set-cookie"))
        assert unescape(answer.text).count("<script>alert") <= 1
