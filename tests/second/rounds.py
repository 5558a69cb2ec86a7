"""Rounds: returns, openings, sessions, walkouts and the close (rules 6 to 8, 10, 14 to 16)."""

from tests.second.agenda import agenda, item_worked_on
from tests.second.powers import meeting
from tests.second.state import Run, atmosphere, gap, gap_closed, logistic, resolve, satisfaction
from tests.second.tactics import concede
from tests.second.texts import texts


def returns(run: Run) -> None:
    """Rule 6: walkouts are mostly temporary."""
    behaviour = run.world["behaviour"]
    for name in sorted(run.away):
        margin = behaviour["return_base"] - behaviour["walkout_resolve"] * resolve(run, name)
        if run.chance.daily(run.day, "return", name) < logistic(margin):
            run.away.remove(name)
            run.returns.append((name, run.day))


def opening(run: Run) -> None:
    """Rules 7 and 16: ask for a date where it is time to, open a round where one is due."""
    if run.question == run.day:
        ask(run)
        if run.opening is not None:
            run.opening = run.day
    if run.opening == run.day:
        run.opening = None
        open_round(run)


def open_round(run: Run) -> None:
    """Rule 7: one empty chair, and there is no round."""
    run.round += 1
    absent = [name for name in run.names if stays_away(run, name)]
    played = run.round <= run.world["calendar"]["rounds"]
    if absent:
        run.no_shows += [(name, run.day) for name in absent]
        run.question = run.day + run.world["calendar"]["intermission_days"]
        if played:
            run.endings.append("no_show")
        return
    if run.round > 1 and run.opened_day is None:
        run.opened_day = run.day
    if played:
        run.session, run.stalled, run.result, run.met = 1, 0, False, False
        if run.world["agenda"]["settled"] and run.list_day is None:
            run.list_day = run.order_day = run.day  # agreed beforehand: it counts once they sit down to it
    else:
        run.over = True


def stays_away(run: Run, name: str) -> bool:
    """Rule 7: a delegation stays away if it still is away, or by the hazard of a walkout."""
    hazard = logistic(sum(terms(run, name, 0, joint=False).values()) + run.world["behaviour"]["walkout_base"])
    return run.chance.uniform(run.round, "no_show", name) < hazard or name in run.away


def session(run: Run) -> None:
    """Play the day's session of a round, held or not (rules 8 to 15)."""
    run.held = not run.away and atmosphere(run) >= run.world["mediator"]["suspend_below"]
    if not run.held:
        run.result = False
        return
    meeting(run)
    run.joint = is_joint(run)
    result = agenda(run)
    worked = item_worked_on(run)
    concede(run)
    result = texts(run, worked) or result
    measure(run, result=result)
    if run.open_issues:
        walk_out(run)


def is_joint(run: Run) -> bool:
    """Rule 10: joint by the calendar, or where the atmosphere allows it."""
    fixed = run.world["calendar"]["fixed_formats"].get(run.session) if first_played(run) else None
    return bool(fixed == "joint" if fixed else atmosphere(run) >= run.world["mediator"]["joint_above"])


def first_played(run: Run) -> bool:
    """Say whether this is the first round that opened."""
    return all(ending == "no_show" for ending in run.endings)


def measure(run: Run, *, result: bool) -> None:
    """Rule 14: how far one has come, and for how long nothing has moved."""
    run.result = result
    run.stalled = 0 if result else run.stalled + 1
    run.gap = gap(run)
    run.progress = gap_closed(run)
    if not run.world["agenda"]["settled"]:
        share = run.world["behaviour"]["procedure_share"]
        run.progress = share * (run.items_agreed + run.order_agreed) / 2 + (1 - share) * run.progress


def terms(run: Run, name: str, stalled: int, *, joint: bool) -> dict[str, float]:
    """Rule 15: what speaks for leaving, by reason."""
    behaviour = run.world["behaviour"]
    anger = behaviour["hardening"] * run.grievance[name]
    return {
        "anger": behaviour["walkout_resolve"] * anger,
        "sponsors": behaviour["walkout_resolve"] * (resolve(run, name) - anger),
        "agenda": behaviour["walkout_mismatch"] * (1 - satisfaction(run, name)),
        "nothing moves": behaviour["walkout_stalled"] * stalled / run.world["calendar"]["sessions_per_round"],
        "audience": behaviour["walkout_joint"] * joint,
    }


def walk_out(run: Run) -> None:
    """Rule 15: each may leave, all from one state."""
    for name in run.names:
        why = terms(run, name, run.stalled, joint=run.joint)
        hazard = logistic(run.world["behaviour"]["walkout_base"] + sum(why.values()))
        if run.chance.daily(run.day, "walkout", name) < hazard:
            run.away.add(name)
            run.walkouts.append((name, run.day, max(why, key=lambda reason: why[reason])))


def close(run: Run) -> None:
    """Rule 16: close the round on its last day, or where the run ends."""
    calendar = run.world["calendar"]
    last = run.session == calendar["sessions_per_round"]
    run.over = not run.open_issues or run.day == calendar["horizon_days"]
    if run.session is None:
        return
    if last and run.open_issues:
        ask(run)
    if last or run.over:
        run.endings.append(ending(run))
        run.session = None
    else:
        run.session += 1


def ask(run: Run) -> None:
    """Rule 16: the mediator asks each delegation to name a date."""
    pause = run.world["calendar"]["intermission_days"]
    run.question = run.day + pause
    if all(names_date(run, name) for name in run.names):
        run.question, run.opening = None, run.day + pause
        run.date_day = run.day if run.date_day is None else run.date_day


def names_date(run: Run, name: str) -> bool:
    """Rule 16: a date is named where there was progress enough; who is away says no."""
    delegation = run.world["delegations"][name]
    margin = run.progress - delegation["required_progress"] - resolve(run, name)
    probability = logistic(margin / run.world["behaviour"]["agenda_temperature"])
    return name not in run.away and run.chance.uniform(run.round, "date", name) < probability


def ending(run: Run) -> str:
    """Name how a round ended: the first that fits."""
    issues = run.world["issues"]
    weighty = any(issues[issue]["track"] != "humanitarian" for issue in run.agreed)
    found = {
        "comprehensive": not run.open_issues,
        "partial": weighty,
        "walkout": bool(run.away),
        "suspended": not run.held,
        "adjourned_with_date": run.opening is not None,
        "adjourned_without_date": run.items_agreed,
        "stalemate": True,
    }
    return next(name for name, fits in found.items() if fits)
