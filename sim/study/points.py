"""The case as it is at each point of a plan, at the table."""

from functools import lru_cache

from sim.case.inheritance import Tree
from sim.case.place import Sheet
from sim.case.reading import examined
from sim.case.stream import compose
from sim.case.variations import Setting, laid, setting
from sim.case.writing import dump
from sim.study.plan import Plan
from sim.talks.seating import Seated, seat

KEPT = 8


class Points:
    """The points of a plan, seated when they are asked for; the latest few are kept. Threads may share it."""

    def __init__(self, plan: Plan) -> None:
        """Write down the case of the plan, so that values can be laid over it."""
        self._plan = plan
        text = dump(plan.scenario)
        self._root, _ = compose(Sheet("scenario.yaml", tuple(text.splitlines())), text)
        self.seated = lru_cache(KEPT)(self._seated)

    def _seated(self, point: int) -> Seated:
        root = self._root
        for text in self._plan.settings_at(point):
            path, value = setting(text)
            root = laid(root, Setting(path, value))
        return seat(examined("scenario.yaml", Tree(root, []), hope=False))
