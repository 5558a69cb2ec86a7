"""How far many runs have come, on standard error: a bar on a terminal, a line each tenth elsewhere."""

import time
from io import StringIO

from sim.report.terminal.bars import length
from sim.report.terminal.page import Page

SILENT = 0.5
"""Seconds in which nothing is said."""

CELLS = 20


class Progress:
    """Tells how many runs are done, how fast, and how long it still takes."""

    def __init__(self, page: Page, runs: int) -> None:
        self.page, self.runs = page, runs
        self.begun = time.monotonic()
        self.warm: tuple[int, float] | None = None
        self.tenths = 0
        self.shown = False

    def wait(self, why: str) -> None:
        """Say on a terminal why nothing is done yet; the first report takes its place."""
        if self.page.terminal:
            self._line(why)

    def __call__(self, done: int) -> None:
        """Say that so many are done, if it is time to say something; 0 starts the clock."""
        seconds = time.monotonic() - self.begun
        self.warm = self.warm or (done, seconds)
        if seconds < SILENT or not done:
            return
        if self.page.terminal:
            self._bar(done, seconds)
        elif 10 * done // self.runs > self.tenths:
            self.tenths = 10 * done // self.runs
            self.page.line(self.words(done, seconds))

    def words(self, done: int, seconds: float) -> str:
        """How far it is: ``3,200 of 10,000 runs · 1,650 a second · 4 s left``.

        The first report is the start of the clock where there is another: before it libraries are read.
        """
        before, since = self.warm if self.warm and self.warm[0] < done else (0, 0.0)
        rate = (done - before) / max(seconds - since, 1e-9)
        left = f" · {(self.runs - done) / rate:,.0f} s left" if done < self.runs else ""
        return f"{done:,} of {self.runs:,} runs · {rate:,.0f} a second{left}"

    def end(self) -> None:
        """Take the bar away."""
        if self.shown:
            self.page.stream.write("\r\x1b[K")
            self.page.stream.flush()

    def _bar(self, done: int, seconds: float) -> None:
        self._line(f"{length(done / self.runs, CELLS).ljust(CELLS)} {self.words(done, seconds)}")

    def _line(self, text: str) -> None:
        shown = StringIO()
        Page(shown).line(text)
        self.page.stream.write("\r\x1b[K" + shown.getvalue().rstrip("\n"))
        self.page.stream.flush()
        self.shown = True
