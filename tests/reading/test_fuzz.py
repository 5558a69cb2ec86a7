"""Whatever is written, it is a case, or something is said about it."""

import tempfile
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sim.case import Mistakes, Scenario, Unknown, canonical, digest, dump, read, stream
from sim.case.place import MOST_MISTAKES
from tests.reading.written import BRIDGE, EVERYTHING

VALID = [BRIDGE, EVERYTHING.read_text(encoding="utf-8")]
SIGNS = [*":-[]{}#&*!|>'\"%@`,?\n\t ~0.5eé\u202e\x00\x7f\ufeff", "null", "true", "<<: ", "---\n", "2030-02-30", "1e999"]
many = settings(max_examples=80, suppress_health_check=[HealthCheck.too_slow])


def outcome(content: str | bytes, *changes: str) -> Scenario | Mistakes | Unknown:
    """What comes of reading a text."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "case.yaml"
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass"))
        try:
            return read(str(path), changes)
        except (Mistakes, Unknown) as told:
            return told


def sound(result: Scenario | Mistakes | Unknown) -> bool:
    """Whether what came of it is whole: a case that can be written down, or sentences with places."""
    if isinstance(result, Scenario):
        return outcome(dump(result)) == result
    if isinstance(result, Unknown):
        return bool(str(result))
    places = [(item.line, item.column) for item in result.items]
    return 1 <= len(places) <= MOST_MISTAKES and places == sorted(places) and places[0][0] >= 1


@many
@given(st.text(max_size=200))
def test_any_text_is_a_case_or_a_list_of_mistakes(text: str) -> None:
    assert sound(outcome(text))


@many
@given(st.binary(max_size=200))
def test_any_bytes_are_a_case_or_a_list_of_mistakes(raw: bytes) -> None:
    assert sound(outcome(raw))


@many
@given(st.lists(st.sampled_from(SIGNS), max_size=40).map("".join))
def test_any_signs_of_yaml_are_a_case_or_a_list_of_mistakes(text: str) -> None:
    assert sound(outcome(text))


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """A valid case with a few pieces cut out, put in, doubled or exchanged."""
    text = draw(st.sampled_from(VALID))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 12)))
        put = draw(st.sampled_from(["", text[start:end] * 2, *SIGNS]) | st.text(max_size=3))
        text = text[:start] + put + text[end:]
    return text


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(mutated())
def test_a_case_with_slips_of_the_pen_is_a_case_or_a_list_of_mistakes(text: str) -> None:
    assert sound(outcome(text))


@st.composite
def relined(draw: st.DrawFn) -> str:
    """A valid case with lines taken out, doubled, moved, or with other values."""
    lines = draw(st.sampled_from(VALID)).split("\n")
    for _ in range(draw(st.integers(1, 5))):
        place = draw(st.integers(0, len(lines) - 1))
        key = lines[place].split(":")[0]
        value = draw(
            st.sampled_from(
                ["null", "[]", "{}", "-1", "2", "x", "'0.5'", "{normal: {mean: 2, sd: -1}}", "[[1]]", "2031-03-04"]
            )
        )
        other = draw(st.sampled_from([[], [lines[place]] * 2, [f"{key}: {value}"], [lines[place], lines[0]]]))
        lines[place : place + 1] = other or [""]
    return "\n".join(lines)


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(relined())
def test_a_case_with_lines_gone_wrong_is_a_case_or_a_list_of_mistakes(text: str) -> None:
    assert sound(outcome(text))


@many
@given(mutated())
def test_both_parsers_agree_on_what_is_a_case(text: str) -> None:
    quick = outcome(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stream, "PARSER", yaml.SafeLoader)
        slow = outcome(text)
    if isinstance(quick, Scenario) and isinstance(slow, Scenario):
        assert digest(quick) == digest(slow)
    else:
        assert isinstance(quick, Mistakes)
        assert isinstance(slow, Mistakes)


SOME_PATHS = (
    "spread calendar calendar.start issues.bridge delegations.east.trust.west agenda.items.0 mediator.style events.x "
    "delegations.east.positions.bridge.ideal.normal.mean thresholds.x.by ground.narrows.pause.from council.needed"
)
PATHS = st.sampled_from(SOME_PATHS.split()) | st.text("abc.=0 ", max_size=12)
VALUES = st.sampled_from(
    ["null", "0.5", "{}", "[]", "x", "", "{normal: {mean: 0.4, sd: 0.1}}", "{agreed: bridge}"]
) | st.text(max_size=8)


@many
@given(st.sampled_from(VALID), st.lists(st.tuples(PATHS, VALUES).map("=".join), min_size=1, max_size=3))
def test_any_setting_makes_a_case_or_is_told_to_be_none(text: str, changes: list[str]) -> None:
    result = outcome(text, *changes)
    assert isinstance(result, Scenario | Unknown)
    assert canonical(result) if isinstance(result, Scenario) else str(result)


def test_a_mutated_case_is_often_wrong_and_sometimes_right() -> None:
    results: list[type] = []

    @settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow])
    @given(mutated())
    def look(text: str) -> None:
        results.append(type(outcome(text)))

    look()
    assert results.count(Mistakes) > len(results) / 4
    assert Scenario in results
