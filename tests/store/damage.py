"""What may happen to the files of a finished sweep, and what must be found and mended."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import numpy as np
import pytest

from sim.study.store import results
from sim.study.trouble import Unusable
from tests.store.sweeps import plan, swept

SMALL: Final = ("sweep.json", "scenario.yaml", "points.parquet", "manifest.jsonl")
CHUNKS: Final = tuple(f"{table}/{number:06}.parquet" for table in ("replicates", "rounds") for number in range(5))
FILES: Final = SMALL + CHUNKS


def flip(path: Path, bit: int) -> None:
    """Flip one bit of a file."""
    content = bytearray(path.read_bytes())
    content[bit // 8] ^= 1 << bit % 8
    path.write_bytes(content)


def flips(count: int) -> list[tuple[str, float]]:
    """So many files, each with a place in it, 0 its first bit and 1 its end."""
    chance = np.random.default_rng(count)
    return [(FILES[chance.integers(len(FILES))], float(chance.random())) for _ in range(count)]


def flip_at(folder: Path, name: str, place: float) -> None:
    """Flip the bit at a place of a file."""
    flip(folder / name, int(place * 8 * (folder / name).stat().st_size))


def cut_at(folder: Path, name: str, place: float) -> None:
    """Keep no more of a file than what stands before a place."""
    content = (folder / name).read_bytes()
    (folder / name).write_bytes(content[: int(place * len(content))])


def expect_found_and_mended(folder: Path, names: Sequence[str], digest: str | None) -> None:
    """Readers refuse the folder and name what is wrong; whoever goes on with the sweep mends it, and says so."""
    with pytest.raises(Unusable) as refused:
        results(folder)
    mended = swept(folder, plan())
    said = "\n".join(mended.mended)
    assert [name for name in names if name not in str(refused.value)] == [], refused.value
    assert [name for name in names if name not in said] == [], said
    assert mended.digest == digest
    assert results(folder).digest == digest
