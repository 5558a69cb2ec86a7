"""An installed wheel plays its bundled cases from any folder, as the source does."""

import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

import sim

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel, without an index."""
    folder = tmp_path_factory.mktemp("wheel")
    options = ["--no-deps", "--no-index", "--no-build-isolation", "--quiet", "--disable-pip-version-check"]
    subprocess.run([sys.executable, "-m", "pip", "wheel", *options, "--wheel-dir", str(folder), str(ROOT)], check=True)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install it into a fresh Python whose folder has a blank in its name, beside the libraries of this one."""
    folder = tmp_path_factory.mktemp("fresh python") / "a folder"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder], check=True)
    python = folder / "bin" / "python"
    options = ["--no-deps", "--no-index", "--quiet", "--disable-pip-version-check"]
    subprocess.run([sys.executable, "-m", "pip", "--python", str(python), "install", *options, str(wheel)], check=True)
    packages = next(folder.glob("lib/python*/site-packages"))
    (packages / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return folder


def _start(installed: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    variables = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    command = [str(installed / "bin" / "python"), "-m", "sim", *arguments]
    return subprocess.run(command, cwd=folder, env=variables, capture_output=True, encoding="utf-8", check=False)


def test_the_wheel_holds_every_bundled_case_and_nothing_of_the_workshop(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    held = {name.removeprefix("sim/") for name in names if name.startswith("sim/scenarios/") and name.endswith(".yaml")}
    assert held == {str(path.relative_to(ROOT)) for path in (ROOT / "scenarios").rglob("*.yaml")}
    assert {name.split("/")[0].split("-")[0] for name in names} == {"sim", "negotiation_rounds"}
    assert "sim/py.typed" in names


def test_the_wheel_holds_every_template_and_every_asset(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    source = {path.relative_to(ROOT).as_posix() for path in (ROOT / "sim").rglob("*") if path.is_file()}
    beside = {name for name in source if not name.endswith((".py", ".pyc", ".nbi", ".nbc"))}
    assert {"sim/classroom/web/templates", "sim/classroom/web/static"} <= {name.rpartition("/")[0] for name in beside}
    assert beside - set(names) == set()


def test_an_installed_sim_is_not_the_one_of_the_source(installed: Path, tmp_path: Path) -> None:
    command = [str(installed / "bin" / "python"), "-P", "-c", "import sim; print(sim.__file__)"]
    variables = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    place = subprocess.run(command, cwd=tmp_path, env=variables, capture_output=True, check=True, encoding="utf-8")
    assert Path(place.stdout.strip()).is_relative_to(installed)


@pytest.mark.parametrize(
    "arguments", [("scenarios",), ("show", "geneva_ii_round_2"), ("validate", "first_scenario"), ("run",)]
)
def test_an_installed_sim_says_what_the_source_says(
    installed: Path, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    there = _start(installed, tmp_path, *arguments)
    here = subprocess.run(
        [sys.executable, "-m", "sim", *arguments],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert there.returncode == 0, there.stderr
    assert there.stdout == here.stdout


def test_the_wheel_has_the_version_of_the_source(wheel: Path) -> None:
    assert wheel.name.startswith(f"negotiation_rounds-{sim.__version__}-")


def test_the_command_is_installed_under_its_name(installed: Path, tmp_path: Path) -> None:
    said = subprocess.run([installed / "bin" / "sim", "--version"], cwd=tmp_path, capture_output=True, check=True)
    assert said.stdout.startswith(b"sim ")
