"""The mediator's texts and the answers to them (rule 13)."""

from tests.second.state import Run, logistic, mean, mean_trust, offer, resolve, utility, within

WHOLE = 0.5


def texts(run: Run, worked: int | None) -> bool:
    """Rule 13: write a text on every open issue, put what is due; say whether anything was agreed."""
    run.ready = {issue for issue in run.ready if issue in run.agreed}
    for issue in run.open_issues:
        run.text[issue] = text(run, issue)
        if all(within(run.position(name, issue), run.text[issue]) for name in run.names):
            run.ready.add(issue)
    agreed = [put(run, issues) for issues in due(run, worked)]
    return any(agreed)


def text(run: Run, issue: str) -> float:
    """Rule 13: the mean of the offers, weighted by influence and salience unless the mediator only facilitates."""
    offers = [offer(run, name, issue) for name in run.names]
    weights = [weight(run, name, issue) for name in run.names]
    if run.world["mediator"]["style"] == "facilitation" or sum(weights) <= 0:
        return mean(offers)
    return sum(part * it for part, it in zip(weights, offers, strict=True)) / sum(weights)


def weight(run: Run, name: str, issue: str) -> float:
    """Rule 13: what a delegation's offer weighs in a text."""
    return float(run.world["delegations"][name]["influence"] * run.position(name, issue)["salience"])


def due(run: Run, worked: int | None) -> list[list[str]]:
    """Rule 13: the texts that are put today: the package, and issues that stand alone."""
    issues = run.world["issues"]
    package = [issue for issue in run.open_issues if issues[issue]["linked"]]
    alone = [[issue] for issue in run.open_issues if not issues[issue]["linked"] and ripe(run, issue, worked)]
    return ([package] if package and run.order_agreed else []) + alone


def ripe(run: Run, issue: str, worked: int | None) -> bool:
    """Rule 13: say whether an issue that stands alone can be put yet."""
    item = run.world["issues"][issue]["item"]
    return item is None or (run.order_agreed and (run.order >= WHOLE or item == worked))


def put(run: Run, issues: list[str]) -> bool:
    """Rule 13: put a text; it is agreed when all say yes."""
    if not all(accepts(run, name, issues) for name in run.names):
        return False
    run.agreed |= dict.fromkeys(issues, run.day)
    return True


def accepts(run: Run, name: str, issues: list[str]) -> bool:
    """Rule 13: a red line crossed is a no; else the gain over one's limits decides."""
    for issue in issues:
        position = run.position(name, issue)
        if position["red_line"] and not within(position, run.text[issue]):
            return False
    package = run.world["issues"][issues[0]]["linked"]
    address = name if package else f"{name}/{issues[0]}"
    probability = logistic(gain(run, name, issues) / run.world["behaviour"]["temperature"])
    return run.chance.uniform(run.round, "text", address) < probability


def gain(run: Run, name: str, issues: list[str]) -> float:
    """Rule 13: what a text is worth above one's limits, less resolve and distrust."""
    behaviour, total, weights = run.world["behaviour"], 0.0, 0.0
    for issue in issues:
        position = run.position(name, issue)
        better = utility(position, run.text[issue]) - utility(position, position["limit"])
        total += position["salience"] * (better + norm(run, issue))
        weights += position["salience"]
    worth = total / weights if weights > 0 else 0.0
    return float(worth - resolve(run, name) - behaviour["distrust"] * (1 - mean_trust(run, name)))


def norm(run: Run, issue: str) -> float:
    """Rule 13: what an adopted resolution that names an issue adds."""
    if run.adopted_day is None or issue not in run.world["council"]["draft"]["names"]:
        return 0.0
    return float(run.world["behaviour"]["norm"] * run.strength)
