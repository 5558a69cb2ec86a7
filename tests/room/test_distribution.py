"""How such talks end, as the room tells it: the same numbers as on the command line, soon, and in words when not."""

import asyncio
import json
import re
import subprocess
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from html import unescape
from pathlib import Path
from urllib.parse import quote

import pytest

from sim.analysis import counts
from sim.analysis.ensemble import ensemble
from sim.analysis.percentages import ends, per_cent
from sim.analysis.verdict import points
from sim.analysis.whatif import whatif
from sim.case import read
from sim.classroom.web.room import Room
from sim.classroom.web.watch.dial import Choice
from sim.classroom.web.watch.worlds import Worlds
from tests.room.asking import answered, ask, room

Start = Callable[..., subprocess.CompletedProcess[str]]
PRESSED = "mediator.style=manipulation"
TOGETHER = "great_powers.cooperation=0.8"
MOVED = f"set={TOGETHER}&set={PRESSED}"


@pytest.fixture(scope="module")
def geneva() -> Room:
    found = room()
    found.worlds.warm(found.seed)
    while not found.worlds.ready:
        time.sleep(0.02)
    return found


def cells(text: str, name: str) -> list[str]:
    return [unescape(cell) for cell in re.findall(rf'class="{name}">(.*?)</td>', text)]


@pytest.mark.parametrize("runs", [1000, 10_000])
def test_shares_are_those_of_the_same_runs_elsewhere(geneva: Room, runs: int) -> None:
    text = ask(geneva, f"/watch/distribution?{MOVED}&runs={runs}").text
    found = counts.endings(ensemble(read("geneva_ii_round_2", (TOGETHER, PRESSED)), runs).columns)
    assert cells(text, "share") == [per_cent(*one) for one in found.values()]
    assert cells(text, "interval") == [ends(*one) for one in found.values()]
    assert f"{runs:,} talks" in text


def test_grey_is_what_was_kept_and_changes_are_against_it(geneva: Room) -> None:
    plain = ask(geneva, "/watch/distribution").text
    same = ask(geneva, f"/watch/distribution?set={PRESSED}&grey={PRESSED}").text
    other = ask(geneva, f"/watch/distribution?set={PRESSED}").text
    assert 'class="past"' not in plain
    assert 'class="past"' not in same
    assert "grey is what you kept" in same
    assert "grey is how it was in 2014" in other
    assert set(cells(plain, "change")) == {""}
    assert any(change.startswith("−") for change in cells(other, "change"))


def test_twenty_talks_say_what_a_share_means(geneva: Room) -> None:
    said = re.compile(r'aria-live="polite"><strong>(.*?)</strong>(.*?)</p>')
    now = said.search(ask(geneva, "/watch/distribution").text)
    moved = said.search(ask(geneva, f"/watch/distribution?set={TOGETHER}").text)
    assert now
    assert now.groups() == ("Of 20 such talks, 3 end in a walkout", ".")
    assert moved
    assert moved.groups() == ("Of 20 such talks, 1 ends in a walkout", "; before, it was 3.")


def test_the_axis_stays_while_something_moves(geneva: Room) -> None:
    for address, top in (("top=80&runs=1000", 80), ("top=20&runs=1000", 20), ("top=20&runs=10000", 80)):
        text = ask(geneva, f"/watch/distribution?{MOVED}&{address}").text
        assert f'data-top="{top}"' in text
        assert max(map(float, re.findall(r'width="([0-9.]+)%"', text))) <= 100


def test_what_was_played_lately_is_not_played_again(geneva: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    address = f"/watch/distribution?{MOVED}&seed=77"
    first = ask(geneva, address)
    monkeypatch.setattr("sim.study.runs.outcomes", None)
    assert ask(geneva, address).text == first.text


def test_others_are_answered_while_many_runs_are_played(geneva: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []
    ends = geneva.worlds.ends

    def slowly(*what: object) -> object:
        time.sleep(0.3)
        return ends(*what)  # type: ignore[arg-type]

    async def wait(address: str) -> None:
        await answered(geneva, address)
        done.append(address)

    async def both() -> None:
        await asyncio.gather(wait("/watch/distribution"), wait("/static/room.css"))

    monkeypatch.setattr(geneva.worlds, "ends", slowly)
    with ThreadPoolExecutor(1) as apart:
        apart.submit(lambda: asyncio.run(both())).result()
    assert done == ["/static/room.css", "/watch/distribution"]


def test_until_the_rules_are_compiled_the_page_says_what_it_waits_for() -> None:
    cold = room("first_scenario")
    for address in ("/watch", "/watch/distribution"):
        answer = ask(cold, address)
        assert answer.status == 200
        assert "The rules are being made ready" in answer.text
    assert ask(cold, "/watch/compare?set=mediator.style=manipulation").status == 503


def test_without_a_compiler_fewer_runs_are_played(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sim.study.runs.can_compile", lambda: False)
    assert "100 talks" in ask(room("first_scenario"), "/watch/distribution?runs=1000").text


def test_a_compiler_that_breaks_is_done_without(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("no compiler")

    worlds = Worlds(read("first_scenario"))
    monkeypatch.setattr("sim.study.runs.outcomes", broken)
    with pytest.raises(RuntimeError):
        worlds._warm(1)  # noqa: SLF001 - what the thread does, without the thread
    assert worlds.ready
    assert worlds.engine == "mesa"


@pytest.mark.parametrize("page", ["watch", "watch/distribution", "watch/compare", "watch/variation.yaml"])
@pytest.mark.parametrize(
    "query",
    ["set=x%3D1", "set=" + "a" * 10_000, "set=%3Cscript%3Ealert(1)%3C/script%3E", "seed=x", "set=%00", "set=%ff=1"],
)
def test_what_cannot_be_is_refused_by_each_page(geneva: Room, page: str, query: str) -> None:
    answer = ask(geneva, f"/{page}?{query}")
    assert answer.status == 400
    assert "Traceback" not in answer.text
    assert "<script>alert" not in answer.text
    assert len(answer.text) < 1500


@pytest.mark.parametrize("query", ["runs=7", "runs=", "top=7", "top=nan", "top=-1"])
def test_runs_and_axes_are_those_of_the_page(geneva: Room, query: str) -> None:
    assert ask(geneva, f"/watch/distribution?{query}").status == 400


def test_what_comes_from_the_form_gets_an_address(geneva: Room) -> None:
    answer = ask(geneva, "/watch?great_powers.cooperation=0.8&mediator.style=2&seed=3")
    assert answer.status == 303
    assert answer.headers["location"] == f"/watch?set={quote(TOGETHER, safe='')}&set={quote(PRESSED, safe='')}&seed=3"


def test_a_variation_is_a_scenario_that_plays_the_same(geneva: Room, sim: Start, tmp_path: Path) -> None:
    agenda = geneva.dials[6]
    assert isinstance(agenda, Choice)
    first = agenda.ways[2][1]
    answer = ask(geneva, f"/watch/variation.yaml?{MOVED}&set={quote(first)}")
    said = answer.headers["content-disposition"]
    name = re.fullmatch(r'attachment; filename="(geneva_ii_round_2-[0-9a-f]{8}\.yaml)"', said)
    assert name
    (tmp_path / name[1]).write_text(answer.text, encoding="utf-8")
    typed = ensemble(read("geneva_ii_round_2", (TOGETHER, PRESSED, first)), 60)
    assert json.loads(sim("run", name[1], "-n", "60", "--json").stdout)["digest"] == typed.digest


def test_names_of_files_are_made_of_letters() -> None:
    case = read("first_scenario")
    hostile = Room(case, '/x/"; rm -rf ~\r\n ../é.yaml', (), 1)
    assert re.fullmatch(
        r'attachment; filename="[a-z0-9_]{1,40}-[0-9a-f]{8}\.yaml"',
        ask(hostile, "/watch/variation.yaml").headers["content-disposition"],
    )


def test_a_comparison_is_that_of_the_command(geneva: Room) -> None:
    text = unescape(ask(geneva, f"/watch/compare?set={TOGETHER}").text)
    assert f"<pre>sim whatif geneva_ii_round_2 -n 10000 --seed 1 --set {TOGETHER}</pre>" in text
    found = whatif("geneva_ii_round_2", [TOGETHER], runs=10_000, seed=1).comparison
    one = found.of(1)["ending.walkout"]
    assert f"{points(one.difference)} ({points(one.low)} to {points(one.high)})" in text
    assert all(each.digest[:8] in text for each in found.ensembles)


def test_two_variations_are_compared_by_their_files(geneva: Room) -> None:
    text = ask(geneva, f"/watch/compare?set={TOGETHER}&grey={PRESSED}").text
    files = re.search(r"<pre>sim compare (\S+) (\S+) -n 10000 --seed 1</pre>", text)
    assert files
    for query, name in ((f"set={PRESSED}", files[1]), (f"set={TOGETHER}", files[2])):
        assert name in ask(geneva, f"/watch/variation.yaml?{query}").headers["content-disposition"]
    assert ask(geneva, f"/watch/compare?set={TOGETHER}&grey={TOGETHER}").status == 400
