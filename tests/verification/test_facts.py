"""What studies found is found again, or is listed as not shown; the page on validity has the figures."""

import pytest

from tests.verification.facts import FACTS, found
from tests.verification.pages import fact, figure, remarks, told


def of(block: str, key: str) -> str:
    """Give the lines of a block of the page that are about one fact."""
    return "".join(line for line in told()[block].splitlines(keepends=True) if line.startswith(f"| {key} |"))


@pytest.mark.parametrize("key", FACTS)
def test_a_fact_is_shown_if_and_only_if_the_page_on_validity_says_so(key: str) -> None:
    assert of("facts", key).endswith("| shown |\n") == found(key).shown
    assert of("facts", key) == fact(key)
    assert of("figures", key) == figure(key)


@pytest.mark.parametrize("block", ["facts", "figures"])
def test_the_page_on_validity_has_no_other_facts(block: str) -> None:
    keys = [line.split("|")[1].strip() for line in told()[block].splitlines()[2:]]
    assert list(dict.fromkeys(keys)) == list(FACTS)


def test_what_is_not_shown_has_a_reason_on_the_page() -> None:
    assert told()["remarks"] == remarks()
    shown = [key for key in FACTS if of("facts", key).endswith("| shown |\n")]
    assert [key for key, one in FACTS.items() if key not in shown and not one.remark] == []
