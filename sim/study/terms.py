"""The terms of a sweep: all that decides its numbers, as plain data; and what differs between two of them."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from sim.case.scenario import Scenario
from sim.case.writing import canonical, digest
from sim.study.difference import differences
from sim.study.plan import Plan
from sim.study.provenance import RESULT_VERSION


def terms(plan: Plan) -> dict[str, Any]:
    """The terms of a plan."""
    return {
        "result_version": RESULT_VERSION, "scenario": digest(plan.scenario), "paths": list(plan.paths),
        "points": [list(point) for point in plan.points], "runs": plan.runs, "seed": plan.seed, "rounds": plan.rounds,
    }  # fmt: skip


def plan_of(given: Mapping[str, Any], scenario: Scenario) -> Plan:
    """The plan that has these terms, with its case."""
    points = tuple(tuple(point) for point in given["points"])
    return Plan(scenario, tuple(given["paths"]), points, given["runs"], given["seed"], given["rounds"])


def differing(old: Mapping[str, Any], case: Scenario | None, plan: Plan) -> Iterator[str]:
    """What is not in a plan as it was, a sentence each; `case` is the scenario as it was, if it can still be read."""
    new = terms(plan)
    if old["scenario"] != new["scenario"]:
        yield from differences(_plain(case), _plain(plan.scenario)) if case else ("the scenario is another one",)
    if old["paths"] != new["paths"]:
        yield from differences({"varied": ", ".join(old["paths"])}, {"varied": ", ".join(plan.paths)})
    elif old["points"] != new["points"]:
        before, after = _values(old["paths"], old["points"]), _values(new["paths"], new["points"])
        yield from differences(before, after) or ["the points are in another order or combination"]
    yield from differences(*({name: one[name] for name in ("runs", "seed", "rounds")} for one in (old, new)))


def _plain(case: Scenario) -> object:
    return json.loads(canonical(case))


def _values(paths: list[str], points: list[list[str]]) -> dict[str, str]:
    """The values of each path, in the order in which they come, and how many points there are."""
    columns = zip(*points, strict=True)
    values = {
        f"values of {path}": ", ".join(dict.fromkeys(column)) for path, column in zip(paths, columns, strict=True)
    }
    return {**values, "points": f"{len(points):,}"}
