"""What a person asked to be played, and how it is asked for again."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from shlex import quote


@dataclass(frozen=True)
class Order:
    """The scenario as it was named, with its settings, the seed, and what is to become of the results."""

    source: str
    settings: Sequence[str]
    seed: int
    replicate: int = 0
    runs: int | None = None
    json: bool = False
    csv: Path | None = None
    save: Path | None = None
    expectations: Sequence[str] = ()
    sure: bool = False
    engine: str = "auto"

    @property
    def count(self) -> int:
        """How many runs are played."""
        return self.runs or 1

    @property
    def repeatable(self) -> bool:
        """Whether the scenario can be named again; standard input cannot."""
        return self.source != "-"

    def again(self, *more: str) -> str:
        """The command that plays the same scenario with the same seed, and these options."""
        return " ".join(["sim run", quote(self.source), f"--seed {self.seed}", *more, *self._changed()])

    def shown(self) -> str:
        """The command that explains the scenario."""
        return " ".join(["sim show", quote(self.source), *self._changed()])

    def _changed(self) -> Iterator[str]:
        return (f"--set {quote(setting)}" for setting in self.settings)
