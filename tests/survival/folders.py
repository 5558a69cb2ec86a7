"""What a folder of results holds, as anybody could see it."""

import json
from pathlib import Path
from typing import Any

MANIFEST = "manifest.jsonl"


def lines(folder: Path) -> list[dict[str, Any]]:
    """The lines of the manifest that are whole."""
    try:
        text = (folder / MANIFEST).read_text(encoding="utf-8")
    except FileNotFoundError:
        return []
    return [json.loads(line) for line in text.splitlines(keepends=True) if line.endswith("}\n")]


def kept(folder: Path) -> list[int]:
    """The numbers of the chunks that were kept, in the order in which they came."""
    return [line["chunk"] for line in lines(folder) if "chunk" in line]


def marks(folder: Path) -> dict[str, tuple[int, int]]:
    """Of each file of a kept chunk, which file it is and when it was last changed."""
    names = [name for line in lines(folder) for name in line.get("files", [])]
    stats = {name: (folder / name).stat() for name in names}
    return {name: (stat.st_ino, stat.st_mtime_ns) for name, stat in stats.items()}


def tree(folder: Path) -> dict[str, bytes]:
    """Every file of a folder with its bytes; the manifest with its lines in order, for chunks come in any."""
    files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if not path.is_dir()}
    return {name: _content(path) for name, path in files.items()}


def still(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Every file and folder with its bytes and when it was last changed, but for the lock."""
    files = [path for path in sorted(folder.rglob("*")) if path.name != "in-use"]
    return {str(path): (b"" if path.is_dir() else path.read_bytes(), path.stat().st_mtime_ns) for path in files}


def _content(path: Path) -> bytes:
    content = path.read_bytes()
    return b"".join(sorted(content.splitlines(keepends=True))) if path.name == MANIFEST else content
