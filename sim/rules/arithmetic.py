"""Exponentials, logarithms and quantiles that give the same bits on every machine.

Numpy, the C library and compilers disagree in the last bits of exp, log and powers. These are written
from + - * / alone, in a fixed order, so that a run is the same wherever it is played.
"""

from math import sqrt
from typing import Final

INFINITY: Final = float("inf")
LOG2_E: Final = 1.4426950408889634
LN2_HIGH: Final = 0.6931471803691238
LN2_LOW: Final = 1.9082149292705877e-10
EXP_HIGHEST: Final = 709.0
EXP_LOWEST: Final = -708.0
SERIES_TERMS: Final = 12
TINY: Final = 1e-12


def least(first: float, second: float) -> float:
    """The smaller of two; the first where they are equal."""
    return second if second < first else first


def most(first: float, second: float) -> float:
    """The larger of two; the first where they are equal."""
    return second if second > first else first


def clip(value: float, low: float, high: float) -> float:
    """Keep a value within [low, high]."""
    return least(most(value, low), high)


def power_of_two(exponent: int) -> float:
    """2 to a whole power, exact, for exponents from -1021 to 1023."""
    factor = 2.0 if exponent > 0 else 0.5
    left = exponent if exponent > 0 else -exponent
    result = 1.0
    while left > 0:
        if left % 2 == 1:
            result *= factor
        factor *= factor
        left //= 2
    return result


def exp(x: float) -> float:
    """Raise e to the x, within 2 units in the last place; 0 below -708, infinite above 709.

    Reduced by whole powers of 2 (Cody and Waite 1980), then a Taylor polynomial of degree 13.
    """
    if x > EXP_HIGHEST:
        return INFINITY
    if x < EXP_LOWEST:
        return 0.0
    halves = x * LOG2_E + 0.5
    whole = int(halves)
    if whole > halves:
        whole -= 1
    rest = (x - whole * LN2_HIGH) - whole * LN2_LOW
    return _near_one(rest) * power_of_two(whole)


def _near_one(r: float) -> float:
    high = ((((((1.6059043836821613e-10 * r + 2.08767569878681e-09) * r + 2.505210838544172e-08) * r
              + 2.755731922398589e-07) * r + 2.7557319223985893e-06) * r + 2.48015873015873e-05) * r
            + 0.0001984126984126984)  # fmt: skip
    return (((((((high * r + 0.001388888888888889) * r + 0.008333333333333333) * r + 0.041666666666666664) * r
              + 0.16666666666666666) * r + 0.5) * r + 1.0) * r + 1.0)  # fmt: skip


def log(x: float) -> float:
    """Natural logarithm of x > 0; minus infinity at 0.

    x = m * 2^k with m near 1, then log m = 2 artanh((m - 1) / (m + 1)) as a series.
    """
    if x <= 0.0:
        return -INFINITY
    doublings = 0
    while x > 1.5:
        x *= 0.5
        doublings += 1
    while x < 0.75:
        x *= 2.0
        doublings -= 1
    ratio = (x - 1.0) / (x + 1.0)
    square = ratio * ratio
    series = 0.0
    for term in range(SERIES_TERMS, -1, -1):
        series = series * square + 1.0 / (2 * term + 1)
    return doublings * LN2_HIGH + (doublings * LN2_LOW + 2.0 * ratio * series)


def power(base: float, exponent: float) -> float:
    """A base in [0, 1] or above to a real power; 0 stays 0, 1 stays 1."""
    return exp(exponent * log(base)) if base > 0.0 else 0.0


def logistic(z: float) -> float:
    """Turn a leaning into a probability: 1 / (1 + exp(-z))."""
    if z >= 0.0:
        return 1.0 / (1.0 + exp(-z))
    risen = exp(z)
    return risen / (1.0 + risen)


def normal_quantile(u: float) -> float:
    """The standard normal deviate below which a share u in (0, 1) lies (Wichura 1988, AS 241, PPND16)."""
    from_middle = u - 0.5
    if -0.425 <= from_middle <= 0.425:
        return _middle(from_middle)
    tail = sqrt(-log(u if from_middle < 0.0 else 1.0 - u))
    deviate = _near_tail(tail - 1.6) if tail <= 5.0 else _far_tail(tail - 5.0)
    return -deviate if from_middle < 0.0 else deviate


def _middle(q: float) -> float:
    r = 0.180625 - q * q
    above = (((((((2509.0809287301226727 * r + 33430.575583588128105) * r + 67265.770927008700853) * r
                 + 45921.953931549871457) * r + 13731.693765509461125) * r + 1971.5909503065514427) * r
              + 133.14166789178437745) * r + 3.387132872796366608)  # fmt: skip
    below = (((((((5226.495278852854561 * r + 28729.085735721942674) * r + 39307.89580009271061) * r
                 + 21213.794301586595867) * r + 5394.1960214247511077) * r + 687.1870074920579083) * r
              + 42.313330701600911252) * r + 1.0)  # fmt: skip
    return q * above / below


def _near_tail(r: float) -> float:
    above = (((((((7.7454501427834140764e-4 * r + 0.0227238449892691845833) * r + 0.24178072517745061177) * r
                 + 1.27045825245236838258) * r + 3.64784832476320460504) * r + 5.7694972214606914055) * r
              + 4.6303378461565452959) * r + 1.42343711074968357734)  # fmt: skip
    below = (((((((1.05075007164441684324e-9 * r + 5.475938084995344946e-4) * r + 0.0151986665636164571966) * r
                 + 0.14810397642748007459) * r + 0.68976733498510000455) * r + 1.6763848301838038494) * r
              + 2.05319162663775882187) * r + 1.0)  # fmt: skip
    return above / below


def _far_tail(r: float) -> float:
    above = (((((((2.01033439929228813265e-7 * r + 2.71155556874348757815e-5) * r + 0.0012426609473880784386) * r
                 + 0.026532189526576123093) * r + 0.29656057182850489123) * r + 1.7848265399172913358) * r
              + 5.4637849111641143699) * r + 6.6579046435011037772)  # fmt: skip
    below = (((((((2.04426310338993978564e-15 * r + 1.4215117583164458887e-7) * r + 1.8463183175100546818e-5) * r
                 + 7.868691311456132591e-4) * r + 0.0148753612908506148525) * r + 0.13692988092273580531) * r
              + 0.59983220655588793769) * r + 1.0)  # fmt: skip
    return above / below
