"""Chance with addresses, a second time: Philox4x32-10 and the inverses of the distributions."""

from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from statistics import NormalDist

from scipy.stats import beta as beta_distribution

WORD = 0xFFFFFFFF
PURPOSES = {
    "ideal": 1,
    "limit": 2,
    "attacks": 3,
    "author": 4,
    "proof": 5,
    "people": 6,
    "prolongation": 7,
    "vote": 8,
    "meeting": 9,
    "list": 10,
    "order": 11,
    "text": 12,
    "walkout": 13,
    "return": 14,
    "no_show": 15,
    "date": 16,
    "number": 17,
}
DAILY = 2**16
Words = tuple[int, int, int, int]


def philox(counter: Words, key: tuple[int, int]) -> Words:
    """Four random words from a counter and a key, in ten rounds (Salmon and others 2011)."""
    a, b, c, d = counter
    low, high = key
    for _ in range(10):
        first, second = a * 0xD2511F53, c * 0xCD9E8D57
        a, b, c, d = second >> 32 ^ b ^ low, second & WORD, first >> 32 ^ d ^ high, first & WORD
        low, high = low + 0x9E3779B9 & WORD, high + 0xBB67AE85 & WORD
    return a, b, c, d


@cache
def identity(name: str) -> int:
    """Give the number that stands for a YAML key in an address; an empty name is nobody, 0."""
    return int.from_bytes(sha256(name.encode()).digest()[:4], "big") if name else 0


@dataclass(frozen=True)
class Chance:
    """The luck of one replicate."""

    seed: int
    replicate: int

    def uniform(self, step: int, purpose: str, name: str = "") -> float:
        """Look up the number in (0, 1) at an address; always the same one."""
        where = PURPOSES[purpose] + 65536 * (self.replicate >> 32 & 0xFFFF)
        counter = (self.replicate & WORD, step & WORD, identity(name), where)
        return (philox(counter, (self.seed & WORD, self.seed >> 32 & WORD))[0] + 0.5) / 2**32

    def daily(self, day: int, purpose: str, name: str = "") -> float:
        """Look up a number that belongs to a day."""
        return self.uniform(day + DAILY, purpose, name)


def normal(u: float) -> float:
    """Invert the standard normal distribution (the standard library has Wichura's AS 241)."""
    return NormalDist().inv_cdf(u)


def triangular(low: float, mode: float, high: float, u: float) -> float:
    """Invert the triangular distribution."""
    if high <= low:
        return low
    if u < (mode - low) / (high - low):
        return low + float((u * (high - low) * (mode - low)) ** 0.5)
    return high - float(((1 - u) * (high - low) * (high - mode)) ** 0.5)


def pert(low: float, mode: float, high: float, u: float) -> float:
    """Invert the PERT distribution: a beta with weight 4 on the mode."""
    if high <= low:
        return low
    a, b = 1 + 4 * (mode - low) / (high - low), 1 + 4 * (high - mode) / (high - low)
    return low + (high - low) * float(beta_distribution.ppf(u, a, b))


def quantile(kind: str, given: list[float], u: float) -> float:
    """Invert any of the distributions that a scenario may name."""
    if kind == "normal":
        return given[0] + given[1] * normal(u)
    if kind == "uniform":
        return given[0] + (given[1] - given[0]) * u
    if kind == "beta":
        return float(beta_distribution.ppf(u, given[0], given[1]))
    return (triangular if kind == "triangular" else pert)(given[0], given[1], given[2], u)
