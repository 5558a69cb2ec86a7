"""Print the page on how far the two codings of the library lie apart, from the library."""

from collections import defaultdict

from sim.analysis.codings import NEAR, Pair, pairs
from sim.case import read
from sim.case.bundle import library

FOREWORD = f"""\
# Two codings of the same talks

Every case of the library was coded twice from [the rubric](coding-rubric.md), the second time by somebody who had only
a text without names and ending ([the texts](coding/blind/README.md), [which is which](coding/key.md)). Neither was
changed afterwards. This is how far they lie apart. “Near” is a distance of at most {NEAR:g}, half a step of the ladder.

| | compared | alike or near | mean distance |
|---|---|---|---|"""


def main() -> None:
    """Print a line for each kind of number or choice, then the largest differences of each case."""
    known: dict[str, list[Pair]] = {}
    for name, path in library().items():
        second = library("second")[name]
        known[name] = list(pairs(read(str(path)), read(str(second))))
    kinds = defaultdict(list)
    for pair in (pair for found in known.values() for pair in found):
        kinds[pair.kind].append(pair)
    print(FOREWORD)
    for kind, found in kinds.items():
        print(_line(kind.replace("_", " "), found))
    print(_line("**all**", [pair for found in kinds.values() for pair in found]))
    print(
        "\n## Case by case\n\n| case | compared | alike or near | mean distance | farthest apart |"
        "\n|---|---|---|---|---|"
    )
    for name, found in known.items():
        far = max((pair for pair in found if isinstance(pair.first, float)), key=_relative)
        worst = f"{far.kind} ({far.where}): {far.first:g} and {far.second:g}".replace("_", " ")
        print(f"{_line(f'`{name}`', found)} {worst} |")


def _line(name: str, found: list[Pair]) -> str:
    near = sum(pair.apart <= NEAR + 1e-9 for pair in found)
    numbers = [pair.apart for pair in found if isinstance(pair.first, float) and pair.kind not in COUNTED]
    mean = f"{sum(numbers) / len(numbers):.2f}" if numbers else "–"
    return f"| {name} | {len(found)} | {near} ({100 * near / len(found):.0f} %) | {mean} |"


def _relative(pair: Pair) -> float:
    return pair.apart if pair.kind not in COUNTED else 0.0


COUNTED = ("rounds", "sessions a round", "sponsors", "fronts", "beta")
"""Counts and rates, whose distances do not compare with those of shares."""

if __name__ == "__main__":
    main()
