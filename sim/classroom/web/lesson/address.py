"""The addresses of the room, for eyes and for cameras."""

import fcntl
import socket
import struct
import sys
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

import segno

LOCAL: Final = "127.0.0.1"
ASKS_ADDRESS: Final = 0xC0206921 if sys.platform == "darwin" else 0x8915
"""What the system calls the question for the address of an interface: SIOCGIFADDR."""


@lru_cache(8)
def picture(address: str) -> str:
    """A QR code as the address of an image that stands in the page itself."""
    return str(segno.make(address, error="m").svg_data_uri(border=4, dark="#000000", light="#ffffff"))


def of_this_machine() -> list[str]:
    """The addresses under which others see this machine; first the one that it goes out by, if it goes out."""
    found = [*outwards(), *of_interfaces()]
    return [one for one in dict.fromkeys(found) if not one.startswith("127.")]


def outwards() -> Iterator[str]:
    """The address that this machine goes out by; none in a network without a way out, such as a hotspot of its own."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        try:
            asking.connect(("192.0.2.1", 9))  # an address kept for examples: nothing is sent
        except OSError:
            return
        yield str(asking.getsockname()[0])


def of_interfaces() -> Iterator[str]:
    """The address of each network that this machine is in."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        for _, name in socket.if_nameindex():
            try:
                answer = fcntl.ioctl(asking, ASKS_ADDRESS, struct.pack("32s", name.encode()[:15]))
            except OSError:  # it has none
                continue
            yield socket.inet_ntoa(answer[20:24])
