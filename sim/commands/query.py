"""``sim query``: a stored sweep, asked in SQL."""

from typing import Annotated

import typer

from sim.commands.options import Json
from sim.commands.stored import Folder

Question = Annotated[str | None, typer.Argument(metavar="[QUESTION]", help="SQL, as in: select * from points")]
Schema = Annotated[bool, typer.Option("--schema", help="Print every column of every table, and what it means.")]
Csv = Annotated[bool, typer.Option("--csv", help="Print the answer as CSV.")]


def query(
    folder: Folder, question: Question = None, schema: Schema = False, csv: Csv = False, json: Json = False
) -> None:
    """Ask the results of a sweep, in SQL.

    The tables are points (what was varied), replicates (a row a run), rounds (if they were kept) and failures.
    A question only reads. A name with a dot in it needs no quotes.
    """
    if (question is None) != schema:
        raise typer.BadParameter("Write a question in SQL, or --schema to see what can be asked for.")
    if csv and (json or schema):
        raise typer.BadParameter("--csv goes with a question, and not with --json.")
    from sim.commands import answers, columns
    from sim.study.store import results

    there = results(folder)
    if question is None:
        columns.show(there, json=json)
    else:
        form = answers.as_json if json else answers.as_csv if csv else answers.as_table
        form(there.ask(question))
