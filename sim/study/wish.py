"""What somebody wants to be swept: looked at as a whole, and turned into a plan or into all that is wrong with it."""

from collections.abc import Iterator, Sequence
from math import prod
from typing import Final, Generic, NamedTuple, TypeVar

from sim.case.inheritance import Tree
from sim.case.place import Mistake, Mistakes, Place, Unknown
from sim.case.reading import examined
from sim.case.variations import Setting, laid
from sim.study.axes import Axis, overlaps
from sim.study.blame import at, blamed, own, refuse
from sim.study.design import DESIGNS, refusal
from sim.study.fit import misfits
from sim.study.plan import Plan
from sim.study.trial import Trial

Value = TypeVar("Value")
MOST_RUNS: Final = 10**10


class Said(NamedTuple, Generic[Value]):
    """Something that was said, and where."""

    value: Value
    place: Place


class Wish(NamedTuple):
    """What somebody wants to be swept, as it was said; `name` is the file in which most of it stands."""

    name: str
    case: str
    given: Tree
    settings: Sequence[Setting]
    axes: Sequence[Axis]
    design: Said[str]
    points: Said[int | None]
    runs: Said[int]
    seed: Said[int]
    rounds: bool


def granted(wish: Wish, found: Sequence[Mistake] = ()) -> Plan:
    """The plan that fulfils a wish; `found` is what is wrong with it already.

    Raises
    ------
    Mistakes
        The case is faulty, or what a sweep file says; all that is wrong.
    Unknown
        What was said on the command line does not fit; all of it.

    """
    trial, unfit = _case(wish, found)
    doubled = overlaps(wish.axes)
    axes, lost = trial.leading(axis for place, axis in enumerate(wish.axes) if place not in doubled)
    unfit += [*lost, *(at(wish.axes[place].key, wish.axes[place].path, words) for place, words in doubled.items())]
    unfit += trial.values(axes)
    if not found:
        unfit += _sizes(wish)
    if unfit:
        refuse(wish.name, unfit)
    points = DESIGNS[wish.design.value](axes, wish.points.value or 0, wish.seed.value)
    unfit = misfits(trial, axes, points) if axes else []
    if unfit:
        refuse(wish.name, unfit)
    paths = tuple(axis.path for axis in axes)
    return Plan(trial.scenario, paths, points, wish.runs.value, wish.seed.value, wish.rounds)


def _case(wish: Wish, found: Sequence[Mistake]) -> tuple[Trial, list[Mistake]]:
    """The case with its settings, and what is wrong so far."""
    root, unfit = wish.given.root, list(found)
    for setting in wish.settings:
        try:
            root = laid(root, setting)
        except Unknown as unknown:
            unfit.append(at(setting.value.place, setting.path, str(unknown)))
    try:
        scenario = examined(wish.case, wish.given._replace(root=root), hope=not wish.settings)
    except Mistakes as wrong:
        if not wish.settings:
            refuse(wish.name, [*unfit, *wrong.items], wrong.unchecked)
        return _without_settings(wish, unfit, wrong.items)
    return Trial(root, scenario), unfit


def _without_settings(wish: Wish, unfit: Sequence[Mistake], found: Sequence[Mistake]) -> tuple[Trial, list[Mistake]]:
    """The case without the settings in which mistakes were found; all is over if they stand anywhere else."""
    _case(wish._replace(settings=()), unfit)
    guilty = [setting for setting in wish.settings if own(setting, found)]
    unfit = [*unfit, *(each for setting in guilty for each in own(setting, found))]
    elsewhere = [each for each in found if not any(own(setting, [each]) for setting in guilty)]
    if elsewhere:
        refuse(wish.name, [*unfit, *(blamed(wish.settings, str(each)) for each in elsewhere)])
    return _case(wish._replace(settings=[each for each in wish.settings if each not in guilty]), unfit)


def _sizes(wish: Wish) -> Iterator[Mistake]:
    """What is wrong with the numbers of points and of runs."""
    design, points = wish.design.value, wish.points.value
    endless = [axis for axis in wish.axes if axis.between] if design == "grid" else []
    for axis in endless:
        yield at(axis.place, axis.path, "For a grid, say how many numbers are taken from a range, as in 0:1:11.")
    refused = refusal(design, wish.axes, points)
    if refused:
        yield at((wish.points if points is not None else wish.design).place, "points", refused)
    elif not endless:
        count = points or prod(len(axis.texts) for axis in wish.axes)
        if count * wish.runs.value > MOST_RUNS:
            sentence = f"{count:,} points with {wish.runs.value:,} runs each are {count * wish.runs.value:,} runs."
            yield at(wish.runs.place, "runs", f"{sentence} At most {MOST_RUNS:,} are played.")
