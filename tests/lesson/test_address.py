"""The room finds its address in a network without a way out, too: a hotspot of the laptop itself."""

from collections.abc import Iterator

import pytest

from sim.classroom.web.lesson import address
from sim.classroom.web.lesson.address import LOCAL, of_interfaces, of_this_machine


def going_out(*addresses: str) -> Iterator[str]:
    yield from addresses


def test_the_address_of_each_interface_is_read() -> None:
    assert LOCAL in list(of_interfaces())


@pytest.mark.parametrize(
    ("out", "found"), [((), ["10.42.0.1", "192.0.2.7"]), (("192.0.2.7",), ["192.0.2.7", "10.42.0.1"])]
)
def test_the_way_out_comes_first_and_a_hotspot_is_found_without_one(
    monkeypatch: pytest.MonkeyPatch, out: tuple[str, ...], found: list[str]
) -> None:
    monkeypatch.setattr(address, "outwards", lambda: going_out(*out))
    monkeypatch.setattr(address, "of_interfaces", lambda: going_out(LOCAL, "10.42.0.1", "192.0.2.7"))
    assert of_this_machine() == found
