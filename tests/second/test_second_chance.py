from math import isclose

import pytest

from tests.second.chance import Chance, identity, normal, philox, quantile

ONES = 0xFFFFFFFF
KNOWN = [
    ((0, 0, 0, 0), (0, 0), (0x6627E8D5, 0xE169C58D, 0xBC57AC4C, 0x9B00DBD8)),
    ((ONES, ONES, ONES, ONES), (ONES, ONES), (0x408F276D, 0x41C83B0E, 0xA20BC7C6, 0x6D5451FD)),
    (
        (0x243F6A88, 0x85A308D3, 0x13198A2E, 0x03707344),
        (0xA4093822, 0x299F31D0),
        (0xD16CFE09, 0x94FDCCEB, 0x5001E420, 0x24126EA1),
    ),
]


@pytest.mark.parametrize(("counter", "key", "answer"), KNOWN)
def test_philox_gives_the_published_answers(
    counter: tuple[int, int, int, int], key: tuple[int, int], answer: tuple[int, int, int, int]
) -> None:
    assert philox(counter, key) == answer


def test_an_address_is_replicate_step_name_and_purpose() -> None:
    word = philox((7, 65536 - 3, identity("homs"), 3), (1, 2))[0]
    assert Chance(1 + 2 * 2**32, 7).daily(-3, "attacks", "homs") == (word + 0.5) / 2**32


def test_a_large_replicate_spills_into_the_purpose() -> None:
    word = philox((5, 0, identity("china"), 8 + 65536 * 9), (1, 0))[0]
    assert Chance(1, 5 + 9 * 2**32).uniform(0, "vote", "china") == (word + 0.5) / 2**32


def test_nobody_has_the_number_0_and_a_name_the_first_bytes_of_its_sha_256() -> None:
    assert (identity(""), identity("abc")) == (0, 0xBA7816BF)


CASES = [
    ("normal", [2.0, 3.0], 0.5, 2.0),
    ("normal", [0.0, 1.0], 0.975, 1.959963984540054),
    ("uniform", [0.2, 0.6], 0.25, 0.3),
    ("triangular", [0.0, 0.5, 1.0], 0.125, 0.25),
    ("triangular", [0.0, 0.5, 1.0], 0.875, 0.75),
    ("beta", [1.0, 1.0], 0.3, 0.3),
    ("beta", [2.0, 1.0], 0.25, 0.5),
    ("pert", [0.0, 0.0, 1.0], 1 - 0.5**5, 0.5),
    ("pert", [1.0, 2.0, 3.0], 0.5, 2.0),
]


@pytest.mark.parametrize(("kind", "given", "u", "answer"), CASES)
def test_each_distribution_is_inverted(kind: str, given: list[float], u: float, answer: float) -> None:
    assert isclose(quantile(kind, given, u), answer, abs_tol=1e-9)


def test_the_normal_is_symmetric() -> None:
    assert normal(0.1) == -normal(0.9) != 0
