"""What does not fit is told before anything is played: all of it, each mistake once, in the name of what was varied."""

from typing import Any

import pytest

from sim.case import Mistakes, Scenario, Unknown, read
from sim.case.node import Node
from sim.case.place import Mistake
from sim.case.reading import each_by_itself
from sim.study import fit, trial
from sim.study.axes import axis
from sim.study.request import asked, planned
from tests.sweeps.varied import GENEVA, refused

SALIENCE = "delegations.government.positions.prisoners.salience"
AUTHORS = "ground.homs.authors"
MORTARS = "{date: 2014-02-09, kind: attack, at: homs}"


@pytest.mark.parametrize(
    ("vary", "words"),
    [
        ("delegations.government.influence=-1", "=-1: -1 is out of range: from 0 to 1000."),
        (
            "delegations.government.influence=2,-1,-3",
            "=-1: -1 is out of range: from 0 to 1000. The same at 1 more value.",
        ),
        ("great_powers.cooperation=0:2:21", "=1.1: 1.1 is out of range: from 0 to 1. The same at 9 more values."),
        ("behaviour.walkout_base=-60:60:2000", "=-60: -60 is out of range: from -50 to 50. The same at 1 more value."),
        (
            "mediator.style=formulation,formlation",
            "formlation: There is no style of mediation of this name. Did you mean",
        ),
        ("great_powers.cooperation=low,0.5", "=low: A number is wanted here."),
        ("great_powers.cooperation='0.5'", "Remove the quotes."),
        ("calendar.rounds=1:2:3", "=1.5: A whole number is wanted here."),
        (
            "ground.homs.trapped={normal: {mean: 1, sd: -1}},5",
            "ground.homs.trapped.normal: A standard deviation is 0 or more.",
        ),
        ("calendar.deadline=2014-06-01,2010-01-01", "=2010-01-01: It is before the first day, 2014-02-10."),
        ("title=null", "title is missing."),
        ("ground.homs.pause.days=null,3", "ground.homs.pause: days is missing."),
        ("issues.prisoners=null", "There is no issue of this name."),
        (
            f"{SALIENCE}=0.05,0.5",
            "=0.5: geneva_ii_round_2:183:5: delegations.government.positions: The saliences sum to 1.45.",
        ),
    ],
)
def test_a_value_that_does_not_validate_is_refused_by_its_name(vary: str, words: str) -> None:
    said = refused(vary)
    assert said.startswith(f"With --vary {vary.partition('=')[0]}=")
    assert words in said
    assert "\n" not in said


@pytest.mark.parametrize(
    ("vary", "words"),
    [
        ("mediator.stile=a,b", "There is no mediator.stile. Did you mean mediator.style?"),
        ("sponsors.rusia.commitment=0:1:3", "There is no sponsors.rusia. Did you mean sponsors.russia?"),
        ("agenda.items.9.share=0,1", "agenda.items is a list: its items are numbered from 0 to 3."),
        ("spread.mean=0,1", "spread is a single value"),
        ("events.mortar=null", "events.mortar is not set: there is nothing to take out. Did you mean mortars?"),
        ("extends=first_scenario", "There is no extends."),
        ("great_powers.cooperation=0:1", "For a grid, say how many numbers are taken from a range"),
        ("great_powers.cooperation", "write path=a,b,c"),
    ],
)
def test_a_path_that_leads_nowhere_is_refused_as_it_was_typed(vary: str, words: str) -> None:
    assert refused(vary).startswith(f"--vary {vary}: {words}")


def test_a_key_that_only_some_values_take_out_must_be_there() -> None:
    assert (
        refused("events.mortar=null,{date: 2014-02-09, kind: attack, at: homs}").count("events.mortar is not set") == 1
    )
    said = refused(f"events.mortar={MORTARS},null")
    assert said.startswith("With --vary events.mortar=null: events.mortar is not set")


def test_all_that_is_wrong_is_told_at_once() -> None:
    said = refused(
        "mediator.stile=a,b", "mediator.style=formlation,manipulaton", "spread=0:2:3", "x", "council=1:1",
        runs=0, points=0, seed=-1, design="gird",
    ).split("\n")  # fmt: skip
    assert [line.partition(": ")[0] for line in said] == [
        "--design gird", "--points 0", "--seed -1", "--vary council=1:1", "--vary mediator.stile=a,b", "--vary x",
        "-n 0", "With --vary mediator.style=formlation", "With --vary mediator.style=manipulaton",
        "With --vary spread=2",
    ]  # fmt: skip


def test_the_same_mistake_is_not_told_for_each_point() -> None:
    said = refused(f"{SALIENCE}=0:1:101", "mediator.style=facilitation,formulation", "spread=0,0.1")
    assert said.count("The saliences sum to") == 1
    assert said.startswith(f"With --vary {SALIENCE}=0: geneva_ii_round_2:")
    assert said.endswith("The same at 399 more points.")


def test_a_combination_is_named_where_no_value_is_wrong_alone() -> None:
    said = refused(f"{AUTHORS}.government=0.1,0.5", f"{AUTHORS}.opposition=0.4,0.6", "spread=0,0.1")
    assert said.startswith(
        f"With --vary {AUTHORS}.government=0.5 --vary {AUTHORS}.opposition=0.6 --vary spread=0: "
        f"geneva_ii_round_2:301:5: {AUTHORS}: The parts of the authors sum to 1.1."
    )
    assert said.endswith("The same at 1 more point.")


def test_a_combination_in_which_all_fits_is_let_pass() -> None:
    assert len(asked(GENEVA, [], [f"{AUTHORS}.government=0.1:0.4:4", f"{AUTHORS}.opposition=0:0.6:7"]).points) == 28


def test_an_axis_may_stand_on_an_earlier_one() -> None:
    event = ["kind=affront", "to=opposition", "at=null", "size=0.2,0.5"]
    plan = asked(GENEVA, [], [f"events.mortars.{key}" for key in event])
    assert [point[3] for point in plan.points] == ["0.2", "0.5"]
    assert "There is no events.mortars.size." in refused("events.mortars.size=0.2,0.5")


def test_of_a_design_that_there_is_not_nothing_else_is_said() -> None:
    said = refused("spread=0:1", design="sobl")
    assert said == "--design sobl: There is no design of this name. Did you mean sobol?"


def test_a_point_with_other_outcomes_is_refused() -> None:
    said = refused("thresholds.half_way={progress: 0.5},null", "spread=0,0.1")
    assert "met_on.half_way is no outcome here, other than at the first point." in said
    assert said.startswith("With --vary thresholds.half_way=null: ")
    assert said.endswith("The same at 1 more point.")
    assert "met_on.half_way is an outcome here" in refused("thresholds.half_way=null,{progress: 0.5}")


def test_the_same_other_outcomes_at_every_point_are_let_pass() -> None:
    assert asked(GENEVA, [], ["thresholds.half_way=null"]).points == (("null",),)


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        ("spread=0", "spread=1", "--vary spread=1: spread is varied twice. Put all its values together."),
        ("mediator={style: facilitation}", "mediator.style=formulation", "mediator.style lies inside mediator"),
        (
            "mediator.style=formulation",
            "mediator={style: facilitation}",
            "mediator.style, which is varied too, lies inside",
        ),
    ],
)
def test_what_is_varied_twice_is_refused(one: str, other: str, words: str) -> None:
    assert words in refused(one, other)


def test_paths_that_begin_alike_are_not_inside_each_other() -> None:
    assert len(asked(GENEVA, [], ["mediator.style=formulation", "mediator.name=A"]).points) == 1


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (
            {"design": "sobol", "points": 500},
            "--points 500: The points of a Sobol sample are a power of two: 256 or 512",
        ),
        ({"design": "lhs"}, "--design lhs: Say how many points the sample has"),
        ({"points": 5}, "--points 5: A grid has a point for each combination."),
        ({"design": "sobl"}, "--design sobl: There is no design of this name. Did you mean sobol?"),
        ({"runs": 10**10}, "-n 10000000000: 3 points with 10,000,000,000 runs each are 30,000,000,000 runs."),
        ({"runs": 0}, "-n 0: A whole number from 1 to 10,000,000,000 is wanted here."),
        ({"seed": 2**64}, "A whole number from 0 to 18,446,744,073,709,551,615 is wanted here."),
        (
            {"design": "lhs", "points": 10**6 + 1},
            "--points 1000001: A whole number from 1 to 1,000,000 is wanted here.",
        ),
    ],
)
def test_counts_that_cannot_be_had_are_refused(options: dict[str, Any], words: str) -> None:
    assert words in refused("spread=0:0.1:3", **options)


def test_a_million_points_are_the_most() -> None:
    assert "These are 1,002,000 points. At most 1,000,000 are played." in refused(
        "spread=0:1:1002", "council.draft.strength=0:1:1000"
    )


def test_a_setting_that_does_not_fit_is_told_beside_what_is_varied() -> None:
    with pytest.raises(Unknown) as caught:
        asked(GENEVA, ["spread=2", "mediator.stile=x", "foo"], ["mediator.style=formlation"])
    assert [line.partition(": ")[0] for line in str(caught.value).split("\n")] == [
        "--set foo", "--set mediator.stile=x", "With --set spread=2", "With --vary mediator.style=formlation",
    ]  # fmt: skip


def test_a_sum_that_settings_break_is_put_down_to_them() -> None:
    with pytest.raises(Unknown, match=rf"^With --set {SALIENCE}=0.5: geneva_ii_round_2:183:5: .* sum to 1.45"):
        asked(GENEVA, [f"{SALIENCE}=0.5"], ["spread=0,0.1"])


def test_mistakes_of_the_scenario_are_told_as_always() -> None:
    with pytest.raises(Mistakes) as caught:
        asked("tests/scenarios/invalid/decimal_comma.yaml", [], ["spread=0,0.1"])
    with pytest.raises(Mistakes) as alone:
        read("tests/scenarios/invalid/decimal_comma.yaml")
    assert caught.value.items == alone.value.items


def test_a_scenario_that_is_not_there_is_unknown() -> None:
    assert "There is no file and no bundled scenario called geneva_iii." in refused("spread=0", case="geneva_iii")


def test_a_point_may_put_a_threshold_out_of_reach() -> None:
    assert len(asked(GENEVA, [], ["agenda=null", "calendar.intermission_days=30,300"]).points) == 2


def test_axes_that_were_read_before_give_the_same_plan() -> None:
    vary = ["spread=0:0.1:3", "mediator.style=facilitation,formulation"]
    assert planned(GENEVA, ["spread=0"], [axis(text) for text in vary], runs=5) == asked(
        GENEVA, ["spread=0"], vary, runs=5
    )


def test_a_plan_says_how_large_it_is_and_how_a_point_is_set() -> None:
    plan = asked(GENEVA, [], ["spread=0,0.1", 'mediator.name="A, B",C'], runs=7)
    assert (plan.size, plan.runs, plan.seed, plan.rounds) == (28, 7, 1, False)
    assert plan.settings_at(2) == ["spread=0.1", 'mediator.name="A, B"']
    assert asked(GENEVA).points == ((),)
    assert asked(GENEVA).runs == 1000


def test_numbers_are_tried_by_their_ends_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    reads: list[Node] = []

    def counted(root: Node) -> tuple[Scenario, list[Mistake]]:
        reads.append(root)
        return each_by_itself(root)

    monkeypatch.setattr(trial, "each_by_itself", counted)
    monkeypatch.setattr(fit, "each_by_itself", counted)
    asked(GENEVA, [], ["spread=0:1:100", "great_powers.cooperation=0:1:100"])
    assert len(reads) == 5
