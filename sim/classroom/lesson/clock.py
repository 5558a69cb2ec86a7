"""The clock of a table: time to decide, which can be stopped."""

from dataclasses import dataclass


@dataclass
class Clock:
    """Seconds that are left; times are those of a clock that is never set back."""

    length: float = 0.0
    left_when_stopped: float = 0.0
    since: float | None = None

    def start(self, seconds: float, now: float, *, stopped: bool) -> None:
        """Begin anew with so many seconds."""
        self.length = self.left_when_stopped = seconds
        self.since = None if stopped else now

    def left(self, now: float) -> float:
        """How many seconds are left, 0 at least."""
        passed = now - self.since if self.since is not None else 0.0
        return max(0.0, self.left_when_stopped - passed)

    def stop(self, now: float) -> None:
        """Let time stand still."""
        self.left_when_stopped, self.since = self.left(now), None

    def go(self, now: float) -> None:
        """Let time go on."""
        self.since = now
