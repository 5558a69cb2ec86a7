"""Single values for random cases: shares, days, and numbers that may be distributions."""

from datetime import date, timedelta
from typing import Any, Final

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

START: Final = date(2030, 3, 4)
shares: Final = st.integers(0, 20).map(lambda twentieths: twentieths / 20)
odd_shares: Final = st.integers(1, 998).map(lambda parts: parts / 999)


def distributions() -> SearchStrategy[Any]:
    """A distribution of each kind, between 0 and 1."""
    return st.sampled_from(
        [
            {"normal": {"mean": 0.4, "sd": 0.2}},
            {"uniform": [0.1, 0.7]},
            {"triangular": [0.1, 0.3, 0.9]},
            {"beta": [2.0, 3.0]},
            {"pert": [0.0, 0.2, 0.8]},
        ]
    )


def numbers() -> SearchStrategy[Any]:
    """A share, round or odd, now and then a distribution."""
    return st.one_of(shares, odd_shares, odd_shares, distributions())


def flags(one_in: int) -> SearchStrategy[bool]:
    """A yes once in so many times."""
    return st.integers(1, one_in).map(lambda number: number == one_in)


def days_after(first: int, last: int) -> SearchStrategy[date]:
    """A date some days after the start of the calendar."""
    return st.integers(first, last).map(lambda day: START + timedelta(days=day))


def maybe(key: str, values: SearchStrategy[Any]) -> SearchStrategy[dict[str, Any]]:
    """A key with a value, or no key."""
    return st.one_of(st.just({}), values.map(lambda value: {key: value}))
