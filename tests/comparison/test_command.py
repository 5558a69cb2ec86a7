"""`sim compare`: what it prints, draws and refuses."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Sim = Callable[..., subprocess.CompletedProcess[str]]
PAIR = ("transition_without_assad", "counter_terrorism_focus")
ROOT = Path(__file__).parent.parent.parent


def test_the_founding_cases_side_by_side(sim: Sim, golden: Callable[[str, str], str]) -> None:
    answer = sim("compare", *PAIR, "-n", "2000")
    assert answer.returncode == 0, answer.stderr
    assert max(map(len, answer.stdout.splitlines())) <= 80
    assert answer.stdout == golden("founding_cases.txt", answer.stdout)


def test_the_document_keeps_its_contract(sim: Sim) -> None:
    shown = json.loads(sim("compare", *PAIR, "-n", "100", "--json").stdout)
    assert shown["schema_version"] == 1
    assert [one["name"] for one in shown["scenarios"]] == list(PAIR)
    keys = {"quantity", "a", "b", "difference", "low", "high", "p", "p_adjusted", "paired"}
    assert all(keys <= set(one) for one in shown["differences"])
    assert all(one["paired"] for one in shown["differences"])


def test_two_engines_compare_alike(sim: Sim) -> None:
    first, *others = (
        sim("compare", *PAIR, "-n", "20", "--json", "--engine", name).stdout for name in ("mesa", "compiled")
    )
    assert others == [first]


def test_stored_results_are_compared_as_the_scenarios_are(sim: Sim) -> None:
    vary = ("--vary", "mediator.style=facilitation,manipulation")
    assert sim("sweep", "first_scenario", *vary, "-n", "60", "--out", "kept").returncode == 0
    stored = json.loads(sim("compare", "kept@0", "kept@1", "--json").stdout)
    fresh = sim("run", "first_scenario", "-n", "60", "--json", "--set", "mediator.style=manipulation")
    assert stored["scenarios"][1]["outcomes"] == json.loads(fresh.stdout)["outcomes"]
    assert all(one["paired"] for one in stored["differences"])


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("first_scenario",), 2, "two or more"),
        (("first_scenario", "no_such_case"), 2, "no_such_case"),
        (("first_scenario", "kept"), 2, "There are 2 points: name one, from 0 to 1."),
        (("first_scenario", "kept@7"), 2, "There is no point 7"),
        (("first_scenario", "first_scenario", "-n", "0"), 2, "-n"),
        (("first_scenario", "first_scenario", "-n", "5", "--plot", "x.pdf"), 2, ".svg or .png"),
        (("first_scenario", "first_scenario", "-n", "5", "--report", "nowhere/x.html"), 5, "nowhere"),
        (("first_scenario", "first_scenario", "--set", "mediator.stile=1"), 2, "mediator.style"),
    ],
)
def test_what_cannot_be_compared_is_refused_in_a_sentence(
    sim: Sim, arguments: tuple[str, ...], code: int, said: str
) -> None:
    vary = ("--vary", "mediator.style=facilitation,manipulation")
    if any(one.startswith("kept") for one in arguments):
        sim("sweep", "first_scenario", *vary, "-n", "5", "--out", "kept")
    answer = sim("compare", *arguments)
    assert answer.returncode == code, answer.stderr
    assert said in " ".join(answer.stderr.split())
    assert "Traceback" not in answer.stderr
    assert answer.stdout == ""


def test_a_picture_and_a_page_are_made(sim: Sim, tmp_path: Path) -> None:
    answer = sim("compare", *PAIR, "-n", "50", "--plot", "x.svg", "--report", "x.html")
    assert answer.returncode == 0, answer.stderr
    assert (tmp_path / "x.svg").read_bytes().startswith(b"<?xml")
    assert (tmp_path / "x.html").read_text(encoding="utf-8").endswith("</html>")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["x.html", "x.svg"]
