"""What happened? Lanes of one run: the war above, the rooms below, what was tabled and reached."""

from typing import TYPE_CHECKING, Final

from matplotlib.patches import FancyBboxPatch

from sim.analysis.words import ending, party, threshold
from sim.case import names
from sim.plots import origin
from sim.plots.ink import EDGE, INK, NEUTRAL, PAPER, QUIET, REACHED, WALKED, WASH, side
from sim.plots.sheet import SMALL, TINY, Sheet, cut
from sim.rules.walkouts import REASONS
from sim.talks.facts import Agreed, Closed, FrontDay, Met, Texts, Walkout

if TYPE_CHECKING:
    from datetime import date

    from matplotlib.axes import Axes

    from sim.analysis.watched import Watched
    from sim.plots.picture import Picture
    from sim.talks.facts import Day

LEFT_EDGE, WIDTH, TOP = 210, 940, 170
MOST: Final = 12
"""So many days fit side by side; of longer talks those with most to tell."""
HOW = (
    "time runs to the right, a column a day. The war is above, the rooms are below: a block across all rows is a joint "
    "session, blocks of their own are separate rooms. Follow a column down to see what came first."
)


def timeline(run: "Watched") -> "Picture":
    """What happened in one run, day by day, in lanes. `run` comes from `sim.analysis.watched`.

    Of more than twelve days those are shown on which the parties meet or something is reached, then those of attacks.
    """
    case, days = run.case, _told(run)
    fronts, parties = list(case.ground), list(case.delegations)
    tall = 64 * len(fronts) + 44 * len(parties) + 190
    about = f"{case.title} · one run (seed {run.seed}, replicate {run.replicate}) · {case.calendar.start:%Y}"
    sheet = Sheet(_title(run), about, TOP + tall + 190)
    column = WIDTH / len(days)
    axes = sheet.axes(LEFT_EDGE, TOP, WIDTH, tall)
    axes.set_xlim(0, len(days))
    axes.set_ylim(tall, 0)
    axes.axis("off")
    for place, day in enumerate(days):
        x = LEFT_EDGE + column * (place + 0.5)
        gap = place and (day.date - days[place - 1].date).days > 1
        head = f"{'… ' if gap else ''}{day.date:%a}"
        sheet.write(x, 137, head, ha="center", color=QUIET, size=SMALL)
        sheet.write(x, 160, f"{day.date:%-d %b}" if not place or day.date.day == 1 or gap else f"{day.date:%-d}",
                    ha="center", weight="bold", size=SMALL)  # fmt: skip
        if day.session:
            axes.axvspan(place + 0.02, place + 0.98, color=WASH, lw=0, zorder=0)
    at = _war(sheet, axes, run, days)
    at = _rooms(sheet, axes, run, days, at + 24)
    _texts(sheet, axes, run, days, at + 28)
    said = f"Lanes over {len(days)} days. {sheet.title}."
    return sheet.done(said, HOW, [*origin.of_case(case), f"seed {run.seed}, replicate {run.replicate}",
                                  f"digest {run.digest[:8]}"])  # fmt: skip


def _told(run: "Watched") -> "list[Day]":
    first = next((place for place, day in enumerate(run.days) if day.session), 0)
    begun = run.days[max(0, first - 3) :]
    weight = {
        day.date: (bool(day.session), _many(day, (Met, Walkout, Closed)), _many(day, (FrontDay,))) for day in begun
    }
    chosen: set[date] = {day.date for day in sorted(begun, key=lambda one: weight[one.date], reverse=True)[:MOST]}
    return [day for day in begun if day.date in chosen] or list(run.days[:1])


def _many(day: "Day", kinds: tuple[type, ...]) -> int:
    return sum(isinstance(fact, kinds) and not (isinstance(fact, FrontDay) and not fact.attacks) for fact in day.facts)


def _title(run: "Watched") -> str:
    for day in run.days:
        for fact in day.facts:
            if isinstance(fact, Walkout):
                name = party(fact.delegation, run.case)
                return f"{cut(name, 420, 18)} walks out on {day.date:%A}: {_reason(fact)}"
    closed = [fact for day in run.days for fact in day.facts if isinstance(fact, Closed)]
    if closed:
        return f"Nobody walks out; the talks end: {ending(closed[-1].ending, run.case)}"
    return "The talks do not begin"


def _reason(fact: Walkout) -> str:
    return REASONS.get(fact.reason, fact.reason)


def _lane(sheet: Sheet, y: float, name: str, *, quiet: bool = False) -> None:
    look = {"color": QUIET} if quiet else {"weight": "bold"}
    sheet.write(LEFT_EDGE - 22, TOP + y + 5, cut(name, LEFT_EDGE - 80, SMALL), ha="right", size=SMALL, **look)


def _war(sheet: Sheet, axes: "Axes", run: "Watched", days: "list[Day]") -> float:
    at = 24.0
    for key in run.case.ground:
        _lane(sheet, at, names.party(key, run.case.ground[key]))
        for place, day in enumerate(days):
            for fact in day.facts:
                if isinstance(fact, FrontDay) and fact.front == key:
                    _front(axes, place, at, fact)
        at += 64
    axes.axhline(at - 26, color="#D8D6CF", lw=1.3)
    return at - 26


def _front(axes: "Axes", place: int, at: float, fact: FrontDay) -> None:
    shown = min(fact.attacks, 3)
    for number in range(shown):
        axes.plot([place + 0.5 + 0.16 * (number - (shown - 1) / 2)], [at], "X", color=WALKED, ms=9, mec=WALKED)
    below = [f"{fact.attacks} attacks"] * (fact.attacks > 3) + [f"{fact.people:,.0f} out"] * (fact.people >= 1)
    if below:
        axes.text(place + 0.5, at + 22, below[0], ha="center", va="center", fontsize=TINY - 0.5, color=INK)


def _rooms(sheet: Sheet, axes: "Axes", run: "Watched", days: "list[Day]", at: float) -> float:
    parties = list(run.case.delegations)
    for row, key in enumerate(parties):
        _lane(sheet, at + 44 * row + 16, party(key, run.case))
    for place, day in enumerate(days):
        if day.meeting == "joint":
            _block(axes, (place, at), 44 * len(parties) - 10, NEUTRAL, "joint")
        for row, key in enumerate(parties):
            if day.meeting == "proximity" and key not in day.away:
                _block(axes, (place, at + 44 * row), 34, side(row), "apart")
        if day.session and day.meeting in {"called_off", "not_held"}:
            axes.text(place + 0.5, at + 17, "not held", ha="center", va="center", color=EDGE, fontsize=TINY - 0.5)
        for fact in day.facts:
            if isinstance(fact, Walkout):
                y = at + 44 * parties.index(fact.delegation) + 17
                axes.plot([place + 0.93], [y], ">", color=WALKED, ms=13, clip_on=False, mec=PAPER, mew=1.5, zorder=5)
    return at + 44 * len(parties)


def _block(axes: "Axes", at: tuple[float, float], height: float, ink: str, word: str) -> None:
    x, y = at
    axes.add_patch(FancyBboxPatch((x + 0.12, y), 0.76, height, boxstyle="round,pad=0.02,rounding_size=0.06",
                                  mutation_aspect=60, facecolor=ink, lw=0))  # fmt: skip
    axes.text(x + 0.5, y + height / 2, word, ha="center", va="center", color=PAPER, fontsize=TINY, weight="bold")


def _texts(sheet: Sheet, axes: "Axes", run: "Watched", days: "list[Day]", at: float) -> None:
    _lane(sheet, at, "Texts")
    _lane(sheet, at + 62, "Reached")
    column = WIDTH / len(days)
    for place, day in enumerate(days):
        put = [fact for fact in day.facts if isinstance(fact, Texts)]
        agreed = [fact for fact in day.facts if isinstance(fact, Agreed)]
        if put or agreed:
            signed = any(fact.issues for fact in agreed) if put else bool(agreed)
            axes.plot([place + 0.5], [at], "D", ms=10, mec=NEUTRAL, mew=2, mfc=NEUTRAL if signed else PAPER)
            word = f"{sum(len(one.texts) for one in put)} texts" if put else "agenda"
            axes.text(place + 0.5, at + 22, word, ha="center", va="center", fontsize=TINY - 0.5, color=INK)
        met = [fact.threshold for fact in day.facts if isinstance(fact, Met)]
        for number, key in enumerate(met[:3]):
            text = cut(f"✓ {threshold(key, run.case)}", column * 1.0 - 4, TINY - 1)
            axes.text(place + 0.5, at + 62 + 18 * number, text, ha="center", va="center", color=REACHED,
                      fontsize=TINY - 1, weight="bold")  # fmt: skip
