"""Chance has addresses, and the numbers there are as good as random."""

import math
from collections import Counter
from hashlib import sha256

import numpy as np
import pytest

from sim.case.identity import identity
from sim.talks import chance
from sim.talks.circumstances import Luck

ONES = 0xFFFFFFFF
PURPOSES = {
    "IDEAL": 1, "LIMIT": 2, "ATTACKS": 3, "AUTHOR": 4, "PROOF": 5, "PEOPLE": 6, "PROLONGATION": 7, "VOTE": 8,
    "MEETING": 9, "LIST": 10, "ORDER": 11, "TEXT": 12, "WALKOUT": 13, "RETURN": 14, "NO_SHOW": 15, "DATE": 16,
    "NUMBER": 17,
}  # fmt: skip


@pytest.mark.parametrize(
    ("key", "counter", "word"),
    [
        ((0, 0), (0, 0, 0, 0), 0x6627E8D5),
        ((ONES, ONES), (ONES, ONES, ONES, ONES), 0x408F276D),
        ((0xA4093822, 0x299F31D0), (0x243F6A88, 0x85A308D3, 0x13198A2E, 0x03707344), 0xD16CFE09),
    ],
)
def test_philox_gives_the_published_answers(
    key: tuple[int, int], counter: tuple[int, int, int, int], word: int
) -> None:
    assert chance.philox(*key, *counter) == word


@pytest.mark.parametrize(("name", "number"), PURPOSES.items())
def test_every_purpose_has_the_number_of_the_rule_book(name: str, number: int) -> None:
    assert getattr(chance, name) == number


@pytest.mark.parametrize("name", ["government", "government/prisoners", "delegations.hills.trust.kingdom", ""])
def test_a_name_is_known_by_the_first_four_bytes_of_its_digest(name: str) -> None:
    assert identity(name) == int(sha256(name.encode()).hexdigest()[:8], 16)


def test_an_address_is_seed_replicate_step_who_and_what_for() -> None:
    luck = chance.luck_of(5 * 2**32 + 3, 7 * 2**32 + 9)
    assert (luck.seed_low, luck.seed_high, luck.replicate_low, luck.replicate_high) == (3, 5, 9, 7)
    word = chance.philox(3, 5, 9, 11, 13, 15 + 2**16 * 7)
    assert chance.uniform(luck, 11, 13, 15) == (word + 0.5) / 2**32
    assert chance.on_day(luck, -3, 13, 15) == chance.uniform(luck, 2**16 - 3, 13, 15)


def test_the_least_and_the_greatest_number_lie_within_0_and_1() -> None:
    assert (0 + 0.5) * chance.UNIT == 2**-33
    assert (ONES + 0.5) * chance.UNIT == 1 - 2**-33


def drawn(count: int, purpose: int) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """Look up one number of each of many replicates."""
    return np.array([chance.uniform(Luck(1, 0, replicate, 0), 3, 77, purpose) for replicate in range(count)])


def test_numbers_fill_a_hundred_boxes_alike() -> None:
    count = 50_000
    filled = Counter((drawn(count, chance.LIST) * 100).astype(int).tolist())
    expected = count / 100
    chi_square = sum((filled[box] - expected) ** 2 / expected for box in range(100))
    assert 99 - 4 * math.sqrt(2 * 99) <= chi_square <= 99 + 4 * math.sqrt(2 * 99)


def test_numbers_of_neighbouring_addresses_are_not_correlated() -> None:
    count = 30_000
    lists, orders = drawn(count, chance.LIST), drawn(count, chance.ORDER)
    bound = 4 / math.sqrt(count)
    assert abs(np.corrcoef(lists, orders)[0, 1]) <= bound
    assert abs(np.corrcoef(lists[1:], lists[:-1])[0, 1]) <= bound
