"""What a verification came to: one table, printed at its end.

It reads the report of the tests (JUnit XML), the page on validity, whose tables those tests compared with what they
played, and plays the library once more for the scores.
"""

import re
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

from tests.verification.oracles import NOT_HERE, ORACLES
from tests.verification.pages import told
from tests.verification.scores import played

WIDTH = 46
RIVALS = ("| challenge |", "| plain_median |", "| weighted_median |")
WORSE = re.compile(r"\| \+[\d.]+ \(\+")


def known_answers(report: Path) -> str:
    """How many of the known answers came out in the run that is reported."""
    tests = ET.parse(report).iter("testcase")  # noqa: S314 - our own file
    answers = [one for one in tests if one.get("name", "").startswith("test_a_known_answer")]
    passed = sum(not list(one) for one in answers)
    return f"{passed} of {len(ORACLES)} ({len(NOT_HERE)} more are about models that are not built here)"


def facts() -> str:
    """How many of the directional facts are shown, by the page; the first by the table of negotiated issues."""
    lines = told()["facts"].splitlines()[2:]
    worse = [one for one in told()["issues"].splitlines() if one.startswith(RIVALS) and WORSE.search(one)]
    shown = sum(one.endswith("| shown |") for one in lines) + (len(worse) == len(RIVALS))
    return f"{shown} of {len(lines) + 1}"


def told_of(report: Path) -> list[tuple[str, str]]:
    """The lines of the table."""
    first, second = played().values()
    right = " and ".join(f"{one.right} of {len(one.forecasts)}" for one in (first, second))
    scores = [(f"mean log score, {name} coding", f"{one.score.log:.2f}") for name, one in played().items()]
    rivals = [(f"mean log score, {name.replace('_', ' ')}", f"{one.log:.2f}") for name, one in first.baselines.items()]
    return [
        ("known answers", known_answers(report)), ("directional facts shown", facts()),
        ("cases whose likeliest ending came, by coding", right), *scores, *rivals,
    ]  # fmt: skip


if __name__ == "__main__":
    lines = [f"{name:{WIDTH}} {value}\n" for name, value in told_of(Path(sys.argv[1]))]
    sys.stdout.write("\n" + "".join(lines))
