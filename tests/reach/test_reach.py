"""`sim reach`: the smallest change in a real case, in Python and on the command line."""

import json
import subprocess
from collections.abc import Callable, Sequence

import pytest

import sim as package
from sim.case import Unknown

Sim = Callable[..., subprocess.CompletedProcess[str]]
FREE = ("great_powers.cooperation", "sponsors.russia.commitment")
ASKED = ("reach", "geneva_ii_round_2", "--outcome", "adjourned_with_date", "--share", "0.3", "-n", "300",
         "--free", FREE[0], "--free", FREE[1])  # fmt: skip


def test_what_is_found_gives_the_share_and_half_of_it_does_not() -> None:
    found = package.reach("geneva_ii_round_2", "adjourned_with_date", 0.3, FREE, runs=300)
    first = found.ways[0]
    settings = [f"{path}={value!r}" for path, value in first.numbers.items()]
    shares = package.ensemble(package.load("geneva_ii_round_2", settings), runs=300).shares()
    assert shares.loc[("ending", "adjourned_with_date"), "count"] == first.count.times
    assert first.count.times / 300 >= 0.3
    half = [f"{room.path}={(room.value + first.numbers.get(room.path, room.value)) / 2!r}" for room in found.rooms]
    less = package.ensemble(package.load("geneva_ii_round_2", half), runs=300).shares()
    assert less.loc[("ending", "adjourned_with_date"), "share"] < 0.3
    assert found.ensembles <= 300


def test_the_same_seed_finds_the_same() -> None:
    one, other = (
        package.reach("geneva_ii_round_2", "walkout.any", 0.05, FREE, runs=200, at_most=True) for _ in range(2)
    )
    assert one.ways == other.ways
    assert one.ways[0].count.times / 200 <= 0.05


def test_what_cannot_be_reached_is_said_to_be_so() -> None:
    found = package.reach("geneva_ii_round_2", "comprehensive", 0.5, FREE, runs=100)
    assert not found.reached
    assert found.best.count.times == 0
    assert "out of reach" in repr(found)


@pytest.mark.parametrize(
    ("outcome", "free", "said"),
    [
        ("compromise", (), "There is no outcome compromise"),
        ("mean.progress", (), "no share of runs"),
        ("partial", ("mediator.stile",), "No number is called mediator.stile"),
    ],
)
def test_what_is_not_there_is_refused(outcome: str, free: Sequence[str], said: str) -> None:
    with pytest.raises(Unknown, match=said):
        package.reach("first_scenario", outcome, 0.5, free, runs=10)


def test_the_page_says_what_it_always_says(sim: Sim, golden: Callable[[str, str], str]) -> None:
    answer = sim(*ASKED)
    assert answer.returncode == 0, answer.stderr
    assert max(map(len, answer.stdout.splitlines())) <= 80
    assert answer.stdout == golden("a_date.txt", answer.stdout)


def test_the_document_has_all_ways(sim: Sim) -> None:
    shown = json.loads(sim(*ASKED, "--json").stdout)
    assert shown["schema_version"] == 1
    assert shown["reached"] is True
    sizes = [one["size"] for one in shown["ways"]]
    assert sizes == sorted(sizes)
    assert all(one["share"] >= 0.3 for one in shown["ways"])


@pytest.mark.parametrize("share", ["0", "1", "1.5", "half"])
def test_a_share_lies_between_0_and_1(sim: Sim, share: str) -> None:
    answer = sim("reach", "first_scenario", "--share", share)
    assert (answer.returncode, answer.stdout) == (2, "")
    assert "Traceback" not in answer.stderr
