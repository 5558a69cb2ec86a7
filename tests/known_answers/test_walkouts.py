"""What drives a delegation out, and back, by hand."""

from math import isclose, log

import pytest

from sim.rules import walkouts
from sim.rules.walkouts import Terms

NOTHING = Terms(0, 0, 0, 0, 0)


@pytest.mark.parametrize(("grievance", "logits"), [(0, 0), (0.4, 0.4), (1, 1)])
def test_anger_drives_out_as_far_as_it_hardens(grievance: float, logits: float) -> None:
    assert isclose(walkouts.anger(2, 0.5, grievance), logits)


@pytest.mark.parametrize(("satisfaction", "logits"), [(0, 1.5), (0.6, 0.6), (1, 0)])
def test_an_agenda_drives_out_as_far_as_it_does_not_suit(satisfaction: float, logits: float) -> None:
    assert isclose(walkouts.mismatch(1.5, satisfaction), logits)


@pytest.mark.parametrize("term", Terms._fields)
def test_each_term_of_log_3_triples_the_odds_of_a_walkout(term: str) -> None:
    odds = NOTHING._replace(**{term: log(3)})
    assert isclose(walkouts.hazard(-log(3), NOTHING), 1 / 4)
    assert isclose(walkouts.hazard(-log(3), odds), 1 / 2)
    assert isclose(walkouts.hazard(0, odds), 3 / 4)


@pytest.mark.parametrize(("resolve", "back"), [(-1, 9 / 10), (0, 3 / 4), (1, 1 / 2), (2, 1 / 4)])
def test_resolve_keeps_a_delegation_away(resolve: float, back: float) -> None:
    assert isclose(walkouts.return_chance(log(3), log(3), resolve), back)
