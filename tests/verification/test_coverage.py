"""Intervals hold the truth as often as they say, and tests cry wolf as seldom; the page on validity has the figures."""

import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.verification.coverage import Figure, figures

PAGE = Path(__file__).parent.parent.parent / "docs" / "validity.md"
ROW = re.compile(r"^\| (.+?) \| (holds|rejects) \| ([\d.]+) % \|$", re.MULTILINE)
BOUNDS = {"holds": (0.94, 0.96), "rejects": (0.04, 0.06)}


@pytest.fixture(scope="module")
def found() -> Sequence[Figure]:
    return list(figures())


def test_every_interval_and_every_test_is_as_sure_as_it_says(found: Sequence[Figure]) -> None:
    outside = [one for one in found if not BOUNDS[one.kind][0] <= one.share <= BOUNDS[one.kind][1]]
    assert outside == []


def test_the_page_on_validity_has_these_figures(found: Sequence[Figure]) -> None:
    told = {what: (kind, float(share)) for what, kind, share in ROW.findall(PAGE.read_text(encoding="utf-8"))}
    assert told == {one.what: (one.kind, round(100 * one.share, 2)) for one in found}
