"""Chance has addresses: every random number can be looked up alone, by seed, replicate, step, who and what for.

The generator is Philox4x32-10 (Salmon, Moraes, Dror and Shaw 2011, "Parallel random numbers: as easy as
1, 2, 3"): the key is the seed, the counter is the address. The scenario is not in the address, so two
scenarios see the same luck, and adding an actor or a rule leaves all other numbers as they were.
"""

from typing import Final

from sim.rules.arithmetic import normal_quantile
from sim.talks.circumstances import Luck

WORD: Final = 0xFFFFFFFF
MULTIPLIER_0: Final = 0xD2511F53
MULTIPLIER_1: Final = 0xCD9E8D57
WEYL_0: Final = 0x9E3779B9
WEYL_1: Final = 0xBB67AE85
UNIT: Final = 2.3283064365386963e-10
DAYS: Final = 65536

IDEAL: Final = 1
LIMIT: Final = 2
ATTACKS: Final = 3
AUTHOR: Final = 4
PROOF: Final = 5
PEOPLE: Final = 6
PROLONGATION: Final = 7
VOTE: Final = 8
MEETING: Final = 9
LIST: Final = 10
ORDER: Final = 11
TEXT: Final = 12
WALKOUT: Final = 13
RETURN: Final = 14
NO_SHOW: Final = 15
DATE: Final = 16
NUMBER: Final = 17
DESIGN: Final = 18


def luck_of(seed: int, replicate: int) -> Luck:
    """Where the chance of one run stands: seed in [0, 2^64), replicate in [0, 2^48)."""
    return Luck(seed & WORD, seed >> 32, replicate & WORD, replicate >> 32)


def philox(key_0: int, key_1: int, counter_0: int, counter_1: int, counter_2: int, counter_3: int) -> int:
    """The first word of Philox4x32-10 for a key of two words and a counter of four (each 0 to 2^32 - 1)."""
    for _ in range(10):
        product_0 = MULTIPLIER_0 * counter_0
        product_1 = MULTIPLIER_1 * counter_2
        counter_0 = ((product_1 >> 32) & WORD) ^ counter_1 ^ key_0
        counter_1 = product_1 & WORD
        counter_2 = ((product_0 >> 32) & WORD) ^ counter_3 ^ key_1
        counter_3 = product_0 & WORD
        key_0 = (key_0 + WEYL_0) & WORD
        key_1 = (key_1 + WEYL_1) & WORD
    return counter_0


def uniform(luck: Luck, step: int, who: int, purpose: int) -> float:
    """The number in (0, 1) at an address: (word + 0.5) / 2^32."""
    last = purpose + DAYS * luck.replicate_high
    return (philox(luck.seed_low, luck.seed_high, luck.replicate_low, step, who, last) + 0.5) * UNIT


def on_day(luck: Luck, day: int, who: int, purpose: int) -> float:
    """The number in (0, 1) for a day of the calendar (day 0 is its start; earlier days are negative)."""
    return uniform(luck, day + DAYS, who, purpose)


def normal_on_day(luck: Luck, day: int, who: int, purpose: int) -> float:
    """The standard normal deviate for a day of the calendar."""
    return normal_quantile(on_day(luck, day, who, purpose))
