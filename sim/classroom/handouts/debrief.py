"""Questions for after the talks, made from what a case watches for, where its parties could meet, and what it tries."""

from typing import TYPE_CHECKING

from sim.case.days import listed, short
from sim.case.names import party, topic
from sim.classroom.handouts.known import news
from sim.classroom.handouts.zones import met
from sim.report.handout import Part

if TYPE_CHECKING:
    from sim.case.scenario import Scenario


def questions(case: "Scenario") -> Part:
    """Ask first what was felt, then what was reached, where one could have met, and what would change it."""
    asked = [
        "Which moment decided how your talks went? Ask each role in turn, still without showing the sheets.",
        *_watched(case), *_zones(case), *_red_lines(case), *_events(case), *_sponsors(case),
        "What did you know of the others at the end that you did not know at the start, and who told you?",
    ]  # fmt: skip
    return Part("Debrief questions", (), tuple(asked))


def to_try(case: "Scenario") -> Part | None:
    """Suggest what to change, where the case says what is worth trying."""
    words = ("Guess first what each change does, then look:",)
    return Part("What if?", words, case.to_try) if case.to_try else None


def _watched(case: "Scenario") -> list[str]:
    names = [topic(key, one) for key, one in case.thresholds.items()]
    return (
        [f"Which of these did you reach, and what stood in the way of the others: {'; '.join(names)}?"] if names else []
    )


def _zones(case: "Scenario") -> list[str]:
    within = [topic(key, issue) for key, issue in case.issues.items() if met(key, case)]
    without = [topic(key, issue) for key, issue in case.issues.items() if not met(key, case)]
    asked = (
        [f"All could have signed something on {listed(within)}. Did you? If not, what was missing?"] if within else []
    )
    return asked + (
        [f"Nothing on {listed(without)} could have been signed by all. When did you notice?"] if without else []
    )


def _red_lines(case: "Scenario") -> list[str]:
    return [
        f"{party(key, one)} had a red line on {listed(lines)}. How did the others find out, and what did it cost?"
        for key, one in case.delegations.items()
        if (lines := [topic(issue, case.issues[issue]) for issue, at in one.positions.items() if at.red_line])
    ]


def _events(case: "Scenario") -> list[str]:
    told = "; ".join(f"{what} ({short(day)})" for day, what in news(case))
    return [f"Whom did you blame or thank for this, and what changed at the table: {told}?"] if told else []


def _sponsors(case: "Scenario") -> list[str]:
    names = listed([party(key, one) for key, one in case.sponsors.items()])
    return [f"What did {names} change, and would the talks have ended otherwise without them?"] if names else []
