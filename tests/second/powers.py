"""Powers outside the room: the council (rule 4) and the great powers' meeting (rule 9)."""

from tests.second.state import Run, logistic


def council(run: Run) -> None:
    """Rule 4: the council votes on its dates until a text is adopted."""
    council = run.world["council"]
    if not council or run.adopted_day is not None or run.day not in council["draft"]["dates"]:
        return
    votes = {name: votes_yes(run, name) for name in council["members"]}
    veto = any(member["permanent"] and not votes[name] for name, member in council["members"].items())
    if sum(votes.values()) >= council["needed"] and not veto:
        run.adopted_day = run.day
    else:
        run.cooperation *= 1 - council["refusal_cost"]
        run.strength *= 1 - council["draft"]["softening"]


def votes_yes(run: Run, name: str) -> bool:
    """Rule 4: a member accepts what is weak enough for it; good relations help."""
    council = run.world["council"]
    margin = council["members"][name]["tolerance"] + council["cooperation_weight"] * run.cooperation - run.strength
    return run.chance.uniform(0, "vote", name) < logistic(margin / council["temperature"])


def meeting(run: Run) -> None:
    """Rule 9: where nothing has just been settled the great powers may meet, once a round."""
    powers = run.world["great_powers"]
    proposed = any(sponsor["proposes_meetings"] for sponsor in run.world["sponsors"].values())
    if not proposed or run.met or run.result:
        return
    if run.chance.daily(run.day, "meeting") < powers["meeting_rate"] * run.cooperation:
        run.met = True
        run.meetings.append(run.day)
        run.cooperation += powers["meeting_gain"] * (1 - run.cooperation)
