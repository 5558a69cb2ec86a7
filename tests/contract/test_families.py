"""Every member of every family keeps what its family promises."""

import importlib
import inspect
import pkgutil
import re
from collections.abc import Callable, Mapping
from itertools import product
from types import ModuleType, SimpleNamespace
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

import sim.rules
from sim.case.distribution import DISTRIBUTIONS
from sim.case.event import Affront, Attack, Evacuation, Prolongation
from sim.case.threshold import KINDS as NAMED_KINDS
from sim.forecasts import Side
from sim.rules.endings import ENDINGS, ending
from sim.rules.formats import FORMATS, chosen_format, pace
from sim.rules.occurrences import EVENTS
from sim.rules.quantiles import QUANTILES
from sim.rules.settlements import SETTLEMENTS
from sim.rules.styles import STYLES
from sim.rules.tactics import TACTICS, Standing, conceded
from sim.rules.walkouts import REASONS, Terms, reason
from sim.talks.thresholds import KINDS
from tests.forecasts.tables import tables
from tests.model.values import odd_shares, shares

FAMILIES: dict[str, Mapping[str, Any]] = {
    "tactics": TACTICS,
    "styles": STYLES,
    "formats": FORMATS,
    "events": EVENTS,
    "settlements": SETTLEMENTS,
    "kinds": KINDS,
    "endings": ENDINGS,
    "reasons": REASONS,
    "quantiles": QUANTILES,
}
MEMBERS = [
    pytest.param(member, id=f"{family}-{name}") for family, dict_ in FAMILIES.items() for name, member in dict_.items()
]
PLUMBING = {"arithmetic", "quantiles", "dispatch", "occurrences"}  # mathematics, and facts that are replayed
SOURCED = re.compile(r"\(\d{4}\)|[A-Z]\w+ \d{4}|\b[Oo]urs?\b")
RULES = [importlib.import_module(f"sim.rules.{module.name}") for module in pkgutil.iter_modules(sim.rules.__path__)]
FORMULAS = [module for module in RULES if module.__name__.split(".")[-1] not in PLUMBING]
PARAMETERS = {
    "normal": (0.4, 0.2, 0.0),
    "uniform": (0.2, 0.7, 0.0),
    "triangular": (0.1, 0.3, 0.9),
    "beta": (2.0, 3.0, 0.0),
    "pert": (0.1, 0.2, 0.8),
}


def meaning(member: object) -> str:
    """Say what a member of a family means, in its own words."""
    if callable(member):
        return member.__doc__ or ""
    return str(getattr(member, "meaning", member))


@pytest.mark.parametrize("member", MEMBERS)
def test_every_member_of_a_family_says_what_it_means(member: object) -> None:
    assert len(meaning(member).split()) >= 2


@pytest.mark.parametrize("family", FAMILIES, ids=str)
def test_every_member_of_a_family_has_a_name_that_can_stand_in_a_file(family: str) -> None:
    assert FAMILIES[family]
    assert all(re.fullmatch("[a-z][a-z0-9_]{0,39}", name) for name in FAMILIES[family])
    assert len({meaning(member) for member in FAMILIES[family].values()}) == len(FAMILIES[family])


def functions(module: ModuleType) -> list[Callable[..., Any]]:
    """Give the rules that a file of rules holds."""
    found = [thing for thing in vars(module).values() if inspect.isfunction(thing)]
    return [rule for rule in found if rule.__module__ == module.__name__ and not rule.__name__.startswith("_")]


@pytest.mark.parametrize("module", RULES, ids=lambda module: module.__name__.split(".")[-1])
def test_every_rule_says_what_it_does_and_of_what_kind_each_number_is(module: ModuleType) -> None:
    assert (module.__doc__ or "").strip()
    for rule in functions(module):
        assert len((rule.__doc__ or "").split()) >= 3, rule.__name__
        assert set(rule.__annotations__) == {*inspect.signature(rule).parameters, "return"}, rule.__name__


@pytest.mark.parametrize("module", FORMULAS, ids=lambda module: module.__name__.split(".")[-1])
def test_every_formula_says_who_wrote_it_or_that_it_is_ours(module: ModuleType) -> None:
    unsaid = [rule.__name__ for rule in functions(module) if not SOURCED.search(rule.__doc__ or "")]
    assert unsaid == []


@pytest.mark.parametrize("name", [name for name in TACTICS if name != "fixed"])
def test_a_tactic_names_its_source_with_a_year(name: str) -> None:
    assert re.search(r"Source: \w.*\(\d{4}\)", TACTICS[name].__doc__ or "", re.DOTALL)


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)
def test_a_style_names_its_source_and_a_settlement_that_exists(style: Any) -> None:  # noqa: ANN401 - any member
    assert re.search(r"\(\d{4}\)", style.source)
    assert style.settlement in SETTLEMENTS
    assert 0 <= style.goodwill <= 2


STANDINGS = st.builds(
    Standing,
    concession=shares,
    elapsed=shares,
    beta=st.sampled_from([0.1, 0.5, 1.0, 3.0]),
    reciprocity=odd_shares,
    resolve=st.floats(-3, 3),
    trusted_concessions=odd_shares,
    trusted_steps=odd_shares,
    yielding=odd_shares,
)


@pytest.mark.parametrize("tactic", TACTICS.values(), ids=TACTICS)
@given(standing=STANDINGS, work=shares, speed=shares)
def test_a_tactic_concedes_between_what_was_given_and_everything(
    tactic: Callable[[Standing], float], standing: Standing, work: float, speed: float
) -> None:
    after = conceded(standing.concession, tactic(standing), work, speed)
    assert standing.concession <= after <= 1
    assert isinstance(tactic(standing), float)


@pytest.mark.parametrize("settlement", SETTLEMENTS.values(), ids=SETTLEMENTS)
@given(table=tables)
def test_a_settlement_is_a_point_of_the_axis_or_unknown(
    settlement: Callable[[int, list[Side], list[list[Side]]], float], table: list[Side]
) -> None:
    text = settlement(0, table, [[side] for side in table])
    assert text == -1 or 0 <= text <= 1


@pytest.mark.parametrize("kind", QUANTILES)
@given(first=odd_shares, second=odd_shares)
def test_a_quantile_rises_with_its_share_and_stays_between_the_ends(kind: str, first: float, second: float) -> None:
    low, high = DISTRIBUTIONS[kind](**dict(zip(DISTRIBUTIONS[kind].model_fields, PARAMETERS[kind], strict=False))).ends
    lower, upper = (QUANTILES[kind](u, *PARAMETERS[kind]) for u in sorted((first, second)))
    assert low <= lower <= upper <= high


@pytest.mark.parametrize("kind", EVENTS)
def test_a_dated_event_changes_the_front_or_the_delegation_that_it_names(kind: str) -> None:
    fronts = [SimpleNamespace(dated_attacks=0, dated_author=-1, pause_last=0, prolonged=0) for _ in range(2)]
    parties = [SimpleNamespace(affront=0.0) for _ in range(2)]
    before = [dict(vars(one)) for one in (*fronts, *parties)]
    EVENTS[kind](SimpleNamespace(front=1, delegation=0, size=0.5, until=9), fronts, parties)
    after = [vars(one) for one in (*fronts, *parties)]
    touched = [one != other for one, other in zip(before, after, strict=True)]
    assert touched == ([False, False, True, False] if kind == "affront" else [False, True, False, False])


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_does_between_none_and_all_of_a_sessions_work(name: str) -> None:
    assert pace(FORMATS[name].face_to_face, 0.5) == (1.0 if name == "joint" else 0.5)
    places = [list(FORMATS)[chosen_format(air, 0.4)] for air in (0.39, 0.4)]
    assert places == ["proximity", "joint"]


def test_every_ending_of_a_held_round_can_happen_and_no_other() -> None:
    every = product([True, False], [True, False], [0, 2], [True, False], [True, False], [True, False])
    found = {ending(*each) for each in every}
    assert found == set(range(len(ENDINGS))) - {list(ENDINGS).index("no_show")}


@pytest.mark.parametrize("name", REASONS)
def test_the_largest_term_is_the_reason(name: str) -> None:
    assert list(REASONS) == list(Terms._fields)
    terms = Terms(0.1, 0.1, 0.1, 0.1, 0.1)._replace(**{name: 0.2})
    assert list(REASONS)[reason(terms)] == name
    assert reason(Terms(0.0, 0.0, 0.0, 0.0, 0.0)) == 0


def test_what_a_file_may_name_is_what_there_is() -> None:
    events = {get_args(kind.model_fields["kind"].annotation)[0] for kind in (Attack, Evacuation, Prolongation, Affront)}
    assert events == set(EVENTS)
    assert list(QUANTILES) == list(DISTRIBUTIONS)
    assert list(KINDS) == list(NAMED_KINDS)
