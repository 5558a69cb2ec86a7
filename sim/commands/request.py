"""What a person asked to be swept, and how it is asked for again."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sim.study.plan import Plan


@dataclass(frozen=True)
class Request:
    """The scenario or sweep file as it was named, and what was said beside it; None where nothing was."""

    source: str
    settings: Sequence[str]
    vary: Sequence[str]
    design: str | None
    points: int | None
    runs: int | None
    seed: int | None
    rounds: bool
    out: Path | None

    @cached_property
    def folder(self) -> Path:
        """Where the results go."""
        if self.out:
            return self.out
        name = "stdin" if self.source == "-" else re.sub(r"[^\w-]+", "-", Path(self.source).stem)
        return Path("results") / f"{name}-{date.today().isoformat()}"  # noqa: DTZ011 - the user's own day

    def plan(self) -> "Plan":
        """All that decides the numbers, read and checked."""
        from sim.study.request import asked

        return asked(
            self.source, self.settings, self.vary, self.design, self.points, self.runs, self.seed, rounds=self.rounds
        )

    def again(self) -> str:
        """The command that goes on with this sweep."""
        return " ".join(["sim sweep", quote(self.source), *self._options(), f"--out {quote(str(self.folder))}"])

    def one(self, plan: "Plan", point: int, replicate: int) -> str:
        """The command that plays one run of a plan alone: its case is kept with the results."""
        case = quote(str(self.folder / "scenario.yaml"))
        changed = (f"--set {quote(each)}" for each in plan.settings_at(point))
        return " ".join(["sim run", case, f"--seed {plan.seed}", f"--replicate {replicate}", *changed])

    def _options(self) -> Iterator[str]:
        yield from (f"--vary {quote(each)}" for each in self.vary)
        yield from (f"--set {quote(each)}" for each in self.settings)
        named = {"--design": self.design, "--points": self.points, "-n": self.runs, "--seed": self.seed}
        yield from (f"{option} {value}" for option, value in named.items() if value is not None)
        if self.rounds:
            yield "--rounds"
