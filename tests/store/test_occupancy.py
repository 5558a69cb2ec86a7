"""A folder is used by one process at a time, and a process that is gone is no hindrance."""

import fcntl
import os
import platform
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from sim.study.occupancy import occupied
from sim.study.store import opened
from sim.study.trouble import Unusable
from tests.store.sweeps import SIZE, plan

HOLD = """
import sys
from pathlib import Path
from sim.study.occupancy import occupied
with occupied(Path(sys.argv[1])):
    print("there", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def holder(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """A process that uses the folder."""
    asked = [sys.executable, "-c", HOLD, str(tmp_path)]
    with subprocess.Popen(asked, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8") as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "there\n"
        yield process
        process.kill()


def test_the_second_is_refused_at_once_and_told_of_the_first(holder: subprocess.Popen[str], tmp_path: Path) -> None:
    with pytest.raises(Unusable) as refused, opened(tmp_path, plan(), SIZE):
        pass
    said = str(refused.value)
    assert said.startswith(f"{tmp_path} is in use by process {holder.pid} on {platform.node()}, since 20")
    assert [path.name for path in tmp_path.iterdir()] == ["in-use"]


def test_in_one_process_the_second_is_refused_too(tmp_path: Path) -> None:
    with occupied(tmp_path), pytest.raises(Unusable, match=f"process {os.getpid()} on "), occupied(tmp_path):
        pass
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGTERM])
def test_a_process_that_was_killed_is_no_hindrance(
    holder: subprocess.Popen[str], tmp_path: Path, end: signal.Signals
) -> None:
    holder.send_signal(end)
    holder.wait()
    assert [path.name for path in tmp_path.iterdir()] == ["in-use"]
    with occupied(tmp_path):
        assert str(os.getpid()) in (tmp_path / "in-use").read_text()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("text", ["", "{", "[]", '{"process": 1}', "\x00" * 5000])
def test_whoever_does_not_say_who_it_is_is_refused_to_all_the_same(tmp_path: Path, text: str) -> None:
    with occupied(tmp_path):
        (tmp_path / "in-use").write_text(text)
        with pytest.raises(Unusable, match="is in use by another process"), occupied(tmp_path):
            pass


def test_a_lock_whose_name_was_taken_away_in_between_is_not_taken_for_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first ends between the second's opening of its file and the second's lock on it; a third comes."""
    first = occupied(tmp_path)
    first.__enter__()
    third = occupied(tmp_path)
    lock = fcntl.flock

    def late(handle: int, how: int) -> None:
        monkeypatch.setattr(fcntl, "flock", lock)
        first.__exit__(None, None, None)
        third.__enter__()
        lock(handle, how)

    monkeypatch.setattr(fcntl, "flock", late)
    with pytest.raises(Unusable, match="in use"), occupied(tmp_path):
        pass
    third.__exit__(None, None, None)
    assert list(tmp_path.iterdir()) == []


def test_nobody_can_take_a_folder_twice_however_many_try(tmp_path: Path) -> None:
    inside: list[int] = []
    most: list[int] = []

    def tried(number: int) -> bool:
        try:
            with occupied(tmp_path):
                inside.append(number)
                most.append(len(inside))
                inside.remove(number)
        except Unusable:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        taken = list(pool.map(tried, range(2_000)))
    assert sum(taken) == len(most) > 10
    assert set(most) == {1}
    assert list(tmp_path.iterdir()) == []
