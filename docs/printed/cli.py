"""Print the page about the command line, from the commands themselves."""

from inspect import cleandoc
from typing import Any

from typer.main import get_command

from sim.cli import app
from sim.commands.exits import MEANINGS

FOREWORD = """\
# The command line

What a person reads goes to standard output, mistakes and warnings to standard error. In a pipe there is no colour, and
each mistake takes one line; `NO_COLOR` is obeyed. With `--json` a command prints one JSON document and nothing else.
`sim --install-completion` lets your shell complete commands, options, bundled scenarios and files."""


def _usage(parameter: Any) -> str:  # noqa: ANN401
    """How a parameter is typed: ``SCENARIO``, ``--set PATH=VALUE``, ``--json``."""
    if parameter.param_type_name == "argument":
        return str(parameter.metavar or parameter.name.upper())
    value = "" if parameter.is_flag else f" {parameter.metavar or parameter.name.upper()}"
    return ", ".join(parameter.opts) + value


def _command(name: str, command: Any) -> str:  # noqa: ANN401
    parameters = [parameter for parameter in command.params if parameter.name != "help"]
    arguments = [_usage(parameter) for parameter in parameters if parameter.param_type_name == "argument"]
    usage = " ".join(["sim", name, *arguments, "[options]"])
    rows = [f"| `{_usage(parameter)}` | {parameter.help} |" for parameter in parameters]
    table = "\n".join(["| | |", "|---|---|", *rows])
    return f"\n## sim {name}\n\n`{usage}`\n\n{cleandoc(command.help)}\n\n{table}"


def main() -> None:
    """Print how each command is used, then the exit codes."""
    print(FOREWORD)
    for name, command in get_command(app).commands.items():  # type: ignore[attr-defined]
        print(_command(name, command))
    print("\n## Exit codes\n\n| code | meaning |\n|---|---|")
    for code, meaning in MEANINGS.items():
        print(f"| {code} | {meaning} |")


if __name__ == "__main__":
    main()
