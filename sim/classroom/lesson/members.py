"""Who is in the room, and who sits where: members without names."""

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass
class Member:
    """Somebody who typed the room code; `since` tells who sat down earlier."""

    number: int
    table: int = -1
    role: str = ""
    since: int = 0

    @property
    def seated(self) -> bool:
        """Whether the member sits in a seat."""
        return self.table >= 0


@dataclass
class Members:
    """All members, by their number and by what is kept of their keys."""

    by_number: dict[int, Member] = field(default_factory=dict)
    by_key: dict[str, Member] = field(default_factory=dict)
    sat: int = 0
    once: dict[int, set[str]] = field(default_factory=dict)
    """The seats in which somebody has sat since the start: a table that all have left waits for them in time."""

    def __len__(self) -> int:
        """How many there are."""
        return len(self.by_number)

    def join(self, number: int, key: str) -> None:
        """Let somebody in."""
        self.by_number[number] = self.by_key[key] = Member(number)

    def sit(self, number: int, table: int, role: str) -> None:
        """Let a member sit down, or move."""
        self.sat += 1
        member = self.by_number[number]
        member.table, member.role, member.since = table, role, self.sat
        self.once.setdefault(table, set()).add(role)

    def begin(self) -> None:
        """Forget who tried which seat before the start."""
        self.once = {table: set(self.people(table)) for table in {member.table for member in self.by_number.values()}}

    def stand(self, number: int) -> None:
        """Take a member out of a seat."""
        member = self.by_number[number]
        member.table, member.role = -1, ""

    def at(self, table: int, role: str = "") -> list[Member]:
        """Those at a table, or in one seat of it, in the order in which they sat down."""
        return sorted(self._found(table, role), key=lambda member: member.since)

    def people(self, table: int) -> dict[str, list[Member]]:
        """The seats of a table in which somebody sits, and who."""
        seats: dict[str, list[Member]] = {}
        for member in self.at(table):
            seats.setdefault(member.role, []).append(member)
        return seats

    def _found(self, table: int, role: str) -> Iterator[Member]:
        for member in self.by_number.values():
            if member.table == table and role in {"", member.role}:
                yield member
