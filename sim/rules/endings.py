"""How a round of talks can end, from most agreement to least."""

from typing import Final, NamedTuple


class Ending(NamedTuple):
    """One way for a round to end: its words for a table, and what it means."""

    words: str
    meaning: str


ENDINGS: Final[dict[str, Ending]] = {
    "comprehensive": Ending("comprehensive deal", "every issue is agreed"),
    "partial": Ending("partial deal", "a security or political issue is agreed, not all"),
    "adjourned_with_date": Ending("next round dated", "no political deal; a date for another round is named"),
    "adjourned_without_date": Ending("list, no date", "the list of items is agreed, a date is not"),
    "stalemate": Ending("stalemate", "not even the list of items is agreed"),
    "suspended": Ending("suspended", "the mediator called the last session off"),
    "walkout": Ending("walkout", "a delegation that walked out is still away at the close"),
    "no_show": Ending("no-show", "a delegation did not come: the round did not open"),
}
COMPREHENSIVE, PARTIAL, WITH_DATE, WITHOUT_DATE, STALEMATE, SUSPENDED, WALKOUT, NO_SHOW = range(8)


def ending(all_agreed: bool, political: bool, away: int, called_off: bool, dated: bool, listed: bool) -> int:
    """Name the ending of a round that was held: the first that fits (its place in ENDINGS). Their order is ours."""
    if all_agreed:
        return COMPREHENSIVE
    if political:
        return PARTIAL
    if away > 0:
        return WALKOUT
    if called_off:
        return SUSPENDED
    if dated:
        return WITH_DATE
    return WITHOUT_DATE if listed else STALEMATE
