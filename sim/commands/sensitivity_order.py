"""What a person asked of ``sim sensitivity``, and how it is asked again."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from shlex import quote


@dataclass(frozen=True)
class SensitivityOrder:
    """The scenario as it was named, with what was said beside it."""

    source: str
    settings: Sequence[str]
    outcome: str
    trajectories: int
    runs: int
    only: Sequence[str]
    top: int
    points: int
    screen_only: bool
    seed: int
    out: Path | None
    plot: Path | None
    report: Path | None

    @cached_property
    def folder(self) -> Path:
        """Where the two sweeps go."""
        if self.out:
            return self.out
        name = "stdin" if self.source == "-" else re.sub(r"[^\w-]+", "-", Path(self.source).stem)
        return Path("results") / f"{name}-sensitivity-{date.today().isoformat()}"  # noqa: DTZ011 - the user's own day

    def again(self) -> str:
        """The command that goes on with this study."""
        return " ".join(["sim sensitivity", quote(self.source), *self._options(), f"--out {quote(str(self.folder))}"])

    def _options(self) -> Iterator[str]:
        yield f"--outcome {self.outcome} --trajectories {self.trajectories} -n {self.runs}"
        yield from (f"--only {quote(each)}" for each in self.only)
        yield "--screen-only" if self.screen_only else f"--top {self.top} --points {self.points}"
        yield f"--seed {self.seed}"
        yield from (f"--set {quote(each)}" for each in self.settings)

    def swept(self, path: str, low: float, high: float) -> str:
        """The command that plays one number along its range."""
        return f"sim sweep {quote(self.source)} --vary {path}={low:g}:{high:g}:11{self._changed()}"

    def changed(self, path: str, value: float) -> str:
        """The command that plays the same worlds with one number changed."""
        return f"sim whatif {quote(self.source)} --set {path}={value:g}{self._changed()}"

    def _changed(self) -> str:
        return "".join(f" --set {quote(each)}" for each in self.settings)
