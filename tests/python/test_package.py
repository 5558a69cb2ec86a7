"""The package offers its public names, and imports what they need only when they are used."""

import ast
import pydoc
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

import sim

ROOT = Path(__file__).parent.parent.parent


def test_dir_names_what_is_public() -> None:
    assert set(sim.__all__) <= set(dir(sim))
    assert dir(sim) == sorted(set(dir(sim)))


def test_type_checkers_and_python_find_the_same_names_in_the_same_places() -> None:
    seen = ast.parse((ROOT / "sim" / "__init__.pyi").read_text(encoding="utf-8")).body
    imports = [one for one in seen if isinstance(one, ast.ImportFrom)]
    places = {name.asname: (one.module, name.name) for one in imports for name in one.names}
    assert places == vars(sim)["PUBLIC"]
    assert set(sim.__all__) == {*places, "__version__"}
    assert f"__all__ = {sim.__all__}".replace("'", '"') == ast.unparse(seen[-1]).replace("'", '"')


@pytest.mark.parametrize("name", sorted(set(sim.__all__) - {"__version__"}))
def test_help_explains_every_public_name(name: str) -> None:
    page = pydoc.plain(pydoc.render_doc(sim))
    assert f"    {name}(" in page or f"    {name} = " in page
    assert pydoc.getdoc(getattr(sim, name))


@pytest.mark.parametrize(
    ("use", "absent"),
    [
        ("import sim; dir(sim)", ("numpy", "pandas", "mesa", "numba", "duckdb", "yaml", "pydantic")),
        ("import sim; sim.load('first_scenario')", ("pandas", "mesa", "numba", "duckdb")),
        ("import sim; sim.watch('first_scenario')", ("numba", "duckdb")),
        ("import sim; sim.ensemble('first_scenario', 1, engine='mesa')", ("numba", "distributed")),
        ("import sim; sim.sweep('first_scenario', runs=1, engine='mesa')", ("numba", "distributed")),
    ],
)
def test_what_is_not_needed_is_not_imported(use: str, absent: tuple[str, ...]) -> None:
    assert all(find_spec(name) for name in absent)
    told = f"import sys; {use}; print([name for name in {absent!r} if name in sys.modules])"
    run = subprocess.run(
        [sys.executable, "-W", "error", "-c", told], capture_output=True, encoding="utf-8", cwd=ROOT, check=False
    )
    assert (run.returncode, run.stdout) == (0, "[]\n"), run.stderr
