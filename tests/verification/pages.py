"""The tables of the page on validity that are played: what was found again, and what survives other assumptions."""

import re
from collections.abc import Iterable, Mapping
from functools import cache, partial
from pathlib import Path
from typing import Final

from tests.verification.assumptions import SHOWN, Change, Outcome, outcomes
from tests.verification.conclusions import CONCLUSIONS
from tests.verification.fact import Figure
from tests.verification.facts import FACTS, found
from tests.verification.lines import line, table
from tests.verification.oracles import NOT_HERE, ORACLES
from tests.verification.scores import cases, issues, reasons, scores, thresholds

PAGE: Final = Path(__file__).parent.parent.parent / "docs" / "validity.md"
BLOCK: Final = re.compile(r"^<!-- (\w+) -->\n(.*?)^<!-- end -->$", re.MULTILINE | re.DOTALL)


def fact(key: str) -> str:
    """A fact, who found it, and whether the model shows it."""
    one, shown = FACTS[key], found(key).shown
    return line((key, one.sentence, one.source, "shown" if shown else "**not shown**"))


def figure(key: str) -> str:
    """What was found of a fact, with its interval and with what it had to be."""
    rows = ((key, one.what, str(one), str(one.band), met(one)) for one in found(key).figures)
    return "".join(line(row) for row in rows)


def met(one: Figure) -> str:
    """Whether a figure is what it had to be; nothing where anything will do."""
    return "" if not str(one.band) else "yes" if one.holds else "**no**"


def facts() -> str:
    """All facts."""
    return table("", "what was found", "by whom", "here", lines=map(fact, FACTS))


def figures() -> str:
    """All their figures."""
    return table("", "in the same worlds", "95 % interval", "must be", "is", lines=map(figure, FACTS))


def remarks() -> str:
    """What is to be said about each fact."""
    return "".join(f"- **{key}.** {one.remark}\n" for key, one in FACTS.items() if one.remark)


@cache
def played() -> tuple[Outcome, ...]:
    """All that comes of the changes of assumptions, once."""
    return tuple(outcomes())


def named(change: Change) -> str:
    """A change in words."""
    if not change.name:
        return "nothing changed"
    return f"`{change.name}` {change.default:g} → {change.value:g}{' (its end)' if change.clipped else ''}"


def conclusions() -> str:
    """Each conclusion, what decides it, and how many changes it survives."""
    as_it_is, *changed = played()
    lines = []
    for place, one in enumerate(CONCLUSIONS):
        held = sum(outcome.verdicts[place] == "holds" for outcome in changed)
        decided, survives = as_it_is.decided[place], f"{held} of {len(changed)}"
        lines.append(line((str(place + 1), one.sentence, str(decided), str(decided.band), survives)))
    return table("", "conclusion", "as it is", "must be", "survives", lines=lines)


def summary() -> str:
    """How many conclusions survive everything."""
    changed = played()[1:]
    firm = sum(all(one.verdicts[place] == "holds" for one in changed) for place in range(len(CONCLUSIONS)))
    turned = sum("turned" in one.verdicts for one in changed)
    said = f"{firm} of {len(CONCLUSIONS)} conclusions survive all {len(changed)} changes"
    return f"{said}; with {turned or 'none'} of them a conclusion is turned round.\n"


def losses() -> str:
    """Each change with which a conclusion does not hold."""
    changed = played()[1:]
    lost = [(place, one) for place in range(len(CONCLUSIONS)) for one in changed if one.verdicts[place] != "holds"]
    rows = (
        (CONCLUSIONS[place].sentence, named(one.change), str(one.decided[place]), one.verdicts[place])
        for place, one in lost
    )
    return table("conclusion", "changed", "what decides", "which is", lines=map(line, rows))


def assumptions() -> str:
    """Each change, the shares of the default case in per cent, and the conclusions that do not hold with it."""
    lines = []
    for outcome in played():
        lost = ", ".join(str(place) for place, one in enumerate(outcome.verdicts, start=1) if one != "holds")
        lines.append(line((named(outcome.change), *(f"{100 * one:.1f}" for one in outcome.shares), lost)))
    return table("", *SHOWN, "does not hold", lines=lines)


def answers() -> str:
    """The known answers that are tested, and those about models that are not built here."""
    lines = [line((str(number), one.about, "tested")) for number, one in ORACLES.items()]
    lines += [line((str(number), reason, "not built here")) for number, reason in NOT_HERE.items()]
    return table("", "known answer", "here", lines=lines)


BLOCKS: Final = {
    one.__name__: one
    for one in (answers, facts, figures, remarks, cases, scores, thresholds, reasons, issues, conclusions, summary,
                losses, assumptions)
}  # fmt: skip


def told() -> Mapping[str, str]:
    """What stands in each block of the page."""
    return dict(BLOCK.findall(PAGE.read_text(encoding="utf-8")))


def rewrite(names: Iterable[str]) -> None:
    """Write what is found now into some blocks of the page."""
    for name in names:
        page = PAGE.read_text(encoding="utf-8")
        fresh = BLOCKS[name]()
        PAGE.write_text(BLOCK.sub(partial(_block, name=name, fresh=fresh), page), encoding="utf-8")


def _block(block: re.Match[str], name: str, fresh: str) -> str:
    return f"<!-- {name} -->\n{fresh}<!-- end -->" if block[1] == name else block[0]
