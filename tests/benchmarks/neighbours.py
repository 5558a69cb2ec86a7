"""A negotiation by NegMAS, of about the size of one of ours.

NegMAS knows offers in turn and nothing around them: no mediator, agenda, text, walkout, sponsor or war. Two
delegations and seven issues become two negotiators and seven issues of 11 levels. Ideals, limits and saliences are
those of the case; who concedes by when is NegMAS's own (boulware).
"""

from contextlib import nullcontext
from typing import Any, Final

from sim.talks.actors import Stake
from tests.benchmarks.cases import SEED, at, play_alone, seated
from tests.benchmarks.clocks import a_run
from tests.benchmarks.models import each
from tests.benchmarks.ratio import Benchmark, Goal, Sides

LEVELS: Final = 11
RUNS: Final = 20
COMPILED: Final = 20_000
SESSIONS: Final = 6
"""A step a session: in each, everybody makes an offer. That is the least that can be compared."""
DAYS: Final = 93
"""A step a day, as in our Mesa model: so many has a run in the mean."""


def utility(stakes: list[Stake], issues: list[Any]) -> Any:  # noqa: ANN401 - NegMAS is not there when types are checked
    """What a delegation makes of each level of each issue; it would rather have nothing than go beyond its limits."""
    from negmas import LinearAdditiveUtilityFunction
    from negmas.preferences.value_fun import TableFun

    steps = [level / (LEVELS - 1) for level in range(LEVELS)]
    values = [TableFun({n: 1 - abs(step - stake.ideal) for n, step in enumerate(steps)}) for stake in stakes]
    least = sum(stake.salience * (1 - abs(stake.limit - stake.ideal)) for stake in stakes)
    weights = [stake.salience for stake in stakes]
    return LinearAdditiveUtilityFunction(values, weights=weights, issues=issues, reserved_value=least)


def negotiate(replicate: int, steps: int) -> None:
    """The delegations make each other offers in turn, to the last step or to a deal."""
    from negmas import BoulwareTBNegotiator, SAOMechanism, make_issue

    issues = [make_issue(LEVELS, name) for name in seated().issues]
    mechanism = SAOMechanism(issues=issues, n_steps=steps)
    for name, stakes in zip(seated().delegations, seated().nouns(SEED, replicate)["stakes"], strict=True):
        mechanism.add(BoulwareTBNegotiator(name=name), ufun=utility(stakes, issues))
    ended = mechanism.run()
    if not (ended.timedout or ended.agreement):
        raise RuntimeError("A negotiation by NegMAS broke off.")


def offers_and_compiled(steps: int) -> Sides:
    """Negotiations of so many steps by NegMAS, one after another, and compiled runs."""
    offers = each(lambda replicate: negotiate(replicate, steps))
    return lambda size: nullcontext((a_run(offers, at(size, RUNS)), a_run(play_alone, at(size, COMPILED))))


BENCHMARKS: Final = {
    name: Benchmark(
        f"NegMAS `SAOMechanism`, 7 issues of 11 levels, {steps} steps (one {what})", "compiled, one thread",
        "seconds a run", Goal(least=5000), offers_and_compiled(steps),
    )
    for name, steps, what in (("negmas", SESSIONS, "a session"), ("negmas-days", DAYS, "a day"))
}  # fmt: skip
