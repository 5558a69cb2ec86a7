"""The agenda: first its list, then its order (rule 11)."""

from tests.second.state import Run, logistic, resolve, satisfaction


def agenda(run: Run) -> bool:
    """Rule 11: put the list, or once it is agreed the order; say whether it was agreed now."""
    if run.order_agreed:
        return False
    if not run.items_agreed:
        run.items_agreed = all(accepts_list(run, name) for name in run.names)
        run.list_day = run.day if run.items_agreed else None
        return run.items_agreed
    run.order_agreed = all(accepts_order(run, name) for name in run.names)
    if run.order_agreed:
        run.order_day = run.day
    elif run.world["mediator"]["style"] != "facilitation":
        run.order += run.world["mediator"]["agenda_step"] * (1 - run.order)
    return run.order_agreed


def accepts_list(run: Run, name: str) -> bool:
    """Rule 11: a list is refused for its wording, for high demands, for anger."""
    objections = sum(item["objections"].get(name, 0.0) for item in run.world["agenda"]["items"])
    return answers(run, name, "list", 1 - objections)


def accepts_order(run: Run, name: str) -> bool:
    """Rule 11: an order is refused if it puts off what one wants changed."""
    return answers(run, name, "order", satisfaction(run, name))


def answers(run: Run, name: str, question: str, liking: float) -> bool:
    """Answer a question on the agenda, with one number a round."""
    margin = liking - run.world["delegations"][name]["agenda_demand"] - resolve(run, name)
    probability = logistic(margin / run.world["behaviour"]["agenda_temperature"])
    return run.chance.uniform(run.round, question, name) < probability


def item_worked_on(run: Run) -> int | None:
    """Rule 12: the first item with an issue neither agreed nor ready."""
    for k, item in enumerate(run.world["agenda"]["items"]):
        if any(issue not in run.agreed and issue not in run.ready for issue in item["about"]):
            return k
    return None


def work(run: Run, issue: str) -> float:
    """Rule 12: how much of a session's work goes to an issue."""
    item = run.world["issues"][issue]["item"]
    if item is None:
        return 1.0
    if not run.order_agreed:
        return 0.0
    parallel = run.shares[item] / max(run.shares)
    return float(run.order * parallel + (1 - run.order) * (item == item_worked_on(run)))
