"""``python -m tests.benchmarks [NAME…]``: time some benchmarks, or all of them, and write what they came to."""

import argparse
import sys
from pathlib import Path
from typing import Final

from tests.benchmarks import catalogue, figures
from tests.benchmarks.ratio import TURNS, timed

QUICK: Final = 0.01
"""The share of the full size that is enough to see that a benchmark runs."""
NAMES: Final = f"of {', '.join(catalogue.BENCHMARKS)}; all if none is named"


def main() -> None:
    """Time what is named, say it line by line, and write it down, unless it was only a look."""
    given = arguments().parse_args()
    names = given.names or list(catalogue.BENCHMARKS)
    for name in names:
        benchmark = catalogue.BENCHMARKS[name]
        figure = figures.figure(benchmark, timed(benchmark, QUICK if given.quick else 1.0, given.turns))
        sys.stdout.write(f"{name:14} {figures.line(figure)}\n")
        sys.stdout.flush()
        if not given.quick:
            figures.write(given.out, name, figure, list(catalogue.BENCHMARKS))


def arguments() -> argparse.ArgumentParser:
    """What may be said on the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", choices=[*catalogue.BENCHMARKS, []], metavar="NAME", help=NAMES)
    parser.add_argument("--quick", action="store_true", help="at a hundredth of the size, and nothing is written")
    parser.add_argument("--turns", type=int, default=TURNS, help=f"how often each of the two is timed ({TURNS})")
    parser.add_argument("--out", type=Path, default=figures.FILE, help="where figures are written")
    return parser


if __name__ == "__main__":
    main()
