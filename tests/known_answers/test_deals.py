"""When a text is agreed, and what is in it."""

from math import isclose

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from sim.rules.styles import STYLES
from sim.rules.tactics import TACTICS
from tests.model.cases import DEFAULT, NEVER, World, seated
from tests.model.generated import FAST, worlds
from tests.model.playing import agreed, days, ends, played
from tests.model.small import at_table, talks
from tests.model.values import odd_shares, shares

BETAS = st.sampled_from([0.5, 1, 2])
POLITICAL = ("assads_role", "institutions", "reconciliation", "transitional_body", "violence_and_terrorism")


@given(
    marks=st.lists(odd_shares, min_size=4, max_size=4, unique=True),
    limits=st.sampled_from([(2, 1), (1, 2)]),
    beta=BETAS,
)
@settings(max_examples=60)
def test_one_issue_is_agreed_if_and_only_if_the_text_is_in_the_zone_of_agreement(
    marks: list[float], limits: tuple[int, int], beta: float
) -> None:
    low, *_, high = marks = sorted(marks)
    highest, lowest = (marks[limit] for limit in limits)
    parties = {"ash": {"dam": (low, highest, 1)}, "birch": {"dam": (high, lowest, 1)}}
    case = at_table(talks(parties, 6, "time_dependent"), ("delegations.ash.tactic.beta", beta))
    for day in days(case, 1, 0):
        text = float(day["issues"][0]["text"])
        assume(min(abs(text - lowest), abs(text - highest)) > 1e-6)
        assert bool(day["issues"][0]["agreed"]) == (lowest < text < highest)


@given(ideals=st.lists(shares, min_size=1, max_size=4), tactic=st.sampled_from(list(TACTICS)))
@settings(max_examples=20)
def test_those_who_want_the_same_agree_on_everything_in_the_first_session(ideals: list[float], tactic: str) -> None:
    weight = 1 / len(ideals)
    stakes = {f"issue_{n}": (ideal, (ideal + 0.5) % 1, weight) for n, ideal in enumerate(ideals)}
    end = ends(at_table(talks({"ash": stakes, "birch": stakes, "cedar": stakes}, 5, tactic)), 1)[0]
    assert end["issues"]["agreed_on"].tolist() == [0] * len(ideals)
    assert (end["room"][0]["progress"], end["room"][0]["day"], end["room"][0]["ending"]) == (1.0, 0, 0)


@pytest.mark.parametrize(("style", "worth"), [("formulation", 0.68), ("manipulation", 0.68), ("facilitation", 0.5)])
def test_two_linked_issues_are_traded_for_each_other(style: str, worth: float) -> None:
    parties = {"ash": {"dam": (0, 1, 0.8), "gold": (0, 1, 0.2)}, "birch": {"dam": (1, 0, 0.2), "gold": (1, 0, 0.8)}}
    end = ends(at_table(talks(parties), ("mediator.style", style)), 1)[0]
    dam, gold = end["issues"]["text"]
    assert isclose(0.8 * (1 - dam) + 0.2 * (1 - gold), worth, abs_tol=1e-12)
    assert isclose(0.2 * dam + 0.8 * gold, worth, abs_tol=1e-12)
    assert end["issues"]["agreed"].tolist() == [1, 1]


@given(world=worlds(), style=st.sampled_from(list(STYLES)), line=st.tuples(odd_shares, odd_shares))
@settings(max_examples=40, phases=FAST)
def test_where_red_lines_exclude_each_other_nothing_linked_is_ever_agreed(
    world: World, style: str, line: tuple[float, float]
) -> None:
    low, high = sorted(line)
    assume(low < high)
    issue = next(iter(world["issues"]))
    world["issues"][issue] |= {"track": "political", "linked": True}
    assume("agenda" not in world or any(issue in item["about"] for item in world["agenda"]["items"]))
    for name, limit, ideal in (("ash", low, 0), ("birch", high, 1)):
        world["delegations"][name]["positions"][issue] |= {"limit": limit, "ideal": ideal, "red_line": True}
    columns = played(at_table(world, ("mediator.style", style)), 100)
    assert not agreed(columns, [issue]).any()
    assert not (columns["ending"] == 0).any()


@pytest.mark.parametrize(
    "setting",
    [
        "great_powers.cooperation=1",
        "mediator.style=manipulation",
        "behaviour.temperature=5",
        "behaviour.pressing=2",
        "delegations.government.trust=1",
        "delegations.opposition.positions.assads_role.red_line=false",
        "delegations.government.positions.assads_role.limit=0.84",
    ],
)
def test_a_red_line_is_never_signed_away(setting: str) -> None:
    columns = played(seated(DEFAULT, setting), 3000)
    assert not agreed(columns, POLITICAL).any()
    assert (columns["agreed_on.humanitarian_access"] > NEVER).any()
