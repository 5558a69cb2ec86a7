"""Tables of negotiated issues, written for tests; and the part of DEU III, where it is at hand."""

from pathlib import Path

import pytest

from sim.case.negotiated import Negotiations, read_negotiations

HEAD = "prnr;issue;pa;pb;pc;sa;sb;sc;rp;out"
DEU: Path = next(
    (one / "shared" / "data" / "deu3_part.csv" for one in Path(__file__).parents if (one / "shared").is_dir()),
    Path("shared/data/deu3_part.csv"),
)
needs_deu = pytest.mark.skipif(not DEU.exists(), reason="The part of DEU III is not at hand; see docs/validity.md.")


def table(folder: Path, *lines: str, head: str = HEAD) -> Negotiations:
    """Write a table and read it."""
    path = folder / "issues.csv"
    path.write_text("\n".join([head, *lines]) + "\n", encoding="utf-8")
    return read_negotiations(path)
