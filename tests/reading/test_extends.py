"""A case that builds on another says only what differs."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sim.case import Mistakes, read
from tests.reading.written import BRIDGE


def told(path: str) -> list[str]:
    """What is said of a file, without the folder it is in."""
    with pytest.raises(Mistakes) as caught:
        read(path)
    folder = str(Path(path).parent)
    return [str(item).replace(f"{folder}/", "") for item in caught.value.items]


def test_mappings_merge_to_any_depth_and_all_else_replaces(written: Callable[..., str]) -> None:
    scenario = read(
        written(
            "extends: geneva_ii_round_2\ntitle: Another\nassumed: [One thing.]\n"
            "delegations: {government: {positions: {prisoners: {limit: 0.6}}}}\n"
        )
    )
    parent = read("geneva_ii_round_2")
    own = scenario.delegations["government"].positions["prisoners"]
    assert (own.ideal, own.limit) == (0.3, 0.6)
    assert scenario.assumed == ("One thing.",)
    assert scenario.delegations["opposition"] == parent.delegations["opposition"]
    assert scenario.delegations["government"].positions["institutions"] == own.model_copy(
        update={"ideal": 1.0, "limit": 0.5, "salience": 0.1}
    )


def test_null_takes_a_key_out_so_that_its_default_holds(written: Callable[..., str]) -> None:
    scenario = read(
        written(
            "extends: geneva_ii_round_2\nevents: null\nbehaviour: {severity: null}\n"
            "thresholds: {half_way: null}\nground: {homs: {drawn_from: 2014-02-07}}\n"
        )
    )
    assert scenario.events == {}
    assert scenario.behaviour.severity == 0.3
    assert "severity" not in scenario.behaviour.model_fields_set
    assert "half_way" not in scenario.thresholds
    assert "gap_closed_by_a_quarter" in scenario.thresholds


def test_null_is_refused_where_nothing_is_inherited(written: Callable[..., str]) -> None:
    (said,) = told(written("extends: geneva_ii_round_2\nground: {aleppo: null}\n"))
    assert said.startswith("case.yaml:2:18: ground.aleppo: null takes out what is inherited")


def test_a_file_beside_this_one_may_be_built_on(written: Callable[..., str]) -> None:
    written(BRIDGE, "first.yaml")
    written("extends: first.yaml\nspread: 0.1\n", "second.yaml")
    third = read(written("extends: second.yaml\ntitle: Third\n", "third.yaml"))
    assert (third.title, third.spread, list(third.issues)) == ("Third", 0.1, ["bridge"])


def test_a_mistake_is_told_of_the_file_that_wrote_it(written: Callable[..., str]) -> None:
    written(BRIDGE.replace("limit: 0.8", "limit: 8"), "first.yaml")
    said = told(written("extends: first.yaml\nspread: -1\n"))
    assert said[0].startswith("case.yaml:2:9: spread: -1 is out of range")
    assert said[1].startswith("first.yaml:6:50: delegations.east.positions.bridge.limit: 8 is out of range")


def test_a_mistake_that_is_mended_here_is_none(written: Callable[..., str]) -> None:
    written(BRIDGE.replace("limit: 0.8", "limit: 8"), "first.yaml")
    mended = "extends: first.yaml\ndelegations: {east: {positions: {bridge: {limit: 0.8}}}}\n"
    assert read(written(mended)).delegations["east"].positions["bridge"].limit == 0.8


def test_what_results_is_checked_as_one_file(written: Callable[..., str]) -> None:
    written(BRIDGE, "first.yaml")
    (said,) = told(written("extends: first.yaml\ndelegations: {west: {positions: {bridge: {salience: 0.5}}}}\n"))
    assert said.startswith("case.yaml:2:22: delegations.west.positions: The saliences sum to 0.5.")


def test_a_file_that_is_no_yaml_is_told_by_its_own_name(written: Callable[..., str]) -> None:
    written("title: [", "first.yaml")
    (said,) = told(written("extends: first.yaml\n"))
    assert said.startswith("first.yaml:1:")


@pytest.mark.parametrize(
    "name", ["../first.yaml", "/etc/passwd", "sub/first.yaml", "./first.yaml", "..\\first.yaml", "~/first.yaml"]
)
def test_nothing_outside_the_folder_is_ever_read(name: str, written: Callable[..., str]) -> None:
    (said,) = told(written(f"extends: {name}\nspread: 0.1\n"))
    assert "Only a file in this file's own folder can be built on" in said


def test_a_link_that_leads_out_of_the_folder_is_not_followed(written: Callable[..., str], tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "first.yaml").write_text(BRIDGE, encoding="utf-8")
    (tmp_path / "first.yaml").symlink_to(elsewhere / "first.yaml")
    (said,) = told(written("extends: first.yaml\n"))
    assert "This one leads elsewhere" in said


@pytest.mark.parametrize("length", [2, 3, 5])
def test_a_circle_is_refused_however_long(length: int, written: Callable[..., str]) -> None:
    for place in range(length):
        path = written(f"extends: c{(place + 1) % length}.yaml\n", f"c{place}.yaml")
    (said,) = told(path)
    assert "This goes in a circle" in said


def test_a_chain_has_at_most_eight_files(written: Callable[..., str]) -> None:
    written(BRIDGE, "c0.yaml")
    for place in range(1, 9):
        written(f"extends: c{place - 1}.yaml\n", f"c{place}.yaml")
    assert read(written("extends: c6.yaml\n")).title == "A bridge"
    (said,) = told(written("extends: c8.yaml\n"))
    assert "At most 8 files may build on each other" in said


def test_only_the_files_own_mistakes_are_told_where_the_other_is_missing(written: Callable[..., str]) -> None:
    said = told(written("extends: nowhere\nspread: half\nevents: null\nthresholds: {a: {agreed: bridge}}\n"))
    assert [each.split(":")[1] for each in said] == ["1", "2"]
