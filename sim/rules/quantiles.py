"""A number that is not known for sure: the value of its distribution below which a share u lies.

Each takes u in (0, 1) and up to three parameters, as they are written in a case.
"""

from collections.abc import Callable
from math import sqrt
from typing import Final

from sim.rules.arithmetic import exp, log, normal_quantile

HALVINGS: Final = 60
FRACTIONS: Final = 300
PRECISE: Final = 1e-15
SMALLEST: Final = 1e-300
HALF_LOG_2_PI: Final = 0.9189385332046727


def normal(u: float, mean: float, sd: float, unused: float) -> float:
    """A normal number: mean + sd * z, z the standard normal deviate (Wichura 1988)."""
    return mean + sd * normal_quantile(u)


def uniform(u: float, low: float, high: float, unused: float) -> float:
    """Anything between two ends: low + u * (high - low)."""
    return low + u * (high - low)


def triangular(u: float, low: float, mode: float, high: float) -> float:
    """The inverse of the triangular distribution (Kotz and van Dorp 2004, ch. 1)."""
    width = high - low
    if u * width < mode - low:
        return low + sqrt(u * width * (mode - low))
    return high - sqrt((1.0 - u) * width * (high - mode))


def beta(u: float, a: float, b: float, unused: float) -> float:
    """The x in [0, 1] at which the regularised incomplete beta function I_x(a, b) is u, by halving 60 times."""
    low, high = 0.0, 1.0
    for _ in range(HALVINGS):
        middle = (low + high) / 2.0
        if beta_share(middle, a, b) < u:
            low = middle
        else:
            high = middle
    return (low + high) / 2.0


def pert(u: float, low: float, mode: float, high: float) -> float:
    """A beta distribution stretched from low to high with its mode at `mode` (Malcolm and others 1959)."""
    width = high - low
    return low + width * beta(u, 1.0 + 4.0 * (mode - low) / width, 1.0 + 4.0 * (high - mode) / width, 0.0)


QUANTILES: Final[dict[str, Callable[[float, float, float, float], float]]] = {
    "normal": normal,
    "uniform": uniform,
    "triangular": triangular,
    "beta": beta,
    "pert": pert,
}
NORMAL: Final = list(QUANTILES).index("normal")


def beta_share(x: float, a: float, b: float) -> float:
    """I_x(a, b): the share of a beta distribution below x (Abramowitz and Stegun 1964, 26.5.8), within 1e-12."""
    if x <= 0.0 or x >= 1.0:
        return 0.0 if x <= 0.0 else 1.0
    front = exp(log_gamma(a + b) - log_gamma(a) - log_gamma(b) + a * log(x) + b * log(1.0 - x))
    if x < (a + 1.0) / (a + b + 2.0):
        return front * fraction(x, a, b) / a
    return 1.0 - front * fraction(1.0 - x, b, a) / b


def fraction(x: float, a: float, b: float) -> float:
    """The continued fraction of the incomplete beta function, by Lentz's method (Thompson and Barnett 1986)."""
    c = 1.0
    d = 1.0 / away_from_zero(1.0 - (a + b) * x / (a + 1.0))
    value = d
    for m in range(1, FRACTIONS):
        even = m * (b - m) * x / ((a + 2 * m - 1.0) * (a + 2 * m))
        d = 1.0 / away_from_zero(1.0 + even * d)
        c = away_from_zero(1.0 + even / c)
        value *= d * c
        odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1.0))
        d = 1.0 / away_from_zero(1.0 + odd * d)
        c = away_from_zero(1.0 + odd / c)
        value *= d * c
        if abs(d * c - 1.0) < PRECISE:
            break
    return value


def away_from_zero(x: float) -> float:
    """A divisor that is not 0."""
    return SMALLEST if abs(x) < SMALLEST else x


def log_gamma(x: float) -> float:
    """The logarithm of the gamma function for x > 0: Stirling's series, after a shift to x >= 10, within 1e-13."""
    shift = 0.0
    while x < 10.0:
        shift += log(x)
        x += 1.0
    r = 1.0 / (x * x)
    series = ((((r / 1188.0 - 1.0 / 1680.0) * r + 1.0 / 1260.0) * r - 1.0 / 360.0) * r + 1.0 / 12.0) / x
    return (x - 0.5) * log(x) - x + HALF_LOG_2_PI + series - shift
