"""What moved? A panel an issue: offers, limits, texts and the zone of possible agreement, session by session."""

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from sim.analysis.words import party
from sim.case import names
from sim.forecasts import forecasts
from sim.plots import origin
from sim.plots.ink import NEUTRAL, PALE, PAPER, QUIET, RULE, mark, side
from sim.plots.sheet import MIDDLE, SMALL, TINY, Sheet, apart, cut, lines

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from sim.analysis.watched import Watched
    from sim.plots.picture import Picture

ROOM, PANEL = 330, 200
MOST: Final = 8
"""So many issues fit on one sheet."""
HOW = (
    "each line is what a delegation tabled, the dotted one of its colour its limit; between the limits lies "
    "the zone of possible agreement. Diamonds are texts, filled if agreed. Right edge: weighted mean ◁ and Nash ☆."
)
THEORIES: Final = {"weighted_mean": "<", "nash": "*"}
"""The theories that are drawn beside a run, each with its mark."""


def positions(run: "Watched") -> "Picture":
    """What each delegation tabled on each issue in one run, with limits, texts and zones of possible agreement.

    `run` comes from `sim.analysis.watched`. At most eight issues are drawn, in the order of the case.
    """
    case, issues = run.case, list(run.case.issues)[:MOST]
    rows = -(-len(issues) // 2)
    about = f"{case.title} · one run (seed {run.seed}, replicate {run.replicate}) · what was tabled, session by session"
    sheet = Sheet(_title(run), about, 150 + ROOM * rows + 160)
    said = forecasts(case)
    for place, issue in enumerate(issues):
        left, top = (150 if place % 2 == 0 else 740), 200 + ROOM * (place // 2)
        sheet.write(left, top - 22, cut(names.topic(issue, case.issues[issue]), 330, MIDDLE, "bold"), size=MIDDLE,
                    weight="bold")  # fmt: skip
        for end, y in ((case.issues[issue].at_1, top + 12), (case.issues[issue].at_0, top + PANEL - 20)):
            for line, text in enumerate(lines(end or "", 95, TINY)):
                sheet.write(left - 10, y + 15 * line, text, size=TINY, ha="right")
        axes = sheet.axes(left, top, 290, PANEL)
        _panel(axes, run, issue)
        for theory, shape in THEORIES.items():
            if (settled := said[issue].settled[theory]) is not None:
                axes.plot([1.0], [settled], shape, ms=9, color=QUIET, mfc=PAPER, mew=1.6, clip_on=False, zorder=5,
                          transform=axes.get_yaxis_transform(), gid=theory)  # fmt: skip
        _labels(sheet, run, issue, (left + 300, top))
    parties = ", ".join(party(key, case) for key in case.delegations)
    alt = f"{len(issues)} panels of what {parties} tabled in {len(run.sittings)} sessions. {sheet.title}."
    return sheet.done(alt, HOW, [*origin.of_case(case), f"seed {run.seed}, replicate {run.replicate}",
                                 f"digest {run.digest[:8]}"])  # fmt: skip


def _title(run: "Watched") -> str:
    if not run.sittings:
        return "No session was held: nothing was tabled"
    first, last = run.sittings[0], run.sittings[-1]
    moved = {
        issue: sum(abs(last.offers[key][issue] - first.offers[key][issue]) for key in run.case.delegations)
        for issue in run.case.issues
    }
    most = max(moved, key=lambda issue: moved[issue])
    name = names.topic(most, run.case.issues[most])
    agreed = len(last.agreed)
    if agreed:
        return f"{agreed} of {len(moved)} issues agreed; positions moved most on “{cut(name, 420, 18)}”"
    return f"Positions moved most on “{cut(name, 520, 18)}”; nothing was agreed"


def _panel(axes: "Axes", run: "Watched", issue: str) -> None:
    days = [one.day for one in run.sittings] or [0]
    zone = _zone(run, issue)
    if zone and zone[0] <= zone[1]:
        axes.axhspan(*zone, color=PALE, lw=0, zorder=0)
    elif zone:
        axes.text(0.5, sum(zone) / 2, "no zone: the limits do not meet", color=QUIET, style="italic", fontsize=TINY,
                  ha="center", va="center", transform=axes.get_yaxis_transform())  # fmt: skip
    for place, key in enumerate(run.case.delegations):
        offers = [one.offers[key][issue] for one in run.sittings]
        if offers:
            axes.axhline(run.sittings[-1].limits[key][issue], color=side(place), ls=(0, (1.2, 2)), lw=2)
            axes.plot(days, offers, color=side(place), marker=mark(place), lw=2.8, ms=8, clip_on=False, gid=key)
    for one in run.sittings:
        if (text := one.texts[issue]) is not None:
            axes.plot([one.day], [text], "D", ms=8, mec=NEUTRAL, mew=2, clip_on=False, zorder=4, color=NEUTRAL,
                      mfc=NEUTRAL if issue in one.agreed else PAPER)  # fmt: skip
    axes.set_ylim(-0.02, 1.02)
    axes.set_xlim(days[0], max(days[-1], days[0] + 1))
    axes.set_yticks([])
    shown = days if len(days) <= 6 else [days[round(part * (len(days) - 1) / 4)] for part in range(5)]
    dates = [run.case.calendar.start + timedelta(days=day) for day in shown]
    axes.set_xticks(shown, [f"{date:%-d}" for date in dates[:-1]] + [f"{dates[-1]:%-d %b}"])
    for name in ("left", "bottom"):
        axes.spines[name].set_visible(True)
        axes.spines[name].set_color(RULE)


def _zone(run: "Watched", issue: str) -> tuple[float, float] | None:
    """From where to where all could sign; the first is above the second where there is no zone."""
    if not run.sittings:
        return None
    low, high = 0.0, 1.0
    for key in run.case.delegations:
        limit, offer = run.sittings[-1].limits[key][issue], run.sittings[0].offers[key][issue]
        if offer <= limit:
            high = min(high, limit)
        else:
            low = max(low, limit)
    return low, high


def _labels(sheet: Sheet, run: "Watched", issue: str, at: tuple[float, float]) -> None:
    if not run.sittings:
        return
    names_ = list(run.case.delegations)
    spots = [1 - run.sittings[-1].offers[key][issue] for key in names_]
    marked = apart([PANEL * spot for spot in spots], 20, 4, PANEL)
    for place, (key, y) in enumerate(zip(names_, marked, strict=True)):
        text = cut(party(key, run.case), 125, SMALL, "bold")
        sheet.write(at[0], at[1] + y + 4, text, color=side(place), weight="bold", size=SMALL)
