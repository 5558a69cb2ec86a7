"""Print the page about speed and memory, from the figures that the benchmarks wrote down."""

import json
from pathlib import Path
from typing import Any, Final

FIVE: Final = 5
FIGURES: Final = Path(__file__).parents[1] / "performance.json"
FOREWORD: Final = """\
# Performance

How much faster one way is than another, and what a run costs. The case is
[Geneva II, round 2](../scenarios/geneva_ii_round_2.yaml), seed 1, unless another is named."""
READING: Final = """\
## How to read it

Each line divides what one thing costs by what another costs, so it hardly depends on how fast a machine is. Both were
done once to warm up and then timed in turn, one after the other, in one run, five times or as often as it says. The
ratio is the median of the turns; the least and the most of them stand in brackets. The two costs are medians too.

A run is a whole negotiation with its war outside, told by 62 numbers at the end; on this case it has 93 days in the
mean. *Compiled* is what `sim run -n` does for many runs, once the rules are compiled. *Processor time* is that of all
threads together; all other times are those of a clock on the wall.

- Mesa's own runner is asked for the outcome of each run and for nothing else.
- Our Mesa model without Mesa is the same session by the same functions over plain objects; both come to the same
  numbers, to the last bit.
- NegMAS knows offers in turn and nothing around them: no mediator, agenda, text, walkout, sponsor or war. Its two
  negotiators have the ideals, limits and saliences of the case, and concede by time (boulware). A step is one offer of
  each. In our sessions, too, everybody makes one offer: there are six. Our Mesa model takes one step a day.
- Small numbers of runs are played as many times as make 100,000. Starting the process and reading the case are not
  counted, but for the lines that name a whole process.
- A chunk on disk is checked: written, flushed to the disk, named with its hash in the manifest.
- The rules are compiled into an empty folder, and then nothing may be compiled again for the same sources.
- Of a screening all is counted from the case to the table of the numbers, with its results kept on disk; what is
  played beside it is not kept.
- A plot is timed in a process that has played but not drawn before.

A goal is what was aimed at before anything was built. A goal that is missed says so."""
REPEATING: Final = """\
## How to repeat it

```sh
make benchmark                                    # all of them, in about an hour; the machine should do nothing else
.venv/bin/python -m tests.benchmarks mesa threads # some of them, by name
.venv/bin/python -m tests.benchmarks --quick      # whether they run at all: a hundredth of the size, nothing written
make docs                                         # this page, from the figures in performance.json
```

Figures of another machine or version are thrown away when new ones are written: a table has one machine."""


def main() -> None:
    """Print the machine, the table, how to read it and how to repeat it."""
    told = json.loads(FIGURES.read_text(encoding="utf-8"))
    print(FOREWORD)
    print("\n## The machine\n\n| | |\n|---|---|")
    for what, value in {**told["machine"], "sim": told["version"]}.items():
        print(f"| {what} | {value} |")
    print("\n## The figures\n\n| name | what is divided by what | ratio | goal | | costs |\n|---|---|---|---|---|---|")
    for name, figure in told["figures"].items():
        print(f"| `{name}` | {' | '.join(cells(figure))} |")
    print(f"\n{READING}\n\n{REPEATING}")


def cells(figure: dict[str, Any]) -> list[str]:
    """The cells of a figure's row, but for its name."""
    least, most = min(figure["ratios"]), max(figure["ratios"])
    return [
        f"{figure['one']} / {figure['other']}",
        f"{short(figure['ratio'])} ({short(least)} to {short(most)}{turns(figure)})",
        figure["goal"],
        "met" if figure["met"] else "**missed**",
        f"{cost(figure['median_of_one'], figure['unit'])} / {cost(figure['median_of_other'], figure['unit'])}",
    ]


def turns(figure: dict[str, Any]) -> str:
    """How often it was timed, if less than five times."""
    times = len(figure["ratios"])
    return f"; {times} {'turn' if times == 1 else 'turns'}" if times < FIVE else ""


def short(number: float) -> str:
    """Three digits, or all of a large whole number."""
    return f"{number:,.0f}" if number >= 100 else f"{number:.3g}"


def cost(number: float, unit: str) -> str:
    """A cost in the unit in which it is easily read."""
    if unit == "bytes":
        return f"{short(number / 1e6)} MB"
    if unit == "runs":
        return f"{number:,.0f} runs"
    scale, name = next(
        each for each in ((1.0, "s"), (1e3, "ms"), (1e6, "µs")) if number * each[0] >= 1 or each[0] == 1e6
    )
    return f"{short(number * scale)} {name}" + (" a run" if unit.endswith("a run") else "")


if __name__ == "__main__":
    main()
