"""What is written of runs: one row each, names for places, dates for days; and the digest of the values."""

import os
import struct
from hashlib import sha256
from pathlib import Path

import numpy as np
import pytest

from sim.case import read
from sim.commands import recording
from sim.study import provenance
from sim.study.cell import cell
from sim.study.runs import outcomes
from sim.study.table import outcome, rows
from sim.talks.seating import seat


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (None, ""), (3, "3"), (0.1, "0.1"), (1e-9, "1e-09"), ("walkout", "walkout"), ("=1+1", "'=1+1"),
        ("+1", "'+1"), ("-1", "'-1"), ("@x", "'@x"), ("\tx", "'\tx"),
    ],
)  # fmt: skip
def test_a_cell_has_every_digit_and_is_never_a_formula(value: str | float | None, written: str) -> None:
    assert cell(value) == written


def test_a_walkout_is_written_with_its_day_and_its_reason() -> None:
    seated = seat(read("geneva_ii_round_2", ["behaviour.walkout_base=0"]))
    columns = outcomes(seated, 1, 3, engine="mesa")
    head, *written = list(rows(seated, columns, 7))
    assert [row[0] for row in written] == ["7", "8", "9"]
    for row, values in enumerate(written):
        told = outcome(seated, columns, row)
        assert values[1] == told["ending"]
        for party in seated.delegations:
            day, reason = values[head.index(f"walked_on.{party}")], values[head.index(f"walked_over.{party}")]
            assert (day == "") == (reason == "") == (told[f"walkouts.{party}"] == 0)
            assert day == "" or day.startswith("2014-02-1")


def test_the_digest_is_over_the_values_column_after_column_in_little_endian() -> None:
    columns = {"days": np.array([1, -2], dtype=">i8"), "shares": np.array([0.5, 0.25])}
    days, shares = sha256(struct.pack("<qq", 1, -2)), sha256(struct.pack("<dd", 0.5, 0.25))
    assert provenance.digest(columns) == sha256(days.digest() + shares.digest()).hexdigest()


def test_the_digest_of_the_first_runs_does_not_depend_on_how_many_follow() -> None:
    seated = seat(read("first_scenario"))
    many = outcomes(seated, 1, 5, engine="mesa")
    first = {name: column[:2] for name, column in many.items()}
    assert provenance.digest(first) == provenance.digest(outcomes(seated, 1, 2, engine="mesa"))
    assert provenance.digest(first) != provenance.digest(outcomes(seated, 2, 2, engine="mesa"))


def test_a_table_that_breaks_off_leaves_the_old_one_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    recording.write_table(path, [["old"]])
    broken = (["new"] if place == 0 else 1 / 0 for place in range(2))
    with pytest.raises(ZeroDivisionError):
        recording.write_table(path, broken)  # type: ignore[arg-type]  # it breaks before the second row
    assert path.read_text(encoding="utf-8") == "old\n"
    assert list(tmp_path.iterdir()) == [path]


def test_a_recording_that_breaks_off_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="no/such"):
        recording.save(tmp_path / "kept", {"story.txt": "told", "no/such/file": ""})
    assert list(tmp_path.iterdir()) == []
    recording.save(tmp_path / "kept", {"story.txt": "told"})
    assert (tmp_path / "kept" / "story.txt").read_text(encoding="utf-8") == "told"


def test_a_table_goes_into_a_pipe_and_through_a_link_and_leaves_both_as_they_are(tmp_path: Path) -> None:
    pipe, kept, link = tmp_path / "pipe", tmp_path / "kept.csv", tmp_path / "link.csv"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    recording.write_table(pipe, [["a", "b"]])
    assert os.read(reader, 100) == b"a,b\n"
    os.close(reader)
    assert pipe.is_fifo()
    link.symlink_to(kept)
    recording.write_table(link, [["a", "b"]])
    assert link.is_symlink()
    assert kept.read_text(encoding="utf-8") == "a,b\n"
