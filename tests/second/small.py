"""The smallest cases, for which the answer is known."""

from datetime import date
from typing import Any

World = dict[str, Any]
CALM = {"walkout_base": -50, "distrust": 0, "backing": 0, "hardening": 0, "pressing": 0, "temperature": 1e-6}


def talks(issues: World, parties: dict[str, World], **more: object) -> World:
    """Give talks on issues that stand alone or not, without a war outside; nobody leaves, all meet face to face."""
    return {
        "calendar": {"start": date(2020, 1, 1), "sessions_per_round": 10, "horizon_days": 9},
        "issues": issues,
        "delegations": parties,
        "mediator": {"joint_above": 0, "suspend_below": 0},
        "behaviour": dict(CALM),
        **more,
    }


def party(tactic: World, *positions: tuple[float, float, float]) -> World:
    """Give a delegation its positions: ideal, limit, salience, issue by issue."""
    stakes = {
        f"issue_{k}": dict(zip(("ideal", "limit", "salience"), it, strict=True)) for k, it in enumerate(positions)
    }
    return {"tactic": tactic, "positions": stakes}
