"""What a single value means: as a person expects, or refused."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.case import Mistakes, read
from sim.case.node import Scalar
from sim.case.place import Place, Sheet
from sim.case.scalar import Unfit, day, number
from tests.reading.written import BRIDGE

HERE = Place(Sheet("here", ("",)), 1, 1)


def spread(written: Callable[..., str], value: str) -> object:
    """The spread that a case has when this is written for it."""
    return read(written(f"{BRIDGE}spread: {value}\n")).spread


@pytest.mark.parametrize(
    ("value", "meant"),
    [
        ("0", 0),
        ("1", 1),
        ("0.25", 0.25),
        (".5", 0.5),
        ("1.", 1),
        ("+0.5", 0.5),
        ("5e-1", 0.5),
        ("1E-3", 0.001),
        ("-0", 0),
    ],
)
def test_a_decimal_number_is_what_it_says(written: Callable[..., str], value: str, meant: float) -> None:
    assert spread(written, value) == meant


def test_minus_zero_is_zero(written: Callable[..., str]) -> None:
    assert str(spread(written, "-0.0")) == "0.0"


def test_a_thousand_may_be_written_with_an_exponent(written: Callable[..., str]) -> None:
    calendar = BRIDGE.replace("2030-05-06}", "2030-05-06, horizon_days: 1e3}")
    assert read(written(calendar)).calendar.horizon_days == 1000


@pytest.mark.parametrize(
    "word", ["no", "off", "NO", "yes", "y", "2014", "1e3", "12:30", "2014-02-30", "true", "~", "=", "0o7"]
)
def test_words_are_kept_as_they_are_written_where_words_are_wanted(written: Callable[..., str], word: str) -> None:
    assert read(written(BRIDGE.replace("title: A bridge", f"title: {word}"))).title == word


def test_the_word_null_stands_in_quotes(written: Callable[..., str]) -> None:
    assert read(written(BRIDGE.replace("A bridge", '"null"'))).title == "null"
    with pytest.raises(Mistakes, match="null takes out what is inherited"):
        read(written(BRIDGE.replace("A bridge", "null")))


@pytest.mark.parametrize(
    "value", ["1:30", "017", "0o17", "1_000", ".nan", ".inf", "1e999", "1,5", "50%", '"0.5"', "true", "no"]
)
def test_what_is_not_a_decimal_number_is_refused_with_the_remedy(written: Callable[..., str], value: str) -> None:
    with pytest.raises(Mistakes) as caught:
        spread(written, value)
    (mistake,) = caught.value.items
    assert (mistake.line, mistake.column, mistake.path) == (8, 9, "spread")
    assert mistake.message.count(".") >= 1


@given(st.floats(0, 1, allow_nan=False))
def test_every_number_is_read_as_it_is_printed(value: float) -> None:
    assert number(Scalar(repr(value), plain=True, place=HERE)) == value


@given(st.dates(date(1000, 1, 1), date(2999, 12, 31)))
def test_every_day_is_read_as_it_is_printed(value: date) -> None:
    assert day(Scalar(value.isoformat(), plain=True, place=HERE)) == value


@given(st.text(max_size=30), st.booleans())
def test_no_text_breaks_the_reading_of_a_number_or_a_day(text: str, plain: bool) -> None:  # noqa: FBT001
    for read_one in (number, day):
        assert isinstance(_read(read_one, Scalar(text, plain=plain, place=HERE)), float | date | Unfit)


def _read(read_one: Callable[[Scalar], float | date], scalar: Scalar) -> float | date | Unfit:
    try:
        return read_one(scalar)
    except Unfit as unfit:
        return unfit


def test_a_day_may_stand_in_quotes(written: Callable[..., str]) -> None:
    assert read(written(BRIDGE.replace("2030-05-06", '"2030-05-06"'))).calendar.start == date(2030, 5, 6)


def test_the_length_of_february_is_told(written: Callable[..., str]) -> None:
    with pytest.raises(Mistakes, match="There is no such day: February 2100 has 28 days"):
        read(written(BRIDGE.replace("2030-05-06", "2100-02-29")))
