"""Wrong codes are counted: 10 a minute from one client, 60 from all; then one waits."""

from collections import deque
from dataclasses import dataclass, field
from typing import Final

MINUTE: Final = 60.0
FROM_ONE: Final = 10
FROM_ALL: Final = 60
MOST_CLIENTS: Final = 1000


@dataclass
class Guesses:
    """When wrong codes came, from each client and from all."""

    of_all: deque[float] = field(default_factory=lambda: deque(maxlen=FROM_ALL))
    of_each: dict[str, deque[float]] = field(default_factory=dict)

    def wait(self, client: str, now: float) -> int:
        """How many seconds a client has to wait before a code is looked at; 0 if it need not."""
        own = self.of_each.get(client, deque())
        full = [some[0] for some, most in ((self.of_all, FROM_ALL), (own, FROM_ONE)) if len(some) == most]
        return max([0, *(int(first + MINUTE - now) + 1 for first in full if first + MINUTE > now)])

    def wrong(self, client: str, now: float) -> None:
        """Count a wrong code; who has long been silent is forgotten."""
        self.of_all.append(now)
        if client not in self.of_each and len(self.of_each) >= MOST_CLIENTS:
            self.of_each = {one: times for one, times in self.of_each.items() if times[-1] + MINUTE > now}
        self.of_each.setdefault(client, deque(maxlen=FROM_ONE)).append(now)
