"""`--vary path=a,b,c` and `path=low:high:n`: what is varied, as people type it."""

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.case import Unknown
from sim.case.node import Node, Row, Scalar, Table
from sim.case.place import Sheet
from sim.case.stream import compose
from sim.study.axes import axis
from sim.study.values import spaced, text_of, written


def texts(values: str) -> tuple[str, ...]:
    """The values of an axis."""
    return axis(f"path={values}").texts


def refusal(text: str) -> str:
    """What is said of an axis that is none."""
    with pytest.raises(Unknown) as caught:
        axis(text)
    return str(caught.value)


def test_eleven_numbers_from_0_to_1_are_what_people_write() -> None:
    assert texts("0:1:11") == ("0", "0.1", "0.2", "0.3", "0.4", "0.5", "0.6", "0.7", "0.8", "0.9", "1")


def test_a_range_may_fall_and_may_have_thirds() -> None:
    assert texts("1:0:4") == ("1", "0.6666666666666666", "0.3333333333333333", "0")


@given(st.integers(-(10**6), 10**6), st.integers(-(10**6), 10**6).filter(bool), st.integers(2, 30), st.integers(0, 6))
def test_every_number_of_a_range_is_the_decimal_it_should_be(first: int, step: int, count: int, digits: int) -> None:
    exact = [Decimal(first + step * place).scaleb(-digits) for place in range(count)]
    assert spaced(str(exact[0]), str(exact[-1]), count) == tuple(
        repr(float(value) + 0.0).removesuffix(".0") for value in exact
    )


def test_a_range_without_a_count_is_left_to_the_design() -> None:
    assert axis("path=-9:1e1").between
    assert axis("path=-9:1e1").texts == ("-9", "10")
    assert not axis("path=0:1:2").between


def test_values_are_yaml_of_any_kind() -> None:
    assert texts("{normal: {mean: 0.5, sd: 0.1}},0.3") == ("{normal: {mean: 0.5, sd: 0.1}}", "0.3")
    assert texts("facilitation, formulation") == ("facilitation", "formulation")
    assert texts("\"a, b\", 'c: d',null") == ('"a, b"', '"c: d"', "null")
    assert texts("[homs, aleppo],[homs]") == ("[homs, aleppo]", "[homs]")
    assert texts("2014-02-10") == ("2014-02-10",)
    assert texts('"0:1:11"') == ('"0:1:11"',)


def test_a_number_is_kept_in_its_shortest_form() -> None:
    assert texts(".5,1e-1,+3,2.50,-0") == ("0.5", "0.1", "3", "2.5", "0")


@pytest.mark.parametrize(
    "text", ["---", "...", "--- a", "-a", "~", "50%", "a: b", "# a", "-", "é", "a\u0301", "?", "!", "1e3x"]
)
def test_a_text_is_kept_as_a_text_whatever_it_looks_like(text: str) -> None:
    (kept,) = axis(f"path={json.dumps(text)}").texts
    assert bare(parsed(kept)) == (text, False)
    again = parsed(written(Scalar(text, plain=True, place=parsed(kept).place)))
    assert isinstance(again, Scalar)
    assert again.text == text


def test_a_quoted_number_stays_quoted() -> None:
    assert texts("'0.5'") == ('"0.5"',)


def test_the_path_is_what_stands_before_the_first_equals_sign() -> None:
    assert axis(" mediator.name =a=b").path == "mediator.name"
    assert axis("mediator.name=a=b").texts == ("a=b",)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("mediator.style", "write path=a,b,c, or path=low:high:n"),
        ("=1,2", "write path=a,b,c"),
        ("a..b=1", "write path=a,b,c"),
        ("a=", "A value is missing"),
        ("a= ", "A value is missing"),
        ("a=b,,c", "A value is missing"),
        ("a=1,1.0", "1 is listed twice"),
        ("a=b,b", "b is listed twice"),
        ("a=[", "closing ] is missing"),
        ("a={b: 1", "closing } is missing"),
        ("a=&x 1", "Anchors (&)"),
        ("a=1:1", "Both ends of the range are 1."),
        ("a=1:1.0:5", "Both ends of the range are 1."),
        ("a=0:1:1", "From 2 to 100,000 numbers can lie in a range, not 1."),
        ("a=0:1:0", "not 0."),
        ("a=0:1:-5", "not -5."),
        ("a=0:1:2.5", "not 2.5."),
        ("a=0:1:many", "not many."),
        ("a=0:1:100001", "not 100001."),
        ("a=low:high", "and low is none. List values as a,b,c."),
        ("a=0:nan:3", "and nan is none."),
        ("a=0:1e999:3", "and 1e999 is none."),
        ("a=2014-02-10:2014-02-20:11", "and 2014-02-10 is none."),
        ("a=0:1:11,2", "A range stands alone"),
    ],
)
def test_what_is_no_list_and_no_range_is_refused(text: str, words: str) -> None:
    said = refusal(text)
    assert words in said
    assert said.endswith((".", "?"))


PLAIN = st.text("abcxyz0123456789_.-+~%", min_size=1, max_size=8).filter(lambda text: text[0] not in "%-")
QUOTED = st.text("ab 1.0,:#[]{}'\"\\&*!|>%@`éس", max_size=12).map(json.dumps)
FLOW = st.recursive(
    PLAIN | QUOTED,
    lambda below: (
        st.lists(below, max_size=3).map(lambda items: f"[{', '.join(items)}]")
        | st.dictionaries(PLAIN, below, max_size=3).map(
            lambda table: f"{{{', '.join(f'{key}: {value}' for key, value in table.items())}}}"
        )
    ),
    max_leaves=8,
)


def parsed(text: str) -> Node:
    """The node of a text that is YAML."""
    found, mistakes = compose(Sheet("text", (text,)), text)
    assert mistakes == []
    return found


def bare(node: Node) -> object:
    """What a node says, without places."""
    match node:
        case Scalar(text=text, plain=plain):
            return (text, plain)
        case Row(items=items):
            return [bare(item) for item in items]
        case Table(entries=entries):
            return {key: bare(entry.value) for key, entry in entries.items()}
    raise AssertionError(node)


@given(FLOW)
def test_a_value_is_read_again_as_it_was_meant(text: str) -> None:
    assert bare(parsed(written(parsed(text)))) == bare(parsed(text))
    assert text_of(parsed(text_of(parsed(text)))) == text_of(parsed(text))


@pytest.mark.parametrize("text", ["- a, b\n- c", "a: yes, [really\nb: 'it''s'", "- {a: b}\n-\n- null"])
def test_a_value_of_several_lines_becomes_one_that_says_the_same(text: str) -> None:
    line = written(parsed(text))
    assert "\n" not in line
    assert [one[0] if isinstance(one, tuple) else one for one in _flat(bare(parsed(line)))] == [
        "null" if one == ("", True) else one[0] for one in _flat(bare(parsed(text)))
    ]


def _flat(said: object) -> list[tuple[str, bool]]:
    if isinstance(said, tuple):
        return [said]
    assert isinstance(said, list | dict)
    below = said if isinstance(said, list) else list(said.values())
    return [one for each in below for one in _flat(each)]
