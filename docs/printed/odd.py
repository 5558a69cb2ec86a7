"""Print the description of the model: its page as it is written, its marked blocks filled anew from the code."""

import ast
import re
import runpy
from collections.abc import Callable, Iterable, Iterator
from contextlib import redirect_stdout
from dataclasses import fields
from inspect import getdoc
from io import StringIO
from pathlib import Path
from typing import Annotated, Any, Final, get_args, get_origin, get_type_hints

from sim.case.agenda import Agenda, Item
from sim.case.behaviour import Behaviour
from sim.case.calendar import Calendar
from sim.case.council import Council, Draft, Member
from sim.case.delegation import Delegation, Position, Tactic
from sim.case.front import Front, Pause
from sim.case.issue import Issue
from sim.case.mediator import Mediator
from sim.case.record import Record
from sim.case.scenario import Scenario
from sim.case.sponsor import GreatPowers, Sponsor
from sim.case.threshold import Threshold
from sim.rules.endings import ENDINGS
from sim.rules.formats import FORMATS
from sim.rules.occurrences import EVENTS
from sim.rules.quantiles import QUANTILES
from sim.rules.settlements import SETTLEMENTS
from sim.rules.styles import STYLES
from sim.rules.tactics import TACTICS
from sim.rules.walkouts import REASONS
from sim.talks import chance
from sim.talks.records import MANY, ONE, SINGULAR
from sim.talks.session import EVENING, MORNING, SESSION, START, Piece, nouns_of
from sim.talks.thresholds import KINDS

ROOT: Final = Path(__file__).parent.parent.parent
PAGE: Final = ROOT / "docs" / "odd.md"
BLOCK: Final = re.compile(r"^(<!-- (\w+) -->\n).*?^(<!-- end -->)$", re.MULTILINE | re.DOTALL)

WRITTEN_IN: Final[dict[str, tuple[type[Record], ...]]] = {
    "room": (Calendar,), "behaviour": (Behaviour, Scenario), "agenda": (Agenda,), "mediator": (Mediator,),
    "great_powers": (GreatPowers,), "council": (Council, Draft), "delegations": (Delegation, Tactic),
    "stakes": (Position,), "bonds": (Delegation,), "issues": (Issue,), "items": (Item,), "sponsors": (Sponsor,),
    "members": (Member,), "fronts": (Front, Pause), "thresholds": (Threshold,),
}  # fmt: skip
"""Where in a case file a noun's numbers stand; a field and a key of one name are one thing."""

FAMILIES: Final[dict[str, tuple[str, dict[str, Any]]]] = {
    "Tactics": ("`tactic.name`", TACTICS),
    "Mediation styles": ("`mediator.style`", STYLES),
    "Settlements of a text": ("`mediator.settlement`, else by the style", SETTLEMENTS),
    "Formats": ("`calendar.fixed_formats`", FORMATS),
    "Dated events": ("`events`, `kind`", EVENTS),
    "Thresholds": ("`thresholds`", KINDS),
    "Distributions": ("any number", QUANTILES),
}
PARTS: Final = {
    "Once, before the first day": START,
    "Every day": MORNING,
    "In a session that is held": SESSION,
    "Every evening": EVENING,
}
ALL: Final = ONE | MANY
TECHNICAL: Final = ("arithmetic", "quantiles", "dispatch")
STEPS: Final = {"on_day": "each day", "normal_on_day": "each day", "0": "once a run", "room.round": "once a round",
    "answer": "once a round",
}  # fmt: skip


def table(*head: str, rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    """A table, a line each."""
    yield f"| {' | '.join(head)} |"
    yield "|---" * len(head) + "|"
    for row in rows:
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |"


def first_line(thing: object) -> str:
    """What the first paragraph of a docstring says, on one line."""
    return " ".join((getdoc(thing) or "").partition("\n\n")[0].split()).replace("*", r"\*")


def entities() -> Iterator[str]:
    """Every noun, and whether there is one of it or many."""
    rows = ((name.replace("_", " "), "one" if name in ONE else "many", first_line(ALL[name])) for name in ALL)
    yield from table("noun", "", "what it is", rows=rows)


def state() -> Iterator[str]:
    """Every noun with its fields, in the order of the code."""
    for name, noun in ALL.items():
        yield f"\n**{name.replace('_', ' ').capitalize()}.** {first_line(noun)}\n"
        hints = get_type_hints(noun, include_extras=True)
        rows = ((f"`{field.name}`", unit(hints[field.name]), given(name, field.name)) for field in fields(noun))
        yield from table("field", "range or meaning", "in a case file", rows=rows)


def unit(hint: object) -> str:
    """What is written beside the type of a field."""
    if get_origin(hint) is Annotated:
        return str(get_args(hint)[1])
    return "a whole number" if hint is int else "a number"


def given(noun: str, name: str) -> str:
    """What a case file says about a field, if it is written there."""
    for record in WRITTEN_IN.get(noun, ()):
        if name in record.model_fields:
            return str(record.model_fields[name].description)
    return ""


def process() -> Iterator[str]:
    """The pieces of a day in order, each with who acts."""
    for part, pieces in PARTS.items():
        yield f"\n**{part}**\n"
        yield from table(
            "who", "piece", "what", rows=((who(piece), where(piece), first_line(piece)) for piece in pieces)
        )


def who(piece: Piece) -> str:
    """Who acts: the first noun a piece names."""
    actor = nouns_of(piece)[0]
    return ("each " if actor in SINGULAR else "the ") + actor.replace("_", " ")


def where(piece: Piece) -> str:
    """The name of a piece, leading to the file it stands in."""
    return f"[`{piece.__name__}`](../{piece.__module__.replace('.', '/')}.py)"


def addresses() -> Iterator[str]:
    """What chance is asked for, with what number, how often, and where."""
    where_asked = asked()
    numbers = sorted((value, name) for name, value in vars(chance).items() if name in where_asked)
    rows = ((str(number), name.lower().replace("_", "-"), *where_asked[name]) for number, name in numbers)
    yield from table("no.", "purpose", "drawn anew", "what for", rows=rows)


def asked() -> dict[str, tuple[str, str]]:
    """For each purpose, how often it is drawn anew and what the function that asks for it does."""
    found = {}
    for path in sorted((ROOT / "sim" / "talks").glob("*.py")):
        for function in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(function, ast.FunctionDef):
                for purpose in purposes(function):
                    found[purpose] = (how_often(function, purpose), opening(function))
    return found


def opening(function: ast.FunctionDef) -> str:
    """The first paragraph of a function's docstring, on one line."""
    return " ".join((ast.get_docstring(function) or "").partition("\n\n")[0].split())


def purposes(function: ast.FunctionDef) -> Iterator[str]:
    """The purposes named in a function."""
    for part in ast.walk(function):
        if isinstance(part, ast.Attribute) and ast.unparse(part).startswith("chance.") and part.attr.isupper():
            yield part.attr


def how_often(function: ast.FunctionDef, purpose: str) -> str:
    """By the step of its address: with the day, with the round, or once a run."""
    for call in ast.walk(function):
        if isinstance(call, ast.Call) and call.args and ast.unparse(call.args[-1]) == f"chance.{purpose}":
            asking = ast.unparse(call.func).removeprefix("chance.")
            return STEPS[asking if asking in STEPS else ast.unparse(call.args[1])]
    return STEPS["0"]


def submodels() -> Iterator[str]:
    """Each rule in a line, leading to its place on the page about the rules."""
    with redirect_stdout(StringIO()) as printed:
        runpy.run_path(str(Path(__file__).with_name("rules.py")), run_name="__main__")
    for section in re.split(r"^## ", printed.getvalue(), flags=re.MULTILINE)[1:]:
        title = section.partition("\n")[0]
        rules = re.split(r"^### ", section, flags=re.MULTILINE)[1:]
        if not rules or title.lower() in TECHNICAL:
            continue
        yield f"\n**{title}.** {paragraph(section)}\n"
        for rule in rules:
            name = rule.partition("\n")[0]
            yield f"- [`{name}`](rules.md#{anchor(printed.getvalue(), title, name)}): {paragraph(rule)}"


def paragraph(section: str) -> str:
    """The first paragraph under a heading, on one line."""
    return " ".join(section.split("\n\n")[1].split())


def anchor(page: str, title: str, name: str) -> str:
    """The anchor of a rule's heading: a name that stands on the page before gets a number."""
    headings = re.findall(r"^###? (.*)$", page, re.MULTILINE)
    place = headings.index(name, headings.index(title) + 1)
    earlier = sum(heading.lower().replace(" ", "-") == name for heading in headings[:place])
    return f"{name}-{earlier}" if earlier else name


def endings() -> Iterator[str]:
    """How a round can end."""
    yield from table("ending", "what it means", rows=((f"`{name}`", one.meaning) for name, one in ENDINGS.items()))


def reasons() -> Iterator[str]:
    """Why a delegation walks out."""
    yield from table("reason", "in words", rows=((f"`{name}`", words) for name, words in REASONS.items()))


def families() -> Iterator[str]:
    """Where there are several ways, each with its name in a case file."""
    for title, (place, members) in FAMILIES.items():
        yield f"\n**{title}** ({place})\n"
        for name, member in members.items():
            yield f"- `{name}`: {getattr(member, 'meaning', None) or first_line(member)}"


BLOCKS: Final[dict[str, Callable[[], Iterator[str]]]] = {
    block.__name__: block for block in (entities, state, process, addresses, submodels, endings, reasons, families)
}


def main() -> None:
    """Print the page with each marked block as the code has it now."""

    def filled(block: re.Match[str]) -> str:
        return block[1] + "\n".join(BLOCKS[block[2]]()).strip() + "\n" + block[3]

    print(BLOCK.sub(filled, PAGE.read_text(encoding="utf-8")), end="")


if __name__ == "__main__":
    main()
