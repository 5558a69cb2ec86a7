"""How long sim takes to start, beside the libraries that it cannot do without.

Run it with ``python tests/benchmarks/startup.py``.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
ROUNDS = 21
LIBRARIES = ("-c", "import typer, pydantic, yaml")
COMMANDS = {
    "sim --help": ("-m", "sim", "--help"),
    "sim validate": ("-m", "sim", "validate", "first_scenario"),
    "sim validate (largest)": ("-m", "sim", "validate", "geneva_ii_round_2"),
}


def seconds(arguments: tuple[str, ...], compiled: str) -> float:
    """Time one start, from the shell's point of view, with all modules compiled into a folder."""
    variables = {**os.environ, "PYTHONPYCACHEPREFIX": compiled, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": ""}
    begin = time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL, env=variables)
    return time.perf_counter() - begin


def main() -> None:
    """Print the median of each command and its ratio to the libraries, started in turn."""
    times: dict[str, list[float]] = {name: [] for name in ("libraries", *COMMANDS)}
    started = {"libraries": LIBRARIES, **COMMANDS}
    with tempfile.TemporaryDirectory() as compiled:
        for arguments in started.values():
            seconds(arguments, compiled)
        for _ in range(ROUNDS):
            for name, arguments in started.items():
                times[name].append(seconds(arguments, compiled))
    least = statistics.median(times["libraries"])
    for name, taken in times.items():
        median = statistics.median(taken)
        sys.stdout.write(f"{name:24} {1000 * median:6.0f} ms   {median / least:.2f} (goal at most 1.6)\n")


if __name__ == "__main__":
    main()
