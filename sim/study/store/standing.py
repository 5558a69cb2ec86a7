"""What stands in a folder of results, and whether it holds.

`sweep.json` has the terms of the sweep, `scenario.yaml` and `points.parquet` what they speak of, `replicates/` and
`rounds/` a file a chunk. `manifest.jsonl` names all of them with their SHA-256: a line for the first two, a line a
chunk, and at the end one with the digest of all values.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from sim.case.nearest import several
from sim.study import disk, occupancy
from sim.study.archive import Archive
from sim.study.chunks import Chunk, Failure
from sim.study.seal import unseal
from sim.study.store.names import KIND, POINTS_FILE, REPLICATES, ROUNDS
from sim.study.trouble import Unusable

SWEEP, SCENARIO, MANIFEST = "sweep.json", "scenario.yaml", "manifest.jsonl"


def refuse_foreign(folder: Path) -> None:
    """Refuse a folder that holds something else; a readme and hidden files are no hindrance."""
    if folder.exists() and not folder.is_dir():
        raise Unusable(f"{folder} is a file, not a folder of results.")
    if not folder.exists() or page_of(folder) or (folder / MANIFEST).exists():
        return
    names = [path.name for path in sorted(folder.iterdir()) if not path.name.lower().startswith((".", "readme"))]
    if others := [name for name in names if name != occupancy.NAME]:
        raise Unusable(f"{folder} holds no results of sim sweep, but something else: {several(others)}.")


def wrong(folder: Path, page: Mapping[str, Any], archive: Archive, chunks: Sequence[Chunk]) -> list[str]:
    """What is wrong in a folder in which something was begun, a sentence each."""
    begun, lines = bool(archive.ledger.lines or archive.ledger.wrong), archive.ledger.lines
    found = [f"{SWEEP} is damaged or missing."] * (begun and not page)
    found += [f"{MANIFEST} is missing."] * (bool(archive.wrong) and not (folder / MANIFEST).exists())
    found += archive.wrong
    if lines and not archive.wrong and not any("size" in line for line in lines):
        found.append(f"{SCENARIO} and {POINTS_FILE} are not named in {MANIFEST}.")
    if digest_of(lines) and not archive.wrong:
        gone = [chunk.number for chunk in chunks if chunk.number not in by_chunk(lines)]
        found += [f"Chunk {number} is not named in {MANIFEST}." for number in gone]
    return found


def page_of(folder: Path) -> dict[str, Any]:
    """What a folder says of itself; nothing if that is damaged, or is not of ours."""
    page = unseal(disk.read(folder / SWEEP)) or {}
    return page if "paths" in page else {}


def key(page: Mapping[str, Any]) -> str:
    """What is the same if, and only if, the numbers of two sweeps are: the SHA-256 of their terms."""
    names = ("result_version", "scenario", "paths", "points", "runs", "seed", "rounds")
    return sha256(json.dumps([page[name] for name in names]).encode()).hexdigest()


def archive_of(folder: Path, key: str) -> Archive:
    """The files of a folder, held against their hashes."""
    return Archive(folder, MANIFEST, key, (REPLICATES, ROUNDS), KIND)


def by_chunk(lines: Iterable[Mapping[str, Any]]) -> dict[int, Mapping[str, Any]]:
    """The lines of the chunks, by their numbers."""
    return {line["chunk"]: line for line in lines if "chunk" in line}


def digest_of(lines: Iterable[Mapping[str, Any]]) -> str | None:
    """The digest of a sweep that was finished."""
    return next((line["digest"] for line in lines if "digest" in line), None)


def chunk_of(line: Mapping[str, Any]) -> Chunk:
    """The chunk that a line is of."""
    return Chunk(line["chunk"], line["first"], line["count"])


def failures_of(line: Mapping[str, Any]) -> tuple[Failure, ...]:
    """The runs of a chunk that failed."""
    return tuple(Failure(*failure) for failure in line["failures"])
