"""``sim validate``: whether this is a scenario, and if not, what is to be mended."""

import json as text
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from sim.commands import exits, mistakes
from sim.commands.document import document
from sim.commands.options import Json, Settings, Sources
from sim.report.terminal.page import out

if TYPE_CHECKING:
    from sim.case import Mistake, Mistakes, Scenario


def validate(
    sources: Sources,
    settings: Settings,
    schema: Annotated[bool, typer.Option("--schema", help="Print the JSON Schema of a scenario file.")] = False,
    digest: Annotated[
        bool, typer.Option("--digest", help="Print the digest of each scenario and nothing else.")
    ] = False,
    json: Json = False,
) -> None:
    """Check scenarios.

    Every mistake is shown at once, with its file, line and column and what was probably meant.
    """
    if schema:
        return _schema()
    if not sources:
        raise typer.BadParameter("Which file is to be checked? Name one or more.", param_hint="SCENARIO")
    answers = {source: _answer(source, settings) for source in sources}
    if json:
        document({"scenarios": [_entry(source, answer) for source, answer in answers.items()]})
    else:
        for source, answer in answers.items():
            _tell(source, answer, only_digest=digest)
    if any(isinstance(answer, Exception) for answer in answers.values()):
        raise typer.Exit(exits.INVALID)
    return None


def _schema() -> None:
    from sim.case import schema

    sys.stdout.write(text.dumps(schema(), indent=2) + "\n")


def _answer(source: str, settings: list[str]) -> "Scenario | Mistakes":
    from sim.case import Mistakes, read

    try:
        return read(source, settings)
    except Mistakes as found:
        return found


def _tell(source: str, answer: "Scenario | Mistakes", *, only_digest: bool) -> None:
    from sim.case import Mistakes, digest

    if isinstance(answer, Mistakes):
        mistakes.show(out(), answer)
    elif only_digest:
        out().line(digest(answer))
    else:
        out().paragraph(f"{source} has no mistakes: {answer.title}, {_size(answer)}.")


def _size(case: "Scenario") -> str:
    from sim.case.days import numbered

    return f"{numbered(len(case.delegations), 'delegation')}, {numbered(len(case.issues), 'issue')}"


def _entry(source: str, answer: "Scenario | Mistakes") -> dict[str, object]:
    from sim.case import Mistakes, digest

    if isinstance(answer, Mistakes):
        return {"name": source, "valid": False, "mistakes": [_mistake(mistake) for mistake in answer.items]}
    return {"name": source, "valid": True, "digest": digest(answer), "mistakes": []}


def _mistake(mistake: "Mistake") -> dict[str, object]:
    return {
        "file": mistake.file,
        "line": mistake.line,
        "column": mistake.column,
        "path": mistake.path,
        "message": mistake.message,
        "suggestion": mistake.suggestion,
    }
