"""What a scenario need not say."""

from typing import Any

CALENDAR = {"sessions_per_round": 6, "rounds": 1, "first_round": 1, "intermission_days": 30, "horizon_days": 95}
DELEGATION = {
    "trust": 0.2,
    "grievance": 0.2,
    "agenda_demand": 0.2,
    "required_progress": 0.2,
    "blame_bias": 0.95,
    "influence": 1,
}
TACTIC = {"name": "time_dependent", "beta": 0.5, "reciprocity": 0.4}
MEDIATOR = {"style": "formulation", "leverage": 0.3, "joint_above": 0.4, "suspend_below": 0.28, "agenda_step": 0.3}
GREAT_POWERS = {"cooperation": 0.4, "meeting_rate": 0.3, "meeting_gain": 0.15}
SPONSOR: dict[str, Any] = {"leverage": {}, "commitment": 0.5, "proposes_meetings": False}
COUNCIL = {"needed": 9, "cooperation_weight": 0.5, "temperature": 0.1, "refusal_cost": 0.1}
MEMBER = {"tolerance": 1.2, "permanent": False}
DRAFT: dict[str, Any] = {"dates": [], "strength": 0.8, "softening": 0.4, "names": []}
FRONT: dict[str, Any] = {
    "violence_per_day": 0,
    "branching": 0,
    "memory_days": 7,
    "authors": {},
    "monitoring": 0.25,
    "drawn_from": None,
    "pause": None,
    "trapped": 0,
    "evacuated_per_day": 0,
    "under_fire": 0.35,
    "people_spread": 0.8,
}
PAUSE = {"effect": 0.5, "extension": 1.3}
BEHAVIOUR = {
    "backing": 0.2,
    "hardening": 0.5,
    "pressing": 0.6,
    "agenda_temperature": 0.12,
    "temperature": 0.06,
    "distrust": 0.15,
    "norm": 0.3,
    "procedure_share": 0.5,
    "trust_loss": 0.05,
    "severity": 0.3,
    "half_life_days": 5,
    "trust_gain": 0.5,
    "relief_trust": 0.03,
    "shuttle": 0.5,
    "walkout_base": -8,
    "walkout_resolve": 6,
    "walkout_mismatch": 2,
    "walkout_stalled": 1,
    "walkout_joint": 0.7,
    "return_base": -2,
}
