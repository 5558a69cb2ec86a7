"""Where results come from, and whether they are the same: the result version and the digest of values."""

from collections.abc import Mapping
from hashlib import sha256
from typing import Final

from sim.talks.outcome import Column

RESULT_VERSION: Final = 1
"""Raised whenever the same case, seed and replicate give another outcome than before."""


def digest(columns: Mapping[str, Column]) -> str:
    """The SHA-256, in hex, of all values: column after column in their order, 8 bytes a value, little-endian."""
    values = sha256()
    for column in columns.values():
        values.update(column.astype(column.dtype.newbyteorder("<")).tobytes())
    return values.hexdigest()
