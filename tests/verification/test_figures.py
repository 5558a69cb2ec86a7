"""The figures on the page that describes the model are what the model gives, to the last digit shown."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from sim.case import read
from sim.rules.endings import PARTIAL
from sim.study.runs import outcomes
from sim.talks.actors import NEVER
from sim.talks.seating import Seated, seat

PAGE = (Path(__file__).parent.parent.parent / "docs" / "odd.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| [^|]* \| `(\w+)`((?:, `[^`]*`)*) \| (.*) \|$", re.MULTILINE)
ROWS = ROW.findall(PAGE)
REPLICATES = 40_000


def _told(share: float) -> str:
    return f"{share:.3f}".removeprefix("0")


def _came(days: Any, last: int = -NEVER) -> Any:  # noqa: ANN401
    return (days > NEVER) & (days <= last)


def _shares(seated: Seated, columns: Mapping[str, Any]) -> list[float]:
    """What a row of the table shows, in its order."""
    case = seated.scenario
    humanitarian = [name for name, issue in case.issues.items() if issue.track == "humanitarian"]
    runs = [
        _came(columns["list_agreed_on"]),
        _came(columns["order_agreed_on"]),
        columns["walkouts.government"] > 0,
        columns["walkouts.opposition"] > 0,
        _came(columns["next_round_agreed_on"], case.calendar.sessions_per_round - 1),
        _came(columns["next_round_opened_on"]),
        np.any([_came(columns[f"agreed_on.{name}"]) for name in humanitarian], axis=0),
        columns["ending"] <= PARTIAL,
    ]
    return [float(np.mean(one)) for one in runs]


@pytest.mark.parametrize(("case", "changes", "figures"), ROWS, ids=[f"{row[0]}{row[1]}" for row in ROWS])
def test_a_world_gives_the_shares_that_the_page_shows(case: str, changes: str, figures: str) -> None:
    seated = seat(read(case, re.findall(r"`([^`]*)`", changes)))
    columns = outcomes(seated, 1, REPLICATES, engine="compiled")
    assert figures == " | ".join(map(_told, _shares(seated, columns)))


def test_the_page_shows_the_bands_and_the_ending_of_life_as_they_come_out() -> None:
    columns = outcomes(seat(read("geneva_ii_round_2")), 1, REPLICATES, engine="compiled")
    walks = (columns["walkouts.government"] > 0) | (columns["walkouts.opposition"] > 0)
    life = (columns["ending"] == 3) & ~_came(columns["order_agreed_on"]) & ~walks
    out, adopted = _came(columns["met_on.homs_evacuation"]), _came(columns["met_on.resolution"])
    told = [_told(float(np.mean(one))) for one in (life, life & out, life & out & adopted)]
    assert f"share of {told[0]}, with 1,000" in PAGE
    assert f"as well {told[1]}, and with the resolution too {told[2]}." in " ".join(PAGE.split())
    for what, runs in (("1,000 people out by 12 February", out), ("somebody walks out", walks)):
        assert re.search(rf"^\| {what} \| [^|]* \| {re.escape(_told(float(np.mean(runs))))} \|$", PAGE, re.MULTILINE)
    assert re.search(
        rf"^\| a resolution by 28 February \| .* \| {re.escape(_told(float(np.mean(adopted))))} \|$", PAGE, re.MULTILINE
    )


def test_the_table_has_its_worlds() -> None:
    assert len(ROWS) >= 14
