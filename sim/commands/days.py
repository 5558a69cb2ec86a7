"""Days and numbers as people write them; the words stand with the case, since handouts say them, too."""

from sim.case.days import DAYS, MONTHS, dated, listed, long, number, numbered, short

__all__ = ["DAYS", "MONTHS", "dated", "listed", "long", "number", "numbered", "short"]
