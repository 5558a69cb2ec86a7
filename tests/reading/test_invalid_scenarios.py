"""Every file under `invalid/` says which kind of mistake it has, and what must be said about it where."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import yaml

from sim.case import Mistake, Mistakes, read, stream

FOLDER = Path(__file__).parents[1] / "scenarios" / "invalid"
FILES = sorted(FOLDER.glob("*.yaml"))
EXPECTED = re.compile(r"# expect: (?:(?P<file>[\w.]+\.yaml):)?(?P<line>\d+):(?P<column>\d+) (?P<words>.+)")

KINDS = {
    "NaN or infinity",
    "actor that does not exist",
    "alias or anchor",
    "authors above 1",
    "boolean for a number",
    "boolean wanted",
    "branching of 1 or more",
    "calendar that does not fit",
    "circle of extends",
    "date that does not exist",
    "date written otherwise",
    "decimal comma",
    "directive",
    "distribution written otherwise",
    "duplicate key",
    "empty list",
    "empty text",
    "event outside the days of the story",
    "extends of nothing",
    "extends outside the folder",
    "format fixed twice",
    "format on a day outside the round",
    "hidden character",
    "issue on two items",
    "issue that does not exist",
    "key that cannot be a name",
    "key too long",
    "least above greatest",
    "linked issue on no item",
    "list wanted",
    "mapping wanted",
    "merge key",
    "missing key",
    "mistake in what is inherited",
    "more votes needed than members",
    "name of no member of its family",
    "not YAML",
    "nothing at all",
    "null that is not inherited",
    "number in quotes",
    "number like a clock",
    "number out of range",
    "number too large to hold",
    "number with _ or blanks",
    "number with a leading 0",
    "number with a unit",
    "octal or hexadecimal number",
    "percentage",
    "prolongation of nothing",
    "prolongation that ends before its date",
    "saliences that do not sum to 1",
    "second document",
    "several lines for one",
    "several mistakes at once",
    "shares that are all 0",
    "single delegation",
    "single value wanted",
    "tag",
    "text too long",
    "threshold both reached and not",
    "threshold of several things, or of none",
    "threshold that can never be met",
    "too deep",
    "trust in oneself",
    "two events of a kind at one front on one day",
    "two items of one name",
    "two names of one chance id",
    "unknown key",
    "voting day that cannot be",
    "words for a number",
}


def expected(file: Path) -> Iterator[tuple[str, int, int, str]]:
    """What a file says must be said of it: file, line, column, words."""
    for line in file.read_text(encoding="utf-8").split("\n"):
        match = EXPECTED.fullmatch(line)
        if match:
            yield match["file"] or file.name, int(match["line"]), int(match["column"]), match["words"]


@cache
def mistakes(file: Path) -> tuple[Mistake, ...]:
    """Every mistake in a file, found once."""
    return found(file)


def found(file: Path) -> tuple[Mistake, ...]:
    """Every mistake in a file."""
    with pytest.raises(Mistakes) as caught:
        read(str(file))
    return caught.value.items


def place(mistake: Mistake) -> tuple[str, int, int]:
    """Where a mistake is."""
    return Path(mistake.file).name, mistake.line, mistake.column


def kind(file: Path) -> str:
    """Which kind of mistake a file is an example of."""
    return file.read_text(encoding="utf-8").split("\n")[0].removeprefix("# kind: ")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_exactly_the_mistakes_that_a_file_is_made_with_are_told(file: Path) -> None:
    wanted = list(expected(file))
    told = mistakes(file)
    assert wanted
    assert [place(mistake) for mistake in told] == [where[:3] for where in wanted]
    assert [words for (*_, words), mistake in zip(wanted, told, strict=True) if words not in str(mistake)] == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_parser_written_in_python_finds_the_same_lines(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stream, "PARSER", yaml.SafeLoader)
    assert [place(mistake)[:2] for mistake in found(file)] == [where[:2] for where in expected(file)]


def test_there_are_two_files_of_each_kind_of_mistake() -> None:
    counted = Counter(kind(file) for file in FILES)
    assert set(counted) == KINDS
    assert [each for each in KINDS if counted[each] < 2] == []
    assert len(FILES) >= 120


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_words_underlined_stand_in_the_line_that_is_shown(file: Path) -> None:
    for mistake in mistakes(file):
        assert 1 <= mistake.column <= len(mistake.excerpt) + 1
        assert 1 <= mistake.width <= max(1, len(mistake.excerpt) - mistake.column + 1)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_what_is_said_of_a_mistake_is_one_clean_sentence_or_more(file: Path) -> None:
    for mistake in mistakes(file):
        assert str(mistake).isprintable()
        assert mistake.message.endswith((".", "?"))


def test_what_was_not_looked_at_is_named() -> None:
    with pytest.raises(Mistakes) as caught:
        read(str(FOLDER / "sum_not_told_where_one_is_broken.yaml"))
    assert caught.value.unchecked == ("that saliences sum to 1",)


def test_the_nearest_name_is_offered() -> None:
    (mistake,) = found(FOLDER / "position_on_no_issue.yaml")
    assert mistake.suggestion == "prisoners"
    assert "Did you mean prisoners?" in mistake.message
