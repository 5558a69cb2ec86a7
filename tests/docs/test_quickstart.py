"""The quickstart works as it stands: on a terminal, in an empty folder, from the first line to the last."""

import doctest
import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

import sim

ROOT = Path(__file__).parent.parent.parent
PAGE = (ROOT / "docs" / "quickstart.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```(shell-session|diff|pycon)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PROGRESS = re.compile(r"(?:\r\x1b\[K[^\r\n]*)*\r\x1b\[K")
CUT = "…"
PUBLIC = ["__version__", "compare", "ensemble", "load", "reach", "results", "sensitivity", "sweep", "watch", "whatif"]
PUBLIC += ["why"]


def _shown(command: str, folder: Path) -> str:
    """What a command shows on a terminal without colours, once its progress is wiped away."""
    mine, its = pty.openpty()
    variables = {**os.environ, "PYTHONPATH": str(ROOT), "NO_COLOR": "1"}
    arguments = [sys.executable, "-m", *command.split()]
    with subprocess.Popen(arguments, cwd=folder, env=variables, stdin=its, stdout=its, stderr=its) as process:
        os.close(its)
        shown = b"".join(iter(lambda: _some(mine), b""))
        process.wait()
    os.close(mine)
    return PROGRESS.sub("", shown.decode("utf-8")).replace("\r\n", "\n")


def _some(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # Linux says so when the other end is closed
        return b""


def _agree(shown: str, said: str) -> bool:
    """Whether what is said is what is shown, where a line with three dots stands for any lines."""
    lines = ["(?:.*\n)*?" if line == CUT else re.escape(line) + "\n" for line in shown.splitlines()]
    return re.fullmatch("".join(lines), said) is not None


def _type(block: str, folder: Path) -> None:
    for command, shown in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE):
        said = _shown(command, folder)
        assert _agree(shown, said), f"$ {command}\nsays:\n{said}"


def _edit(block: str, folder: Path) -> None:
    case = folder / "my_case.yaml"
    before, after = (re.findall(rf"^\{sign}(.*)$", block, re.MULTILINE) for sign in "-+")
    written = case.read_text(encoding="utf-8")
    assert written.count("\n".join(before)) == 1
    case.write_text(written.replace("\n".join(before), "\n".join(after)), encoding="utf-8")


def test_a_first_time_user_sees_what_the_page_shows(tmp_path: Path) -> None:
    blocks = [(way, block) for way, block in BLOCK.findall(PAGE) if way != "pycon"]
    assert len(blocks) >= 10
    for way, block in blocks:
        if way == "diff":
            _edit(block, tmp_path)
        else:
            _type(block, tmp_path)


def test_the_page_shows_what_python_says() -> None:
    session = "".join(block for way, block in BLOCK.findall(PAGE) if way == "pycon")
    examples = doctest.DocTestParser().get_doctest(session, {}, "quickstart.md", "quickstart.md", 0)
    assert len(examples.examples) >= 8
    assert doctest.DocTestRunner().run(examples).failed == 0


def test_the_example_of_the_package_says_what_it_shows() -> None:
    tried = doctest.testmod(sim)
    assert (tried.attempted >= 5, tried.failed) == (True, 0)


def test_the_package_alone_is_light_and_offers_its_public_names() -> None:
    told = "import sim, sys; print(sorted(name for name in sys.modules if name.startswith('sim')), sim.__all__)"
    run = subprocess.run([sys.executable, "-c", told], capture_output=True, check=True, encoding="utf-8", cwd=ROOT)
    assert run.stdout == f"['sim'] {PUBLIC}\n"
    assert [name for name in sim.__all__ if not hasattr(sim, name)] == []


def test_a_name_that_the_package_does_not_have_is_refused_by_name() -> None:
    with pytest.raises(AttributeError, match="module 'sim' has no attribute 'lode'"):
        vars(sim)["__getattr__"]("lode")


def test_a_page_that_shows_something_else_is_found() -> None:
    assert _agree("a\n…\nd\n", "a\nb\nc\nd\n")
    assert not _agree("a\n…\nd\n", "a\nb\nc\n")
    assert not _agree("a\n", "a\nb\n")
