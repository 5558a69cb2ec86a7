"""One run, told as it happens."""

from io import StringIO
from typing import TYPE_CHECKING

from sim.commands import origin, recording
from sim.commands.document import document, text_of
from sim.commands.order import Order
from sim.report.terminal.page import Page, out

if TYPE_CHECKING:
    from sim.case import Scenario
    from sim.report.story.course import Course
    from sim.talks.model import Talks
    from sim.talks.outcome import Column


def play(order: Order) -> None:
    """Play one run, tell it or print it as one document, and keep what is to be kept."""
    from sim.case import read
    from sim.report.story.cast import Cast
    from sim.report.story.course import ended
    from sim.report.story.telling import Telling
    from sim.talks.model import Talks
    from sim.talks.transcript import days

    case = read(order.source, order.settings)
    if order.csv:
        recording.refuse_nowhere(order.csv)
    if order.save:
        recording.refuse_full(order.save)
    talks = Talks(case, order.seed, order.replicate)
    days_passing = days(talks)
    passed = list(days_passing) if order.json else Telling(out(), Cast(case)).tell(days_passing)
    course, columns = ended(talks, passed)
    content = written(order, case, course, columns)
    if order.json:
        document(content)
    else:
        conclude(out(), order, case, course, columns)
    keep(order, talks, course, columns, content)


def conclude(page: Page, order: Order, case: "Scenario", course: "Course", columns: "dict[str, Column]") -> None:
    """Print the outcome, what to try next, and where the run comes from."""
    from sim.commands import advice
    from sim.report.story import verdict
    from sim.report.story.cast import Cast

    verdict.show(page, course, Cast(case))
    advice.show(page, advice.after_one(order, case.mediator.style))
    origin.show(page, order, case, f"replicate {order.replicate}", columns)


def written(order: Order, case: "Scenario", course: "Course", columns: "dict[str, Column]") -> dict[str, object]:
    """A run as one document: where it comes from, its days with their facts, its outcome."""
    from sim.study import provenance
    from sim.study.cell import plain
    from sim.talks import facts

    return {
        **origin.content(order, case),
        "replicate": order.replicate,
        "digest": provenance.digest(columns),
        "days": [facts.day_document(day) for day in course.days],
        "outcome": {name: plain(value) for name, value in course.outcome.items()},
    }


def keep(
    order: Order, talks: "Talks", course: "Course", columns: "dict[str, Column]", content: dict[str, object]
) -> None:
    """Keep the row and the recording of a run, where that is asked for."""
    from sim.case import canonical
    from sim.study.table import rows
    from sim.talks.diary import diary

    if order.csv:
        recording.write_table(order.csv, rows(talks.seated, columns, order.replicate))
    if order.save:
        case = talks.seated.scenario
        files = {
            "transcript.txt": transcript(order, case, course, columns),
            "outcome.json": text_of(content),
            "scenario.json": canonical(case) + "\n",
            "series.csv": recording.table(diary(talks)),
        }
        recording.save(order.save, files)


def transcript(order: Order, case: "Scenario", course: "Course", columns: "dict[str, Column]") -> str:
    """The run as it was told, as a text without colour."""
    from sim.report.story.cast import Cast
    from sim.report.story.telling import Telling

    text = StringIO()
    page = Page(text, {})
    Telling(page, Cast(case)).tell(course.days)
    conclude(page, order, case, course, columns)
    return text.getvalue()
