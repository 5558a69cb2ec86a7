"""Counts in a sentence: ``two attacks``, ``14 attacks``; people are whole."""

import math

SPELLED = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def spelled(count: int) -> str:
    """A count as it stands in a sentence: in letters up to ten."""
    return SPELLED[count] if count < len(SPELLED) else f"{count:,}"


def counted(count: int, one: str, more: str = "") -> str:
    """A count with its noun: ``one attack``, ``14 attacks``."""
    return f"{spelled(count)} {one if count == 1 else more or one + 's'}"


def heads(people: float) -> str:
    """How many people, the last one counted only when he is out."""
    return f"{_whole(people):,}"


def gone(out: float, people: float) -> int:
    """How many left on a day with which so many are out, so that the days add up to what is told so far."""
    return _whole(out) - _whole(out - people)


def _whole(people: float) -> int:
    return math.floor(people + 1e-9)


def sentence(text: str) -> str:
    """A text as a sentence: a capital at the start, a full stop at the end."""
    text = text[:1].upper() + text[1:]
    return text if not text or text[-1] in ".!?…" else text + "."


def hundredths(share: float) -> str:
    """A part of a whole, in whole per cent, never more than is there: ``9 %``."""
    return f"{math.floor(100 * share + 1e-9)} %"


def gap(closed: float) -> str:
    """How much of a gap is closed or, where the sides drift apart, how much wider it is: ``gap closed 9 %``."""
    wider = math.floor(-100 * closed + 1e-9)
    if wider < 1:
        return f"gap closed {hundredths(max(closed, 0.0))}"
    return f"gap grown {wider} %" if wider < 1000 else "gap far wider"
