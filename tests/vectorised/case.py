"""The case: what the file says, and the luck of each replicate."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from functools import reduce
from pathlib import Path
from statistics import NormalDist
from typing import Any

import numpy as np
import numpy.typing as npt
import yaml

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
DAY, (LEFT, RIGHT, LOW, WORD) = 2**16, (np.uint64(word) for word in (0xD2511F53, 0xCD9E8D57, 0xFFFFFFFF, 32))
BARE = {"council": {"members": {}, "draft": {"dates": [], "strength": 0, "names": []}}, "ground": {}, "events": {}}
normal = np.vectorize(NormalDist().inv_cdf, otypes=[float])  # AS 241


def drawn(seed: int, replicates: int, purpose: int, names: Sequence[str], step: int | Floats = 0) -> Floats:
    """Draw a number for each name in each replicate (Philox4x32-10, first word)."""
    ids = [int.from_bytes(hashlib.sha256(name.encode()).digest()[:4], "big") if name else 0 for name in names]
    words: list[npt.NDArray[Any]] = [np.arange(replicates, dtype=np.uint64)[:, None], np.array([ids], dtype=np.uint64)]
    words = [words[0], np.atleast_2d(step).T.astype(np.uint64), words[1], np.array([purpose], dtype=np.uint64)]
    for turn in range(10):
        left, right = words[0] * LEFT, words[2] * RIGHT
        keys = [np.uint64((key + turn * bump) % 2**32) for key, bump in ((seed, 0x9E3779B9), (seed >> 32, 0xBB67AE85))]
        words = [right >> WORD ^ words[1] ^ keys[0], right & LOW, left >> WORD ^ words[3] ^ keys[1], left & LOW]
    return np.asarray((np.broadcast_to(words[0], (replicates, len(names))) + .5) / 2.0**32)


def merged(base: Mapping[str, Any], change: Mapping[str, Any]) -> dict[str, Any]:
    """Tell the old story with what differs; null takes a key out."""
    nested = {key: merged(base[key] if isinstance(base.get(key), dict) else {}, value)
              for key, value in change.items() if isinstance(value, dict)}
    return {key: value for key, value in {**base, **change, **nested}.items() if value is not None}


def read(path: Path, settings: Sequence[str] = ()) -> dict[str, Any]:
    """Open the file, what it extends, and what is set otherwise."""
    story = yaml.safe_load(path.read_text(encoding="utf-8"))
    story = merged(read((path.parent / story["extends"]).with_suffix(".yaml")) if "extends" in story else {}, story)
    for names, text in (setting.split("=", 1) for setting in settings):
        story = merged(story, reduce(lambda inner, name: {name: inner}, names.split(".")[::-1], yaml.safe_load(text)))
    return merged(BARE, story)


def column(rows: Iterable[Mapping[str, Any]], key: str, usual: float = 0) -> Floats:
    """Ask each for one of its numbers."""
    return np.array([row.get(key, usual) for row in rows], dtype=np.float64)
