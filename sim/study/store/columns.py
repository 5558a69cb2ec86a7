"""What the columns of the tables are called, of what type they are, and what they mean."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from sim.case.record import Record
from sim.case.scenario import Scenario
from sim.rules.endings import ENDINGS
from sim.rules.walkouts import REASONS
from sim.study.plan import Plan
from sim.study.points import Points
from sim.study.store.names import FAILURES, KEYS, POINTS, REPLICATES, ROUNDS
from sim.study.store.rows import TYPES, kind
from sim.study.store.tables import type_of
from sim.talks.outcome import DAY, quantities

MEANINGS: Final = {
    "point": "which point of the design; the first is 0",
    "replicate": "which run of its point; the first is 0, and the same number has the same luck at every point",
    "round": "which round of the run, 1 the first that was opened or tried",
    "error": "what kind of error it was",
    "message": "what it said",
}
WORDS: Final = {
    "ending": f"; one of {', '.join(ENDINGS)}",
    "reason": f"; one of {', '.join(REASONS)}; NULL if there was none",
}


class Described(NamedTuple):
    """A column: its name, its type in SQL, and what it means, with units."""

    name: str
    type: str
    meaning: str


def described(plan: Plan) -> dict[str, tuple[Described, ...]]:
    """The columns of each table of a plan's results."""
    ends = tuple(_of_outcomes(plan))
    tables = {
        POINTS: (*_keys("point"), *_of_points(plan)),
        REPLICATES: (*_keys("point", "replicate"), *ends),
        ROUNDS: (*_keys("point", "replicate", "round"), *ends),
        FAILURES: (*_keys("point", "replicate", "error", "message"),),
    }
    return tables if plan.rounds else {name: columns for name, columns in tables.items() if name != ROUNDS}


def _keys(*names: str) -> Iterator[Described]:
    return (Described(name, KEYS[name], MEANINGS[name]) for name in names)


def _of_points(plan: Plan) -> Iterator[Described]:
    for path, texts in zip(plan.paths, zip(*plan.points, strict=True), strict=True):
        yield Described(path, type_of(texts), said_of(plan.scenario, path) or "what was varied")


def _of_outcomes(plan: Plan) -> Iterator[Described]:
    seated = Points(plan).seated(0)
    for one in quantities(seated):
        what = kind(seated, one)
        meaning = one.meaning.replace(DAY, "a day; NULL if it never came") + WORDS.get(what, "")
        yield Described(one.name, TYPES[what], meaning)


def said_of(case: Scenario, path: str) -> str:
    """What the format says of a path; nothing if it says nothing."""
    here: object = case
    said = ""
    for step in path.split("."):
        said = ""
        if isinstance(here, Record):
            field = next((name for name, field in type(here).model_fields.items() if step == (field.alias or name)), "")
            said = (type(here).model_fields[field].description or "") if field else ""
            here = getattr(here, field, None)
        elif isinstance(here, dict):
            here = here.get(step)
        elif isinstance(here, tuple):
            here = here[int(step)] if int(step) < len(here) else None
    return said
