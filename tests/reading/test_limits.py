"""However a file is made, reading it ends soon: counted in what is looked at, not in seconds."""

from collections.abc import Callable

import pytest
import yaml

from sim.case import Mistakes, read, stream
from sim.case.place import MOST_MISTAKES, Sheet
from sim.case.stream import DEEPEST, LONGEST, LONGEST_KEY, MOST_EVENTS, Stop, Stream
from tests.reading.written import BRIDGE

MEBIBYTE = 2**20
BOMB = "\n".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}' if n else 'x'] * 9)}]" for n in range(9))
JUNK = {
    "blanks": " ",
    "lines": "\n",
    "letters": "a",
    "brackets": "[",
    "braces": "{",
    "list": "[1,",
    "quotes": '"',
    "single quotes": "'",
    "colons": ": ",
    "questions": "? ",
    "dashes": "- ",
    "tabs": "\t",
    "stars": "*",
    "ampersands": "&",
    "bangs": "!",
    "percents": "%",
    "pipes": "|\n a\n",
    "documents": "---\n",
    "comments": "# nothing\n",
    "one key": "title: A bridge\n",
    "anchors": "- &a x\n",
    "aliases": "- *a\n",
    "tags": "- !a x\n",
    "merges": "<<: {}\n",
    "beads": "\N{GRINNING FACE}",
    "bells": "\a",
    "nuls": "\0",
    "surrogates": '"\\ud800',
    "commas": "a: {b: 0,1}\n",
    "unknown": "titel: 1\n",
}
GROWING = {
    "keys": "key_{}: 1\n",
    "near keys": "titel{}: 1\n",
    "issues": "  issue_{}: {{track: political}}\n",
    "names": "    - {{name: n{}, about: [bridge]}}\n",
    "lines of braces": "{{a{}: 1}}\n",
}


def told(path: str) -> Mistakes:
    """What is said of a file."""
    with pytest.raises(Mistakes) as caught:
        read(path)
    return caught.value


def test_a_bomb_of_anchors_is_not_unfolded(written: Callable[..., str]) -> None:
    mistakes = told(written(BRIDGE + BOMB))
    anchors = [item for item in mistakes.items if "Anchors (&) and aliases (*)" in item.message]
    assert len(anchors) == 9 + 8 * 9
    text = Sheet("bomb", tuple(BOMB.split("\n")))
    parser = Stream(text, BOMB)
    parser.document()
    assert parser.seen < 250


@pytest.mark.parametrize("piece", JUNK.values(), ids=JUNK.keys())
def test_a_mebibyte_of_one_thing_is_answered(piece: str, written: Callable[..., str]) -> None:
    raw = (piece.encode() * (MEBIBYTE // len(piece.encode())))[:MEBIBYTE]
    mistakes = told(written(raw))
    assert 1 <= len(mistakes.items) <= MOST_MISTAKES


@pytest.mark.parametrize("piece", GROWING.values(), ids=GROWING.keys())
def test_a_mebibyte_of_different_things_is_answered(piece: str, written: Callable[..., str]) -> None:
    lines = (piece.format(n) for n in range(24_000))
    mistakes = told(written("".join(lines)[:MEBIBYTE]))
    assert 1 <= len(mistakes.items) <= MOST_MISTAKES


@pytest.mark.parametrize("content", ["[" * 30 + "]" * 30, "- " * 30, "? " * 30, "{a: " * 30 + "1" + "}" * 30])
def test_nothing_is_looked_at_below_the_deepest_level(content: str) -> None:
    parser = Stream(Sheet("deep", (content,)), content)
    with pytest.raises(Stop):
        parser.document()
    assert parser.seen <= 2 * DEEPEST + 4
    assert "20 levels deep" in parser.mistakes[-1].message


def test_nothing_is_looked_at_after_the_last_part_allowed() -> None:
    content = "- a\n" * 60_000
    parser = Stream(Sheet("long", ("",)), content)
    with pytest.raises(Stop):
        parser.document()
    assert parser.seen == MOST_EVENTS + 1


def test_reading_stops_after_a_thousand_mistakes_and_says_so(written: Callable[..., str]) -> None:
    mistakes = told(written(BRIDGE + "".join(f"key_{n}: 1\n" for n in range(2000))))
    assert len(mistakes.items) == MOST_MISTAKES
    assert mistakes.unchecked == ("what comes after the first 1,000 mistakes",)


def test_a_key_and_a_value_have_a_greatest_length(written: Callable[..., str]) -> None:
    fits = BRIDGE + f'assumed: ["{"a" * 2000}"]\n'
    assert read(written(fits)).assumed == ("a" * 2000,)
    mistakes = told(written(BRIDGE + f"{'k' * (LONGEST_KEY + 1)}: 1\nassumed: [{'a' * (LONGEST + 1)}]\n"))
    assert [item.line for item in mistakes.items] == [8, 9]


def test_the_parser_written_in_python_keeps_to_the_same_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stream, "PARSER", yaml.SafeLoader)
    parser = Stream(Sheet("deep", ("[" * 5000,)), "[" * 5000)
    with pytest.raises(Stop):
        parser.document()
    assert parser.seen <= 2 * DEEPEST + 4


GROWN = {
    "thresholds": ("thresholds:\n", "  t{}: {{agreed: x{}}}\n"),
    "delegations": ("", "  d{}: {{positions: {{}}}}\n"),
    "items": ("agenda:\n  items:\n", "    - {{name: n, about: [bridge]}}\n"),
}


@pytest.mark.parametrize("kind", GROWN)
def test_what_is_said_grows_no_faster_than_the_file(kind: str, written: Callable[..., str]) -> None:
    opening, entry = GROWN[kind]
    texts = [BRIDGE + opening + "".join(entry.format(i, i) for i in range(n)) for n in (50, 400)]
    few, many = (told(written(text)) for text in texts)
    assert len(few.items) < len(many.items) <= MOST_MISTAKES
    assert len(str(many)) < 12 * len(str(few))
