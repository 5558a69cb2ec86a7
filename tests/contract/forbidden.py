"""What rules may not use: whatever gives other bits on another machine, and whatever draws chance."""

import ast
from typing import Final

BUILTINS: Final = frozenset({"sum", "max", "min", "pow", "round", "divmod", "hash", "sorted", "set"})
EXACT: Final = frozenset({"sqrt", "floor"})
MODULES: Final = frozenset({"math", "cmath", "numpy", "np", "scipy", "decimal", "fractions", "statistics"})
SIGNS: Final[dict[type[ast.operator], str]] = {ast.Pow: "**", ast.MatMult: "@"}
CHANCE: Final = frozenset({"random", "secrets", "uuid", "time", "os", "datetime"})


def inexact(source: str) -> list[str]:
    """Name, with their lines, all uses of powers, sums, foreign mathematics and chance in a source."""
    return [f"{node.lineno}: {what}" for node in ast.walk(ast.parse(source)) for what in found(node)]  # type: ignore[attr-defined]


def found(node: ast.AST) -> list[str]:
    """Name what one place of a source uses that it may not."""
    match node:
        case ast.BinOp(op=ast.Pow() | ast.MatMult() as sign) | ast.AugAssign(op=ast.Pow() | ast.MatMult() as sign):
            return [SIGNS[type(sign)]]
        case ast.Call(func=ast.Name(id=name)) if name in BUILTINS:
            return [f"{name}("]
        case ast.Import(names=names):
            return [name.name for name in names if name.name.split(".")[0] in MODULES | CHANCE]
        case ast.ImportFrom(module=str(module), names=names):
            return imported(module.split(".")[0], [name.name for name in names])
        case ast.Attribute(value=ast.Name(id=module), attr=name) if module in MODULES | CHANCE:
            return [f"{module}.{name}"]
    return []


def imported(module: str, names: list[str]) -> list[str]:
    """Name what is imported by name that may not be."""
    if module in CHANCE or (module in MODULES and module != "math"):
        return [module]
    return [f"math.{name}" for name in names if module == "math" and name not in EXACT]
