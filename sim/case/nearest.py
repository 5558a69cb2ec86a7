"""The right name nearest to a wrong one."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches


def nearest(wrong: str, names: Iterable[str], cutoff: float = 0.6) -> str | None:
    """The name that was probably meant; None if nothing is near."""
    known = list(names)
    plain = "_".join(wrong.lower().replace("-", " ").split())[:100]
    if plain in known:
        return plain
    found = get_close_matches(plain, known, n=1, cutoff=cutoff)
    return found[0] if found else None


def guess(suggestion: str | None, names: Sequence[str]) -> str:
    """Ask whether the nearest name was meant or, if none is near, say what there is."""
    if suggestion:
        return f"Did you mean {suggestion}?"
    if not names:
        return "There is none at all."
    shown = ", ".join(sorted(names)[:24])
    return f"There {'is' if len(names) == 1 else 'are'}: {shown}{', …' if len(names) > 24 else ''}."
