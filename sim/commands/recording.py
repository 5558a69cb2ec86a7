"""What is kept of runs: a table of outcomes, or the recording of one run in a folder."""

import csv
import errno
import os
import shutil
import tempfile
from collections.abc import Iterable
from io import StringIO
from pathlib import Path

import typer


def refuse_full(folder: Path, option: str = "--save") -> None:
    """Refuse a folder that holds something already: what is kept there is never written over."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise typer.BadParameter(f"{folder} exists already. Name a folder that is new or empty.", param_hint=option)


def refuse_nowhere(path: Path) -> None:
    """Refuse a file that cannot be written, before anything is played for it; raises OSError."""
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if not path.parent.is_dir():
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(path))


def write_table(path: Path, rows: Iterable[list[str]]) -> None:
    """Write a table as CSV, whole or not at all: under a temporary name in the same folder, then renamed.

    A device or a pipe (``/dev/stdout``) is written to as it is, and a link stays a link.
    """
    if path.exists() and not path.is_file():
        path.write_text(table(rows), encoding="utf-8", newline="")
    else:
        _replace(path.resolve(), rows)


def _replace(path: Path, rows: Iterable[list[str]]) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(rows)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def save(folder: Path, files: dict[str, str]) -> None:
    """Write a folder of texts, whole or not at all: under a temporary name beside it, then renamed."""
    refuse_full(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    unfinished = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
    try:
        for name, text in files.items():
            (unfinished / name).write_text(text, encoding="utf-8", newline="")
        unfinished.chmod(0o755)
        if folder.exists():
            folder.rmdir()
        unfinished.rename(folder)
    except BaseException:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise


def table(rows: Iterable[list[str]]) -> str:
    """A table as the text of a CSV file."""
    text = StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()
