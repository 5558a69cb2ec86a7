"""A report as a file: the same each time, small, whole or not there, and with all that was said in it as text."""

import errno
import os
import re
import subprocess
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest

from sim.analysis.results import results
from sim.case.text import visible
from sim.report import report
from sim.report.page import Report, html, write
from tests.pages.conftest import HOSTILE, ROOT, hostile

Start = Callable[..., subprocess.CompletedProcess[str]]


def test_a_page_is_the_same_each_time_and_small(pages: dict[str, Path], tmp_path: Path) -> None:
    report(results(ROOT / "results" / "example"), tmp_path / "again.html", "sim report results/example")
    assert (tmp_path / "again.html").read_bytes() == pages["sweep"].read_bytes()
    assert all(path.stat().st_size <= 1_000_000 for path in pages.values())


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_name_is_text(name: str) -> None:
    cells = re.findall(r"<td>(.*?)</td>", html(hostile()), re.DOTALL)
    assert [unescape(cell) for cell in cells].count(visible(name)) == 2


def test_there_is_no_report_on_anything_else(tmp_path: Path) -> None:
    with pytest.raises(TypeError, match="not on int"):
        report(3, tmp_path / "three.html")
    assert list(tmp_path.iterdir()) == []


def test_a_report_is_written_beside_the_folder(sim: Start, tmp_path: Path) -> None:
    sim("sweep", "first_scenario", "--vary", "mediator.leverage=0:1:3", "-n", "20", "--out", "swept")
    done = sim("report", "swept")
    assert done.returncode == 0
    assert (tmp_path / "swept.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert sim("report", "swept", "--out", "nowhere/page.html").returncode == 5
    assert sorted(path.name for path in tmp_path.iterdir()) == ["swept", "swept.html"]


def test_a_full_disk_leaves_the_old_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = tmp_path / "page.html"
    page.write_text("as it was", encoding="utf-8")

    def full(path: Path, text: str, **_: object) -> int:
        path.write_bytes(text.encode()[:10])
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))

    monkeypatch.setattr(Path, "write_text", full)
    with pytest.raises(OSError, match="No space left"):
        write(page, hostile())
    assert page.read_text(encoding="utf-8") == "as it was"
    assert list(tmp_path.iterdir()) == [page]


def test_a_pipe_is_written_to_and_a_link_stays_one(tmp_path: Path) -> None:
    pipe, link, target = (tmp_path / name for name in ("pipe", "link.html", "target.html"))
    os.mkfifo(pipe)
    target.touch()
    link.symlink_to(target)
    small = Report("A title", "", (), (), (), "")
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write(pipe, small)
    write(link, small)
    assert pipe.is_fifo()
    assert os.read(reader, 65_536).decode() == target.read_text(encoding="utf-8")
    assert link.is_symlink()
    os.close(reader)


def test_results_that_cannot_be_trusted_are_not_told(sim: Start, tmp_path: Path) -> None:
    sim("sweep", "first_scenario", "-n", "20", "--out", "swept")
    part = next((tmp_path / "swept" / "replicates").iterdir())
    part.write_bytes(part.read_bytes()[:-9])
    done = sim("report", "swept")
    assert done.returncode == 7
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "swept.html").exists()
    assert sim("report", "nothing_here").returncode in {2, 7}
