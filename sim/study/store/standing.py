"""What stands in a folder of results, and whether it holds.

`sweep.json` has the terms of the sweep, `scenario.yaml` and `points.parquet` what they speak of, `replicates/` and
`rounds/` a file a chunk. `manifest.jsonl` names all of them with their SHA-256: a line for the first two, a line a
chunk, and at the end one with the digest of all values.
"""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from sim import __version__
from sim.case import Mistakes, Scenario, Unknown, read
from sim.case.nearest import several
from sim.study import disk, occupancy
from sim.study.archive import Archive
from sim.study.chunks import Chunk, Failure
from sim.study.difference import listed
from sim.study.plan import Plan
from sim.study.provenance import RESULT_VERSION
from sim.study.seal import unseal
from sim.study.store.parquet import KIND
from sim.study.store.tables import POINTS, REPLICATES, ROUNDS
from sim.study.terms import differing, key, terms
from sim.study.trouble import Unusable

SWEEP, SCENARIO, MANIFEST = "sweep.json", "scenario.yaml", "manifest.jsonl"
WAYS_OUT: Final = "Name another folder with --out, or start over with --fresh."


def refuse_foreign(folder: Path) -> None:
    """Refuse a folder that holds something else; a readme and hidden files are no hindrance."""
    if folder.exists() and not folder.is_dir():
        raise Unusable(f"{folder} is a file, not a folder of results.")
    if not folder.exists() or page_of(folder) or (folder / MANIFEST).exists():
        return
    names = [path.name for path in sorted(folder.iterdir()) if not path.name.lower().startswith((".", "readme"))]
    if others := [name for name in names if name != occupancy.NAME]:
        raise Unusable(f"{folder} holds no results of sim sweep, but something else: {several(others)}.")


def refuse_other(folder: Path, page: Mapping[str, Any], plan: Plan, archive: Archive) -> None:
    """Refuse results of anything but this plan: which keys differ, and how."""
    if not page and archive.ledger.strangers:
        raise Unusable(f"{folder} holds a sweep of something else, and {SWEEP} is damaged or missing. {WAYS_OUT}")
    if page and page["result_version"] != RESULT_VERSION:
        raise Unusable(f"{made_by(folder, page)} {WAYS_OUT}")
    if page and key(page) != key(terms(plan)):
        lines = listed(list(differing(page, case_of(folder), plan)))
        raise Unusable("\n".join([f"{folder} holds a sweep of something else:", *lines, WAYS_OUT]))


def wrong(folder: Path, page: Mapping[str, Any], archive: Archive, chunks: Sequence[Chunk]) -> list[str]:
    """What is wrong in a folder in which something was begun, a sentence each."""
    begun, lines = bool(archive.ledger.lines or archive.ledger.wrong), archive.ledger.lines
    found = [f"{SWEEP} is damaged or missing."] * (begun and not page)
    found += [f"{MANIFEST} is missing."] * (bool(archive.wrong) and not (folder / MANIFEST).exists())
    found += archive.wrong
    if lines and not archive.wrong and not any("size" in line for line in lines):
        found.append(f"{SCENARIO} and {POINTS} are not named in {MANIFEST}.")
    if digest_of(lines) and not archive.wrong:
        gone = [chunk.number for chunk in chunks if chunk.number not in by_chunk(lines)]
        found += [f"Chunk {number} is not named in {MANIFEST}." for number in gone]
    return found


def page_of(folder: Path) -> dict[str, Any]:
    """What a folder says of itself; nothing if that is damaged, or is not of ours."""
    page = unseal(disk.read(folder / SWEEP)) or {}
    return page if "paths" in page else {}


def archive_of(folder: Path, key: str) -> Archive:
    """The files of a folder, held against their hashes."""
    return Archive(folder, MANIFEST, key, (REPLICATES, ROUNDS), KIND)


def case_of(folder: Path) -> Scenario | None:
    """The scenario of a folder, if it can be read."""
    try:
        return read(str(folder / SCENARIO))
    except (Mistakes, Unknown):
        return None


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


def made_by(folder: Path, page: Mapping[str, Any]) -> str:
    """Say that a folder is of a version that gave other numbers."""
    made = f"{folder} was made by sim {page['sim_version']}, results {page['result_version']}"
    return f"{made}; this is sim {__version__}, results {RESULT_VERSION}, whose numbers are others."
