"""The right name nearest to a wrong one."""

from collections.abc import Collection, Iterable
from difflib import get_close_matches
from itertools import islice
from typing import Final

MOST_COMPARED: Final = 200
MOST_SHOWN: Final = 24


def nearest(wrong: str, names: Collection[str]) -> str | None:
    """The name that was probably meant; None if nothing is near."""
    plain = "_".join(wrong.lower().replace("-", " ").split())[:100]
    if plain in names:
        return plain
    found = get_close_matches(plain, _comparable(plain, names), n=3)
    return next((name for name in found if name[:1] == plain[:1]), found[0] if found else None)


def _comparable(plain: str, names: Collection[str]) -> list[str]:
    """The names that are worth a comparison: all of them, or those with the same first letter where there are many."""
    likely: Iterable[str] = names
    if len(names) > MOST_COMPARED:
        likely = (name for name in names if name[:1] == plain[:1])
    return list(islice(likely, MOST_COMPARED))


def guess(suggestion: str | None, names: Collection[str]) -> str:
    """Ask whether the nearest name was meant or, if none is near, say what there is."""
    if suggestion:
        return f"Did you mean {suggestion}?"
    if not names:
        return "There is none at all."
    return f"There {'is' if len(names) == 1 else 'are'}: {several(sorted(names))}."


def several(names: Iterable[str]) -> str:
    """Some names for a sentence; the first of them where there are many."""
    shown = list(islice(names, MOST_SHOWN + 1))
    return ", ".join(shown[:MOST_SHOWN]) + (", …" if len(shown) > MOST_SHOWN else "")
