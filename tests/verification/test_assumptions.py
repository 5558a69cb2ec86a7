"""What is concluded from the default case, and with which other assumptions it no longer holds."""

from sim.case.behaviour import Behaviour
from tests.model.cases import DEFAULT, seated
from tests.verification.assumptions import FACTORS, changes
from tests.verification.pages import assumptions, conclusions, losses, played, summary, told


def test_every_number_of_behaviour_is_changed_both_ways_from_what_the_case_has() -> None:
    case = seated(DEFAULT).scenario.behaviour
    changed = [one for one in changes() if one.name]
    assert [one.name for one in changed] == [name for name in Behaviour.model_fields for _ in FACTORS]
    assert all(one.default == getattr(case, one.name) != one.value for one in changed)


def test_every_conclusion_holds_in_the_default_case_and_the_page_on_validity_says_which_survive() -> None:
    assert set(played()[0].verdicts) == {"holds"}
    blocks = told()
    assert blocks["conclusions"] == conclusions()
    assert blocks["summary"] == summary()
    assert blocks["losses"] == losses()
    assert blocks["assumptions"] == assumptions()
