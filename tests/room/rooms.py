"""Rooms that are served: in a process of their own, as a teacher starts them, or in this one, to look behind them."""

import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sim.case import digest, dump, read
from sim.case.scenario import Scenario
from sim.classroom.lesson import records
from sim.classroom.lesson.codes import hashed, key, room_code
from sim.classroom.lesson.journal import Journal
from sim.classroom.lesson.lesson import Lesson
from sim.classroom.web.application import application
from sim.classroom.web.room import Room
from sim.classroom.web.server import bound, server
from tests.room.browsers import Place

ROOT = Path(__file__).parent.parent.parent
CASE = "geneva_ii_round_2"
CASE_READ = read(CASE)
WRITTEN = dump(CASE_READ), digest(CASE_READ)
ROLES = ("government", "opposition", "russia", "united_states", "saudi_arabia", "iran", "mediator")


@dataclass(frozen=True)
class Started:
    """A room in a process of its own."""

    process: subprocess.Popen[str]
    place: Place
    said: str

    def kill(self) -> None:
        """Kill it, as a power cut would."""
        self.process.kill()
        self.process.communicate()

    def stop(self) -> int:
        """Close the room, as Ctrl-C does."""
        self.process.send_signal(signal.SIGINT)
        self.process.communicate(timeout=20)
        return self.process.returncode


def command(path: Path, *options: str) -> subprocess.Popen[str]:
    """Start the command that opens a room or goes on with it."""
    arguments = ["--class", "--port", "0", "--journal", str(path), *options]
    return subprocess.Popen(
        [sys.executable, "-m", "sim", "serve", *arguments],
        cwd=path.parent, env={**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "200"},
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8",
    )  # fmt: skip


def started(path: Path, *options: str) -> Started:
    """Open a room in a process of its own, and wait until it answers."""
    process = command(path, *options)
    assert process.stdout
    said = ""
    while "Ctrl-C" not in said:
        line = process.stdout.readline()
        assert line, process.communicate()[1]
        said += line
    found = re.search(r"code +(\w+)\n.*http://([\w.:]+)/\n.*key=(\w+)", said)
    assert found
    return Started(process, Place(found[2], found[1], found[3]), said)


@contextmanager
def closing(path: Path, *options: str) -> Iterator[Started]:
    """A room in a process of its own, which is closed in the end."""
    room = started(path, *options)
    try:
        yield room
    finally:
        room.kill()


@dataclass(frozen=True)
class Held:
    """A room in this process."""

    room: Room
    lesson: Lesson
    place: Place
    path: Path


def opened(case: Scenario, tables: int, minutes: float, *, head: bool) -> records.Opened:
    """The first record of a lesson."""
    written, sealed = WRITTEN if case is CASE_READ else (dump(case), digest(case))
    return records.Opened(
        sim="0", results=1, source=CASE, scenario=written, digest=sealed, seed=1, code=room_code(),
        tables=tables, minutes=minutes, head=head,
    )  # fmt: skip


@contextmanager
def held(
    path: Path, case: Scenario | None = None, tables: int = 2, minutes: float = 60.0, *, head: bool = False
) -> Iterator[Held]:
    """Hold a lesson in this process, behind a port."""
    case, kept, teachers = case or CASE_READ, Journal(path), key()
    if not kept.records:
        kept.write(opened(case, tables, minutes, head=head))
    lesson = Lesson(case, kept)
    lesson.do(records.Trusted(key=hashed(teachers)))
    with served(Room(case, CASE, (), 1, lesson=lesson)) as room:
        yield Held(room, lesson, Place(room.address, lesson.opened.code, teachers), path)
    kept.close()


@contextmanager
def served(room: Room) -> Iterator[Room]:
    """Answer for a room, in a thread."""
    listening = bound("127.0.0.1", 0)
    room.address = f"127.0.0.1:{listening.getsockname()[1]}"
    if room.lesson:
        room.lesson.changed = room.streams.tell
    begins = threading.Event()
    answering = server(application(room, {room.address}), (begins.set, lambda: None), room)
    thread = threading.Thread(target=answering.run, args=([listening],))
    thread.start()
    try:
        assert begins.wait(20)
        yield room
    finally:
        answering.should_exit = True
        thread.join()
