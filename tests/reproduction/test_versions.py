"""Results change only with their version: what each version made of each case stays on record."""

from collections.abc import Callable
from pathlib import Path

from sim.case import digest
from sim.study.provenance import RESULT_VERSION
from tests.model.cases import READABLE, name_of, seated

GOLDEN = Path(__file__).parent / "golden"
VERSIONS = "versions.txt"


def on_record() -> dict[str, str]:
    """The digest of results, as it was first recorded, by version, case and digest of the scenario."""
    lines = (GOLDEN / VERSIONS).read_text(encoding="utf-8").splitlines() if (GOLDEN / VERSIONS).exists() else []
    return dict(line.rsplit(" ", 1) for line in lines)


def now() -> dict[str, str]:
    """The digests that results are compared with now."""
    return {
        f"{RESULT_VERSION} {name_of(case)} {digest(seated(case).scenario)[:16]}": text.strip()
        for case in READABLE
        for text in [(GOLDEN / f"{name_of(case)}.txt").read_text(encoding="utf-8")]
    }


def test_no_results_change_without_another_version(golden: Callable[[str, str], str]) -> None:
    known = on_record()
    said = "".join(f"{what} {results}\n" for what, results in sorted((now() | known).items()))
    assert said == golden(VERSIONS, said), "a version or a scenario is new: make golden"
    changed = [what for what, results in now().items() if known.get(what, results) != results]
    assert not changed, "results changed: raise RESULT_VERSION in sim/study/provenance.py and say why in CHANGELOG.md"
