"""Walkouts under the same luck, 100,000 runs: who leaves more, who less, and why."""

from functools import cache

import numpy as np
import pytest

from sim.rules.endings import ENDINGS
from sim.rules.walkouts import REASONS
from tests.model.cases import DEFAULT, NEVER, seated
from tests.model.playing import Columns, days, played
from tests.model.table import IRAN, UNWATCHED, walks

RUNS = 100_000
WITHIN = 0.0015
PARTIES = ("government", "opposition")


@cache
def world(*settings: str, source: str = DEFAULT) -> Columns:
    """Play a world many times."""
    return played(seated(source, *settings), RUNS)


def any_walks(columns: Columns) -> float:
    """Give the share of runs in which anybody walks out."""
    return float(np.logical_or(*(columns[f"walkouts.{name}"] > 0 for name in PARTIES)).mean())


def more(name: str, columns: Columns) -> float:
    """Say how much more often a delegation walks out than in the default case."""
    return walks(columns, name) - walks(world(), name)


@pytest.mark.parametrize(
    ("source", "settings", "government", "opposition"),
    [
        (DEFAULT, ("ground.homs.monitoring=0.9",), -0.006, 0.0),
        (DEFAULT, IRAN, None, 0.027),
        ("transition_without_assad", (), 0.040, -0.029),
        ("counter_terrorism_focus", (), -0.044, 0.024),
    ],
)
def test_a_change_moves_the_walkouts_of_each_side_as_in_the_reference(
    source: str, settings: tuple[str, ...], government: float | None, opposition: float
) -> None:
    columns = world(*settings, source=source)
    assert abs(more("opposition", columns) - opposition) <= WITHIN
    if government is not None:
        assert abs(more("government", columns) - government) <= WITHIN


def test_iran_invited_keeps_the_opposition_away_more_often() -> None:
    away = [float((columns["no_shows.opposition"] > 0).mean()) for columns in (at_opening(), at_opening(*IRAN))]
    assert np.allclose(away, (0.004, 0.008), rtol=0, atol=0.001)


def at_opening(*settings: str) -> Columns:
    """Play the first day alone: who does not come to the opening of the round."""
    one_day = ("calendar.horizon_days=0", "calendar.sessions_per_round=1", "calendar.fixed_formats=null")
    return world(*settings, *one_day, *UNWATCHED)


def test_without_the_attack_on_the_convoy_fewer_walk_out() -> None:
    found = [any_walks(world()), any_walks(world("events.convoy_attack=null"))]
    assert np.allclose(found, (0.148, 0.122), rtol=0, atol=WITHIN)


def test_a_session_called_off_shields_from_walkouts() -> None:
    violent = "ground.homs.violence_per_day=1.05"
    shielded, exposed = world(violent), world(violent, "mediator.suspend_below=0")
    called_off = shielded["ending"][:40_000] == list(ENDINGS).index("suspended")
    assert abs(called_off.mean() - 0.199) <= 0.001
    assert abs(any_walks(shielded) - 0.160) <= WITHIN
    assert abs(any_walks(exposed) - 0.189) <= WITHIN


@pytest.mark.parametrize(("settings", "anger"), [((), 0.51), (("ground.homs.violence_per_day=1.05",), 0.79)])
def test_anger_and_the_agenda_are_the_reasons(settings: tuple[str, ...], anger: float) -> None:
    columns = world(*settings)
    reasons = np.concatenate([columns[f"walked_over.{name}"] for name in PARTIES])
    shares = [float((reasons[reasons >= 0] == place).mean()) for place in range(len(REASONS))]
    assert abs(shares[list(REASONS).index("anger")] - anger) <= 0.01
    assert abs(shares[list(REASONS).index("anger")] + shares[list(REASONS).index("agenda")] - 1) <= 0.01


def test_the_first_walkouts_are_dated_within_the_round() -> None:
    walked = world()["walked_on.government"]
    assert set(walked[walked > NEVER].tolist()) == set(range(6))
    assert len(days(seated(DEFAULT), 1, 0)) == 99
