"""The address of the room, for eyes and for cameras."""

import socket
from functools import lru_cache

import segno

LOCAL = "127.0.0.1"


@lru_cache(8)
def picture(address: str) -> str:
    """A QR code as the address of an image that stands in the page itself."""
    return str(segno.make(address, error="m").svg_data_uri(border=4, dark="#000000", light="#ffffff"))


def of_this_machine() -> str:
    """The address under which others on the same network see this machine; its own where there is no network."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        try:
            asking.connect(("192.0.2.1", 9))  # an address kept for examples: nothing is sent
        except OSError:
            return LOCAL
        return str(asking.getsockname()[0])
