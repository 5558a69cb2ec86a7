"""What another delegation keeps to itself is never printed for a seat."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.play.playing import Sim, typed

FIRST = Path(__file__).parents[2] / "scenarios" / "first_scenario.yaml"
CANARIES = {
    "bridge": (0.8231, 0.3761, 0.5173),
    "tolls": (0.9127, 0.4219, 0.2909),
    "prisoners": (0.9713, 0.4507, 0.1918),
}
DISTURBED = ("2", "0", "1", "0", "0", "0", "0", "1", "1", "0", "0", "r")


def secrets() -> set[str]:
    """Each canary with four decimals, and each limit and salience as two decimals or per cent would show it."""
    shown = {f"{value:g}" for values in CANARIES.values() for value in values}
    return shown | {f"({limit:.2f})" for _, limit, _ in CANARIES.values()} | {"Weight 52 %", "Weight 29 %"}


def case(folder: Path) -> None:
    content: dict[str, Any] = yaml.safe_load(FIRST.read_text(encoding="utf-8"))
    content["delegations"]["west_orlen"]["positions"] = {
        key: {"ideal": ideal, "limit": limit, "salience": salience}
        for key, (ideal, limit, salience) in CANARIES.items()
    }
    (folder / "case.yaml").write_text(yaml.safe_dump(content), encoding="utf-8")


@pytest.mark.parametrize("role", ["east_orlen", "mediator"])
@pytest.mark.parametrize("lines", [("r",), DISTURBED])
def test_no_secret_of_another_delegation_is_printed(
    sim: Sim, tmp_path: Path, role: str, lines: tuple[str, ...]
) -> None:
    case(tmp_path)
    done = sim("play", "case.yaml", "--as", role, stdin=typed(*lines))
    assert (done.returncode, done.stderr) == (0, "")
    kept = done.stdout if role == "east_orlen" else done.stdout.partition("The last texts, and the limits")[0]
    assert [one for one in secrets() if one in kept] == []
    assert ("(0.38" in done.stdout) == (role == "mediator")
    ideals = [f"{ideal:.2f}" for ideal, _, _ in CANARIES.values()]
    assert [one for one in ideals if one in done.stdout.partition("Outcome")[0].partition("moves, and now")[0]] == []


@pytest.mark.parametrize("lines", [("r",), DISTURBED])
def test_why_others_refuse_is_not_told_while_the_talks_last(sim: Sim, lines: tuple[str, ...]) -> None:
    done = sim("play", "geneva_ii_round_2", "--as", "opposition", stdin=typed(*lines))
    during = done.stdout.partition("Outcome: ")[0]
    told = " ".join(during.split()).split("Government ")
    assert [one for one in told if one.startswith(("refuses, flatly", "accepts, narrowly", "refuses, narrowly"))] == []
    assert "walkout risk" not in done.stdout
