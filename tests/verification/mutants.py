"""For each rule what takes its place, and the test that is about it: its file, and the sentence that is its name.

What takes a rule's place is hard to find out: a right answer to one of the questions of the test, where it asks
several, or what the rule says where nothing happens.
"""

from typing import Final, TypeAlias

Answer: TypeAlias = float | tuple[float, float] | None

MUTANTS: Final[dict[str, tuple[Answer, str, str]]] = {
    "agenda.wish": (0.5, "edges", "one_who_wants_nothing_changed_is_satisfied_with_any_agenda"),
    "agenda.expected_time": (0.5, "edges", "in_a_sequence_a_later_item_is_expected_as_far_as_one_trusts"),
    "agenda.time_given": (
        0.4, "agenda", "the_time_of_an_item_lies_between_its_share_and_what_is_expected_in_a_sequence"),
    "agenda.margin": (0.4, "agenda", "an_agenda_has_to_attract_by_more_than_is_demanded_and_resolved"),
    "agenda.order_after_refusal": (1.0, "agenda", "a_refused_order_moves_a_part_of_the_way_to_parallel_tracks"),
    "agenda.work": (1.0, "agenda", "an_item_is_worked_on_by_its_share_in_parallel_and_by_its_turn_in_a_sequence"),
    "answers.assent": (0.5, "answers", "log_3_of_leaning_triples_the_odds_of_a_yes_at_each_temperature"),
    "arithmetic.least": (-1.0, "arithmetic", "of_two_numbers_one_is_the_smaller_and_one_the_larger"),
    "arithmetic.most": (2.0, "arithmetic", "of_two_numbers_one_is_the_smaller_and_one_the_larger"),
    "arithmetic.clip": (0.2, "arithmetic", "a_number_is_kept_between_its_ends"),
    "arithmetic.power_of_two": (1.0, "arithmetic", "a_whole_power_of_2_is_exact"),
    "arithmetic.exp": (1.0, "contract/arithmetic", "an_exponential_is_within_5_units_in_the_last_place"),
    "arithmetic.log": (0.0, "contract/arithmetic", "a_logarithm_is_within_5_units_in_the_last_place"),
    "arithmetic.power": (1.0, "contract/arithmetic", "a_power_of_a_share_is_near_its_value"),
    "arithmetic.logistic": (0.5, "contract/arithmetic", "a_leaning_becomes_a_probability"),
    "arithmetic.normal_quantile": (
        0.0, "contract/arithmetic", "normal_deviates_are_those_of_the_standard_library_and_of_scipy"),
    "bargaining.surplus": (0.4, "bargaining", "a_text_is_worth_how_much_nearer_it_is_than_the_limit"),
    "bargaining.bargaining_range": ((0.5, 0.8), "bargaining", "the_range_is_where_all_would_sign"),
    "bargaining.longest_axis": (1.0, "bargaining", "a_loss_is_measured_by_the_way_to_the_farther_end"),
    "bargaining.product_rises": (
        True, "bargaining", "the_product_of_gains_rises_up_to_the_weight_of_the_one_above"),
    "bargaining.nash": (0.5, "forecasts/one_issue", "nash_splits_a_linear_bargain_in_half_and_by_weight"),
    "bargaining.worst_off_wants_more": (True, "bargaining", "the_worst_off_wants_more_below_the_fair_text"),
    "bargaining.fair": (0.65, "bargaining", "what_is_fair_depends_on_how_gains_are_measured"),
    "bargaining.kalai_smorodinsky": (
        0.65, "bargaining", "kalai_and_smorodinsky_give_all_the_same_share_of_their_best"),
    "bargaining.egalitarian": (-1.0, "bargaining", "the_egalitarian_gives_all_the_same_gain_in_utility"),
    "blame.belief": (0.19, "war", "blame_goes_to_each_by_its_part_of_the_attacks_of_the_others"),
    "blame.trust_after_attack": (0.2, "war", "an_attack_costs_trust_and_angers_as_far_as_it_is_believed"),
    "blame.grievance_after_attack": (0.3, "war", "an_attack_costs_trust_and_angers_as_far_as_it_is_believed"),
    "blame.grievance_after_affront": (0.6, "war", "grievance_fades_by_half_in_its_half_life_and_an_affront_comes_last"),
    "blame.fading": (0.5, "blame", "a_grievance_is_half_of_itself_after_its_half_life"),
    "council.vote": (0.5, "council", "a_member_bears_its_tolerance_and_what_cooperation_adds"),
    "council.softened": (
        0.8, "rounds", "a_draft_is_softened_until_enough_can_bear_it_and_no_permanent_member_is_against"),
    "council.soured": (
        0.4, "rounds", "a_draft_is_softened_until_enough_can_bear_it_and_no_permanent_member_is_against"),
    "endings.ending": (4, "endings", "a_round_ends_as_the_first_ending_that_fits"),
    "formats.chosen_format": (1, "formats", "one_room_is_chosen_from_the_air_on_that_is_asked_for"),
    "formats.face_to_face": (1.0, "formats", "the_parties_face_each_other_in_a_joint_room_alone"),
    "formats.pace": (1.0, "concessions", "between_separate_rooms_a_part_of_the_work_is_done"),
    "great_powers.meeting": (0.3, "great_powers", "the_powers_meet_as_often_as_they_work_together"),
    "great_powers.after_meeting": (1.0, "great_powers", "a_meeting_takes_the_powers_a_part_of_the_way_to_each_other"),
    "ground.attack_rate": (0.4, "ground", "a_pause_thins_the_attacks_that_none_provoked"),
    "ground.attacks": (0, "ground", "attacks_are_counted_until_their_chances_reach_the_luck_of_the_day"),
    "ground.retention": (1.0, "ground", "of_an_attack_e_to_the_minus_1_is_remembered_after_the_days_of_memory"),
    "ground.excitation": (0.0, "war", "an_attack_provokes_others_until_it_is_forgotten"),
    "occurrences.attack": (None, "war", "an_attack_costs_trust_and_angers_as_far_as_it_is_believed"),
    "occurrences.evacuation": (None, "war", "a_dated_convoy_takes_the_place_of_the_days_own_in_a_pause_or_not"),
    "occurrences.prolongation": (None, "war", "a_dated_prolongation_says_until_when"),
    "occurrences.affront": (None, "war", "grievance_fades_by_half_in_its_half_life_and_an_affront_comes_last"),
    "progress.distance": (0.25, "progress", "two_offers_are_as_far_apart_as_they_matter_in_the_mean"),
    "progress.gap_closed": (1.0, "progress", "a_gap_is_closed_by_the_part_that_is_gone_of_it"),
    "progress.progress": (1.0, "progress", "the_list_and_the_order_are_half_of_the_procedure_each"),
    "quantiles.normal": (
        2.0, "contract/arithmetic", "a_distribution_is_inverted_as_scipy_does[normal-given_0-reference0]"),
    "quantiles.uniform": (
        1.0, "contract/arithmetic", "a_distribution_is_inverted_as_scipy_does[uniform-given_1-reference1]"),
    "quantiles.triangular": (
        0.3, "contract/arithmetic", "a_distribution_is_inverted_as_scipy_does[triangular-given_2-reference2]"),
    "quantiles.beta": (0.5, "contract/arithmetic", "a_distribution_is_inverted_as_scipy_does[beta-given_4-reference4]"),
    "quantiles.pert": (0.2, "contract/arithmetic", "a_distribution_is_inverted_as_scipy_does[pert-given_7-reference7]"),
    "quantiles.beta_share": (0.6875, "quantiles", "the_shares_of_the_beta_distribution_of_2_and_3_are_a_polynomial"),
    "quantiles.fraction": (1.25, "quantiles", "the_continued_fraction_is_what_a_closed_form_leaves_of_it"),
    "quantiles.away_from_zero": (0.5, "quantiles", "a_divisor_is_left_as_it_is_unless_it_is_0"),
    "quantiles.log_gamma": (0.0, "quantiles", "the_gamma_function_is_a_factorial_and_at_a_half_the_root_of_pi"),
    "relief.people_out": (100.0, "war", "people_leave_in_a_pause_and_fewer_under_fire"),
    "relief.trust_after_relief": (0.2, "edges", "where_nobody_is_usually_let_out_those_who_leave_are_no_relief"),
    "relief.prolongation": (0.4, "relief", "a_pause_is_prolonged_less_likely_each_time"),
    "resolve.resolve": (0.5, "resolve", "backing_and_anger_harden_and_pressure_softens"),
    "resolve.backed": (0.8, "resolve", "a_sponsor_divides_its_leverage_between_backing_and_pressing"),
    "resolve.pressed": (0.0, "resolve", "a_sponsor_divides_its_leverage_between_backing_and_pressing"),
    "tactics.time_dependent": (
        1.0, "concessions", "a_clock_alone_concedes_the_part_of_the_time_that_is_gone_to_the_power_one_over_beta"),
    "tactics.fixed": (1.0, "concessions", "two_who_never_move_or_wait_for_each_other_stay_where_they_are[fixed]"),
    "tactics.tit_for_tat": (
        0.0, "concessions", "tit_for_tat_gives_back_what_the_other_had_given_a_session_before_as_far_as_it_trusts"),
    "tactics.zeuthen": (0.75, "concessions", "two_who_weigh_the_risk_of_a_breakdown_end_at_the_nash_solution"),
    "tactics.elapsed": (
        1.0, "concessions", "a_clock_alone_concedes_the_part_of_the_time_that_is_gone_to_the_power_one_over_beta"),
    "tactics.conceded": (0.2, "tactics", "one_moves_as_far_as_the_work_allows_and_takes_nothing_back"),
    "tactics.offer": (0.2, "tactics", "an_offer_goes_from_the_ideal_to_the_limit"),
    "tactics.trust_after_concessions": (0.2, "tactics", "a_step_builds_the_trust_that_was_missing_at_most_all_of_it"),
    "tactics.risk_limit": (0.75, "tactics", "one_bears_the_risk_that_yielding_costs_as_much_as_a_breakdown"),
    "texts.utility": (1.0, "texts", "a_text_loses_worth_with_its_distance_to_the_farther_end"),
    "texts.within_limit": (True, "texts", "a_text_can_be_signed_on_the_ideals_side_of_the_limit"),
    "texts.gain": (0.4, "texts", "a_text_gains_its_worth_beyond_the_limit_and_what_the_council_adds"),
    "texts.margin": (0.3, "texts", "the_gains_of_a_package_have_to_outweigh_resolve_and_distrust"),
    "voting.weighted_mean": (0.5, "voting", "a_weighted_mean_lies_nearer_to_those_who_are_strong_and_care"),
    "voting.plain_mean": (0.5, "voting", "a_plain_mean_is_the_middle_whoever_is_strong"),
    "voting.weighted_median": (0.7, "forecasts/one_issue", "whoever_has_more_than_half_of_the_weight_is_the_median"),
    "voting.utilitarian": (0.5, "voting", "most_good_in_sum_is_done_at_a_median_of_the_ideals"),
    "voting.beats": (0.5, "voting", "of_two_the_one_with_more_votes_beats_the_other_more_often"),
    "voting.chance_of": (0.125, "forecasts/one_issue", "three_equal_sides_elect_the_middle_one_in_8_of_14"),
    "voting.condorcet": (0.5, "voting", "the_text_elected_of_two_is_the_mean_by_their_chances_to_win"),
    "walkouts.anger": (0.4, "walkouts", "anger_drives_out_as_far_as_it_hardens"),
    "walkouts.mismatch": (0.0, "walkouts", "an_agenda_drives_out_as_far_as_it_does_not_suit"),
    "walkouts.hazard": (0.25, "walkouts", "each_term_of_log_3_triples_the_odds_of_a_walkout"),
    "walkouts.reason": (0, "contract/families", "the_largest_term_is_the_reason"),
    "walkouts.return_chance": (0.5, "walkouts", "resolve_keeps_a_delegation_away"),
}  # fmt: skip
