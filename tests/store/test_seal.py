"""A sealed text is the one that was written, or none."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.study.ledger import Ledger
from sim.study.seal import seal, unseal

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda below: st.lists(below) | st.dictionaries(st.text(), below),
    max_leaves=9,
)
CONTENTS = st.dictionaries(st.text().filter(lambda name: name != "check"), PLAIN)


@settings(max_examples=25)
@given(CONTENTS, st.booleans())
def test_what_is_sealed_is_read_as_it_was(content: dict[str, Any], tall: bool) -> None:  # noqa: FBT001 - drawn
    assert unseal(seal(content, tall=tall)) == content
    assert json.loads(seal(content, tall=tall)).items() >= content.items()


@pytest.mark.parametrize("tall", [True, False])
def test_no_bit_of_it_can_change_unseen(tall: bool) -> None:  # noqa: FBT001 - both ways
    text = seal({"chunk": 3, "files": {"a": "0af1"}, "failures": [[1, 2, "E", "x\n"]]}, tall=tall)
    seen = [
        bytes([*text[: bit // 8], text[bit // 8] ^ 1 << bit % 8, *text[bit // 8 + 1 :]]) for bit in range(8 * len(text))
    ]
    assert [bit for bit, flipped in enumerate(seen) if unseal(flipped) is not None] == []


@pytest.mark.parametrize("tall", [True, False])
def test_no_part_of_it_is_taken_for_the_whole(tall: bool) -> None:  # noqa: FBT001 - both ways
    text = seal({"chunk": 3}, tall=tall)
    assert [end for end in range(len(text)) if unseal(text[:end]) is not None] == []
    assert unseal(text + b" ") is None


@pytest.mark.parametrize(
    "text", ["", "null", "[]", "3", '{"check": 1}', "{}", "[" * 100_000, '{"a": 1, "a": 2, "check": ""}']
)
def test_what_nobody_sealed_is_nothing(text: str) -> None:
    assert unseal(text.encode()) is None
    assert unseal(b"\xff" + text.encode()) is None


def test_a_ledger_gives_back_its_lines(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "list", "key")
    for number in range(3):
        ledger.add({"number": number, "text": "line\u2028 \r\n\x85"})
    assert Ledger(tmp_path / "list", "key").lines == ledger.lines
    assert [line["number"] for line in ledger.lines] == [0, 1, 2]
    assert Ledger(tmp_path / "list", "key").wrong == []


def test_a_ledger_says_which_lines_are_not_as_they_were_written(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "list", "key")
    for number in range(3):
        ledger.add({"number": number})
    Ledger(tmp_path / "list", "other").add({"number": 9})
    text = (tmp_path / "list").read_bytes().splitlines(keepends=True)
    (tmp_path / "list").write_bytes(text[0] + text[0] + text[1].replace(b"1", b"2", 1) + text[3] + text[2][:-9])
    read = Ledger(tmp_path / "list", "key")
    assert [line["number"] for line in read.lines] == [0]
    assert read.strangers == 1
    assert read.wrong == [
        "Line 2 of list is out of place.",
        "Line 3 of list is damaged.",
        "Line 4 of list is out of place.",
        "Line 5 of list is torn.",
    ]
