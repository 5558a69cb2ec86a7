"""Numbers of a case as they are shown; the words stand with the case, since handouts say them, too."""

from sim.case.quantities import hundredths, people, quantity

__all__ = ["hundredths", "people", "quantity"]
