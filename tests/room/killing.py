"""A lesson whose server is killed again and again while people choose, and what must be back each time."""

import threading
import time
from dataclasses import dataclass, field
from http.client import HTTPException
from pathlib import Path
from random import Random

from tests.room.browsers import Browser, journal
from tests.room.rooms import ROLES, Started, started

OPTIONS = ("--tables", "2", "--minutes", "120")


@dataclass
class Class:
    """Some who choose all the time, and what was acknowledged to them: the moment, and what they picked for it."""

    people: dict[tuple[int, str], Browser]
    acknowledged: dict[tuple[int, str], dict[str, str]] = field(default_factory=dict)
    done: threading.Event = field(default_factory=threading.Event)
    moves: int = 0

    def choose(self, seed: int) -> None:
        """Choose by chance, whoever it is, until the server is gone or all is done."""
        luck = Random(seed)
        try:
            while not self.done.is_set():
                who = luck.choice(list(self.people))
                one = self.people[who]
                form = one.choice()
                if form and one.post("/choose", sent := form.filled(luck)).status == 303:
                    self.acknowledged[who] = sent
                    self.moves += 1
        except (OSError, HTTPException):
            return


def opened(path: Path) -> tuple[Started, Class]:
    """A room in which all seats are taken, and all tables play."""
    room = started(path, *OPTIONS)
    people = {(table, role): room.place.student(table, role) for table in range(2) for role in ROLES}
    room.place.teacher().send("/begin")
    return room, Class(people)


def killed(room: Started, those: Class, path: Path, seconds: float, seed: int) -> tuple[Started, float]:
    """Let some choose, kill the server, start the same command, and see whether all is back; how long that took."""
    choosing = [threading.Thread(target=those.choose, args=(100 * seed + number,)) for number in range(3)]
    for thread in choosing:
        thread.start()
    time.sleep(seconds)
    room.kill()
    for thread in choosing:
        thread.join()
    begins = time.monotonic()
    again = started(path, *OPTIONS)
    for one in those.people.values():
        one.address = again.place.address
        assert one.ask("GET", "/seat").status == 200
    took = time.monotonic() - begins
    assert again.place.code == room.place.code
    assert missing(those, path) == []
    return again, took


def missing(those: Class, path: Path) -> list[tuple[int, str]]:
    """Whose last acknowledged move does not stand in the journal."""
    numbers = {(one["table"], one["role"]): one["member"] for one in journal(path, "sat")}
    written = {(one["member"], f"{one['day']}.{one['stage']}") for one in journal(path, "picked")}
    return [who for who, sent in those.acknowledged.items() if (numbers[who], sent["moment"]) not in written]


def doubled(path: Path) -> list[tuple[int, int, int]]:
    """The moments that were decided twice."""
    decided = [(one["table"], one["day"], one["stage"]) for one in journal(path, "decided")]
    return [one for one in set(decided) if decided.count(one) > 1]
