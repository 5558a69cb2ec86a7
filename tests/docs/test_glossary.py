"""The glossary has every word of the format, each once, from A to Z."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from sim.case.distribution import DISTRIBUTIONS
from sim.case.record import Record
from sim.case.scenario import Scenario
from sim.case.source import Source
from sim.rules.endings import ENDINGS
from sim.rules.formats import FORMATS
from sim.rules.occurrences import EVENTS
from sim.rules.quantiles import QUANTILES
from sim.rules.settlements import SETTLEMENTS
from sim.rules.styles import STYLES
from sim.rules.tactics import TACTICS
from sim.rules.walkouts import REASONS
from sim.study.design import DESIGNS
from sim.study.sweep_file import SweepFile
from sim.talks.thresholds import KINDS

PAGE = (Path(__file__).parent.parent.parent / "docs" / "glossary.md").read_text(encoding="utf-8")
ENTRIES = re.findall(r"^\*\*(.+?)\*\*([^*]*(?:\*[^*]+\*[^*]*)*?)(?=\n\n\*\*|\Z)", PAGE, re.MULTILINE)
TERMS = [term.rstrip(".") for term, _ in ENTRIES]
NAMES = {name for code in re.findall(r"`([^`]+)`", PAGE) for name in re.findall(r"\w+", code)}
FAMILIES = (ENDINGS, REASONS, TACTICS, STYLES, SETTLEMENTS, FORMATS, EVENTS, KINDS, QUANTILES, DESIGNS)
PLAIN = {"about", "at", "by", "date", "dates", "days", "format", "from", "name", "names", "people", "size"}
PLAIN |= {"summary", "title", "to", "to_try", "until"}
"""Keys that mean what the word means anywhere."""


def _below(record: type[Record]) -> Iterator[type[Record]]:
    for below in record.__subclasses__():
        yield below
        yield from _below(below)


def _keys() -> set[str]:
    assert SweepFile in _below(Record)
    records = [record for record in _below(Record) if record is not Source and record not in DISTRIBUTIONS.values()]
    return {field.alias or name for record in records for name, field in record.model_fields.items()}


def test_every_key_of_a_case_file_is_explained() -> None:
    assert len(_keys()) > 100
    assert sorted(_keys() - PLAIN - NAMES) == []


def test_every_plain_word_is_still_a_key() -> None:
    assert sorted(PLAIN - _keys()) == []


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: next(iter(family)))
def test_every_member_of_a_family_is_named(family: dict[str, object]) -> None:
    assert [name for name in family if name not in NAMES] == []


def test_every_top_level_key_has_an_entry_of_its_own() -> None:
    openings = " ".join(body.lstrip().partition(".")[0] for _, body in ENTRIES)
    own = [key for key in Scenario.model_fields if key not in PLAIN | {"ground"}]
    assert [key for key in own if f"`{key}`" not in openings] == []


def test_the_terms_stand_from_a_to_z_and_each_once() -> None:
    assert len(TERMS) > 100
    assert sorted({term.casefold() for term in TERMS}) == [term.casefold() for term in TERMS]


def test_every_word_to_be_looked_up_elsewhere_has_an_entry() -> None:
    wanted = {
        word
        for _, body in ENTRIES
        for see in re.findall(r"[Ss]ee ((?:\*[^*]+\*(?:, | and )?)+)", body)
        for word in re.findall(r"\*([^*]+)\*", see)
    }
    known = {term.casefold() for term in TERMS}
    assert len(wanted) > 5
    assert sorted(word for word in wanted if word.casefold() not in known) == []


def test_every_name_on_the_page_is_one_of_the_format() -> None:
    known = _keys() | {name for family in FAMILIES for name in family} | set(PAGE_WORDS)
    assert sorted(NAMES - known) == []


PAGE_WORDS = ("extends", "in_sequence", "parallel", "sim", "this", "true", "type")
"""What is written like a name and is none of a record: the format's other words, and the page's own."""
