"""On a picture no text stands upon another and none beyond the edge, however long names are and few the runs."""

import itertools
import json
from collections.abc import Callable
from typing import Final

import pytest
from matplotlib.text import Text
from matplotlib.transforms import Bbox

import sim
from sim.analysis.comparison import Comparison
from sim.analysis.watched import watched
from sim.case.scenario import Scenario
from sim.plots import PLOTS
from sim.plots.picture import Picture
from tests.plots.drawn import DRAWN, RUNS, many, one

CASES: Final = (
    "first_scenario", "geneva_ii_round_1", "geneva_ii_round_2", "transition_without_assad", "counter_terrorism_focus",
)  # fmt: skip
LONG: Final = "The Most Honourable Assembly of the Wide Eastern Waterlands!"
"""A name of sixty characters."""


def boxes(picture: Picture) -> list[tuple[str, Bbox]]:
    """Where each text stands on the sheet, in dots."""
    picture.png()  # only what is drawn has a place
    texts = [text for text in picture.figure.findobj(Text) if isinstance(text, Text)]
    placed = [(text, text.get_window_extent()) for text in texts if text.get_visible() and text.get_text().strip()]
    return [(text.get_text(), box) for text, box in placed if _is_drawn(text, box)]


def _is_drawn(text: Text, box: Bbox) -> bool:
    """Names of ticks beyond the ends of an axis are there, but are not drawn."""
    axes = text.axes
    if axes is None or text in axes.texts:
        return True
    x, y = (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2
    if text in axes.get_xticklabels():
        return bool(axes.axison and axes.bbox.x0 - 1 <= x <= axes.bbox.x1 + 1)
    if text in axes.get_yticklabels():
        return bool(axes.axison and axes.bbox.y0 - 2 <= y <= axes.bbox.y1 + 2)
    return True


def faults(picture: Picture) -> list[str]:
    """Texts that stand upon another, by more than a dot, or beyond the edge."""
    found, edge = boxes(picture), picture.figure.bbox
    beyond = [
        f"beyond: {text}"
        for text, box in found
        if box.x0 < -1 or box.y0 < -1 or box.x1 > edge.x1 + 1 or box.y1 > edge.y1 + 1
    ]
    upon = [f"{a} / {b}" for (a, first), (b, second) in itertools.combinations(found, 2) if _meet(first, second)]
    return beyond + upon


def _meet(one: Bbox, other: Bbox) -> bool:
    wide = min(one.x1, other.x1) - max(one.x0, other.x0)
    return bool(wide > 1 and min(one.y1, other.y1) - max(one.y0, other.y0) > 1)


def long() -> Scenario:
    """The first scenario, with long names wherever there is one."""
    names = {
        "title": LONG, "delegations.east_orlen.name": LONG, "delegations.west_orlen.name": LONG[::-1],
        "thresholds.bridge_opens.name": LONG, "thresholds.prisoners_go.name": LONG[::-1], "issues.bridge.name": LONG,
        "issues.bridge.at_0": LONG, "issues.bridge.at_1": LONG,
    }  # fmt: skip
    return sim.load("first_scenario", [f"{path}={json.dumps(name)}" for path, name in names.items()])


def side_by_side(count: int, runs: int = RUNS) -> Comparison:
    """So many cases compared, with long labels."""
    cases = [many("first_scenario", runs, f"mediator.leverage={place / 10}") for place in range(count)]
    return sim.compare(*cases, labels=[f"{LONG} {place}" for place in range(count)])


OF_MANY: Final[dict[str, Callable[..., Picture]]] = {name: PLOTS[name] for name in ("outcomes", "duration", "dots")}


@pytest.mark.parametrize("name", DRAWN)
def test_each_picture_has_room(name: str) -> None:
    assert faults(DRAWN[name]()) == []


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("name", OF_MANY)
def test_bundled_cases_have_room(name: str, case: str) -> None:
    assert faults(OF_MANY[name](many(case))) == []


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("name", ["positions", "timeline"])
def test_one_run_of_each_bundled_case_has_room(name: str, case: str) -> None:
    assert faults(PLOTS[name](one(case))) == []


@pytest.mark.parametrize("name", OF_MANY)
@pytest.mark.parametrize("runs", [1, RUNS])
def test_long_names_have_room(name: str, runs: int) -> None:
    assert faults(OF_MANY[name](sim.ensemble(long(), runs, seed=1))) == []


@pytest.mark.parametrize("name", ["positions", "timeline"])
@pytest.mark.parametrize("replicate", [0, 1])
def test_long_names_in_one_run_have_room(name: str, replicate: int) -> None:
    assert faults(PLOTS[name](watched(long(), seed=1, replicate=replicate))) == []


@pytest.mark.parametrize("name", OF_MANY)
@pytest.mark.parametrize("case", ["first_scenario", "geneva_ii_round_2"])
def test_a_single_run_has_room(name: str, case: str) -> None:
    assert faults(OF_MANY[name](many(case, 1))) == []


@pytest.mark.parametrize("name", OF_MANY)
def test_talks_without_a_walkout_have_room(name: str) -> None:
    calm = many("first_scenario", RUNS, "behaviour.walkout_base=-20")
    assert set(sim.ensemble(calm.case, RUNS, seed=1).shares().loc[("walkout", "any"), ["count"]]) == {0}
    assert faults(OF_MANY[name](calm)) == []


@pytest.mark.parametrize("count", [2, 3, 7])
@pytest.mark.parametrize("runs", [1, RUNS])
def test_scenarios_compared_have_room(count: int, runs: int) -> None:
    assert faults(PLOTS["comparison"](side_by_side(count, runs))) == []


def test_texts_that_stand_upon_another_or_beyond_are_seen() -> None:
    picture = DRAWN["calibration"]()
    picture.figure.text(0.5, 0.5, "upon")
    picture.figure.text(0.5, 0.5, "another")
    picture.figure.text(0.99, 0.1, "beyond the edge")
    found = faults(picture)
    assert "upon / another" in found
    assert "beyond: beyond the edge" in found
