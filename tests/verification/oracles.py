"""The known answers of the field that concern what is built here, each with the tests that hold us to it."""

from typing import Final, NamedTuple

KNOWN: Final = "tests/known_answers"
ONE: Final = "tests/forecasts/test_one_issue.py"
PACKAGES: Final = "tests/forecasts/test_packages.py"
CHALLENGE: Final = "tests/forecasts/test_challenge.py"


class Oracle(NamedTuple):
    """A known answer: what it is about, and the tests of it."""

    about: str
    tests: tuple[str, ...]


ORACLES: Final[dict[int, Oracle]] = {
    1: Oracle("Rubinstein's shares", (f"{ONE}::test_the_first_to_offer_gets_rubinsteins_share",)),
    2: Oracle("Nash, Kalai-Smorodinsky, egalitarian, utilitarian", (
        f"{ONE}::test_nash_splits_a_linear_bargain_in_half_and_by_weight",
        *(f"{PACKAGES}::test_{name}" for name in (
            "nash_on_a_line_gives_halves_and_takes_the_floor_and_the_weight_into_account", "the_solutions_on_an_arc",
            "other_units_move_nash_and_kalai_smorodinsky_along_and_the_others_not",
            "what_nobody_would_choose_matters_to_kalai_smorodinsky_and_not_to_nash",
            "two_outcomes_are_mixed_half_and_half",
        )),
    )),
    3: Oracle("Zeuthen ends at the Nash solution", (
        f"{KNOWN}/test_concessions.py::test_two_who_weigh_the_risk_of_a_breakdown_end_at_the_nash_solution",
    )),
    4: Oracle("concessions by the clock", (f"{KNOWN}/test_crossing.py",)),
    5: Oracle("logrolling", (
        f"{PACKAGES}::test_whoever_cares_less_gives_way_first",
        f"{PACKAGES}::test_nothing_is_gained_by_logrolling_where_all_care_alike",
    )),
    6: Oracle("weighted mean and median, and votes, of the ten states", (
        f"{ONE}::test_the_ten_states_and_the_delay_of_emission_standards",
        f"{ONE}::test_whoever_has_more_than_half_of_the_weight_is_the_median",
        f"{ONE}::test_the_median_stays_where_nobody_crosses_it_and_where_one_is_cut_in_two",
        f"{CHALLENGE}::test_who_would_win_is_what_the_votes_say",
        f"{CHALLENGE}::test_the_rounds_of_the_ten_states_are_those_of_an_open_replication",
    )),
    7: Oracle("utilities and risk of the challenge model", (
        f"{CHALLENGE}::test_what_success_failure_and_waiting_are_worth",
        f"{CHALLENGE}::test_who_is_safe_takes_no_risks",
    )),
    8: Oracle("votes and the probabilistic Condorcet election", (
        f"{ONE}::test_three_equal_sides_elect_the_middle_one_in_8_of_14",
        f"{ONE}::test_of_two_offers_each_wins_as_often_as_it_is_voted_for",
    )),
    9: Oracle("veto players", (f"{ONE}::test_the_more_must_agree_the_less_likely_is_a_zone",)),
    13: Oracle("attacks that breed attacks", (f"{KNOWN}/test_war.py",)),
    14: Oracle("constant hazards", (f"{KNOWN}/test_hazards.py",)),
    18: Oracle("deals and red lines", (f"{KNOWN}/test_deals.py",)),
    19: Oracle("what may not matter", (
        f"{KNOWN}/test_mirrors.py", f"{ONE}::test_a_settlement_of_what_is_turned_round_is_turned_round",
        "tests/same_story/test_one_story.py::test_watching_draws_nothing",
        "tests/reproduction/test_digests.py::test_the_parts_in_which_runs_are_played_change_nothing",
    )),
    20: Oracle("intervals shrink by the root of two", ("tests/comparison/test_widths.py",)),
}  # fmt: skip

NOT_HERE: Final[dict[int, str]] = {
    10: "Limits are given, not worked out from what a war would cost.",
    11: "Nobody waits for a better deal: concessions follow a clock, not an expected value.",
    12: "Announced unilateral steps are no tactic here.",
    15: "Trust is one number, moved by rules of our own, not a Beta distribution.",
    16: "A delegation has no factions whose opinions converge.",
    17: "The mediator writes settlements; he does not search by small changes of one text.",
}
"""Known answers about models that are not built here, with the reason."""
