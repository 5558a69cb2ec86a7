"""Print the page about the rules, from the rules."""

import inspect
from collections.abc import Callable, Iterator
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import Any

import sim.rules

FOREWORD = """\
# The rules

What each actor does, one small function each: numbers in, a number out. A rule knows no chance, no clock and no file;
chance is handed to it. All numbers lie in [0, 1] unless it is said; time is in days. Names are those of a case file
([the scenario reference](scenario-reference.md)). "Ours" is an assumption of our own. The order of events in a session
is in [the description of the model](odd.md)."""

ORDER = (
    *("ground", "blame", "relief", "council", "resolve", "answers", "walkouts", "great_powers", "formats", "agenda"),
    *("tactics", "styles", "settlements", "bargaining", "voting", "texts", "progress"),
    *("occurrences", "endings", "arithmetic", "quantiles"),
)
"""The rules as a day goes by; whatever is not named here follows at the end."""


def main() -> None:
    """Print each file of rules: what it is about, its families, its functions."""
    print(FOREWORD)
    names = [module.name for module in iter_modules(sim.rules.__path__)]
    for name in sorted(names, key=lambda name: (*ORDER, name).index(name)):
        module = import_module(f"sim.rules.{name}")
        print(f"\n## {name.replace('_', ' ').capitalize()}\n\n{_prose(inspect.getdoc(module) or '')}")
        print(f"\nIn `sim/rules/{name}.py`.")
        for family, members in _families(module):
            print(f"\n`{family}`: {', '.join(f'`{member}`' for member in members)}.")
        for rule in _rules(module):
            print(f"\n### {rule.__name__}\n\n{_told(rule)}")


def _families(module: ModuleType) -> Iterator[tuple[str, dict[str, Any]]]:
    for name, value in vars(module).items():
        if name.isupper() and isinstance(value, dict) and all(isinstance(key, str) for key in value):
            yield name, value


def _rules(module: ModuleType) -> list[Callable[..., object]]:
    functions = [value for _, value in inspect.getmembers(module, inspect.isfunction)]
    own = [rule for rule in functions if rule.__module__ == module.__name__ and not rule.__name__.startswith("_")]
    return sorted(own, key=lambda rule: rule.__code__.co_firstlineno)


def _told(rule: Callable[..., object]) -> str:
    """The first paragraph in prose, then what it takes, then the rest as it stands."""
    first, _, rest = (inspect.getdoc(rule) or "").partition("\n\n")
    takes = ", ".join(f"`{name}`" for name in inspect.signature(rule).parameters)
    return f"{_prose(first)}\n\nTakes {takes or 'nothing'}." + (f"\n\n```text\n{rest}\n```" if rest else "")


def _prose(text: str) -> str:
    return text.replace("*", r"\*").replace("<", r"\<")


if __name__ == "__main__":
    main()
