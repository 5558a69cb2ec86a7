"""Whether the values of each point fit together; looked at once for all points that differ in numbers alone."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeAlias

from sim.case.checks import CHECKS, check, touched
from sim.case.checks.fault import Check
from sim.case.node import Node
from sim.case.place import Mistake, Unknown, mistake
from sim.case.reading import each_by_itself
from sim.case.scenario import Scenario
from sim.case.variations import Setting, laid, renumbered
from sim.case.walk import spot
from sim.study.axes import Axis
from sim.study.blame import Complaints, blamed, own
from sim.study.points import frames, numeric
from sim.study.trial import Trial, together
from sim.talks.outcome import quantities

Texts: TypeAlias = Sequence[str]
Names: TypeAlias = tuple[str, ...]


def misfits(trial: Trial, axes: Sequence[Axis], points: Sequence[Texts]) -> list[Mistake]:
    """What is wrong with points whose values are right by themselves: one mistake of each sort, named with a point."""
    fit = Fit(trial, axes, numeric(trial.seated, [axis.path for axis in axes], zip(*points, strict=True)))
    for members in frames(fit.numbers, points).values():
        fit.frame([points[point] for point in members])
    return fit.complaints.mistakes()


class Fit:
    """What did not fit together so far."""

    def __init__(self, trial: Trial, axes: Sequence[Axis], numbers: Sequence[bool]) -> None:
        """Begin with no point; `numbers` says which axes are varied in plain numbers."""
        self.trial = trial
        self.axes = axes
        self.numbers = numbers
        self.complaints = Complaints("point")
        self._first: tuple[Names, list[Setting]] | None = None

    def frame(self, members: Sequence[Texts]) -> None:
        """Look at points that differ in plain numbers alone."""
        settings = self._settings(members[0])
        try:
            root = together(self.trial.root, settings)
        except Unknown as unknown:
            self.complaints.note(str(unknown), blamed(settings, str(unknown)), len(members))
            return
        scenario, wrong = each_by_itself(root)
        self._note(settings, wrong, len(members))
        if not wrong:
            self._compare(settings, scenario, len(members))
            self._check(root, scenario, members)

    def _settings(self, texts: Texts) -> list[Setting]:
        return [axis.at(text) for axis, text in zip(self.axes, texts, strict=True)]

    def _check(self, root: Node, scenario: Scenario, members: Sequence[Texts]) -> None:
        """Run each check once for all points, but those that look at the numbers once for each."""
        paths = [axis.path for axis, is_one in zip(self.axes, self.numbers, strict=True) if is_one]
        each_time = touched(scenario, paths) if len(members) > 1 else []
        once = [each for each in CHECKS if each not in each_time]
        self._note(self._settings(members[0]), faults(root, scenario, once), len(members))
        for texts in members if each_time else ():
            numbers = (float(text) for text, is_one in zip(texts, self.numbers, strict=True) if is_one)
            there = renumbered(scenario, dict(zip(paths, numbers, strict=True)))
            if found := faults(root, there, each_time):
                self._note(self._settings(texts), found, 1)

    def _compare(self, settings: list[Setting], scenario: Scenario, times: int) -> None:
        """Results stand in one table: every point has the outcomes of the first one."""
        names = tuple(each.name for each in quantities(replace(self.trial.seated, scenario=scenario)))
        self._first = self._first or (names, settings)
        others, before = self._first
        if names != others:
            changed = [new for new, old in zip(settings, before, strict=True) if new != old]
            self.complaints.note("outcomes", blamed(changed, _other_outcomes(names, others)), times)

    def _note(self, settings: Sequence[Setting], found: Iterable[Mistake], times: int) -> None:
        for each in found:
            known = each.path in self.complaints
            self.complaints.note(each.path, each if known else self._blamed(settings, each), times)

    def _blamed(self, settings: Sequence[Setting], found: Mistake) -> Mistake:
        """A mistake, put down to the one setting that makes it alone, else to all."""
        for setting in settings:
            for alone in self._alone(setting):
                if (alone.path, alone.message) == (found.path, found.message):
                    return next(iter(own(setting, [alone])), blamed([setting], _said(alone)))
        return blamed(settings, _said(found))

    def _alone(self, setting: Setting) -> list[Mistake]:
        try:
            root = laid(self.trial.root, setting)
        except Unknown:
            return []
        scenario, wrong = each_by_itself(root)
        return wrong or faults(root, scenario, CHECKS)


def faults(root: Node, scenario: Scenario, checks: Sequence[Check]) -> list[Mistake]:
    """What checks find in a scenario, at its places in the nodes; thresholds may be out of reach."""
    found, _ = check(scenario, hope=False, checks=checks)
    return [mistake(spot(root, each.path).place, ".".join(each.path), each.message, each.suggestion) for each in found]


def _said(found: Mistake) -> str:
    """A mistake in a sentence; its place, where it is one in a file."""
    return str(found) if found.line else ": ".join(filter(None, [found.path, found.message]))


def _other_outcomes(names: Names, others: Names) -> str:
    lost, new = [name for name in others if name not in names], [name for name in names if name not in others]
    what = f"{lost[0]} is no outcome" if lost else f"{new[0]} is an outcome"
    return (
        f"{what} here, other than at the first point. Results of a sweep stand in one table: "
        "all points have the same delegations, issues, fronts and thresholds."
    )
