"""The machine on which figures were taken, as far as it matters to them."""

import os
import platform
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final

LIBRARIES: Final = ("numpy", "numba", "mesa", "negmas", "duckdb", "distributed")
GIB: Final = 2**30


def machine() -> dict[str, str]:
    """What it is, without its name: processor, cores, memory, system, and the versions that figures depend on."""
    pages, page = os.sysconf("SC_PHYS_PAGES"), os.sysconf("SC_PAGE_SIZE")
    return {
        "Processor": processor(),
        "Cores": str(os.cpu_count()),
        "Memory": f"{pages * page / GIB:.0f} GiB",
        "System": f"{platform.system()} {platform.machine()}",
        "Python": f"{platform.python_implementation()} {platform.python_version()}",
        **{name: found for name in LIBRARIES if (found := installed(name))},
    }


def processor() -> str:
    """The model of the processor, as the system tells it."""
    if sys.platform == "darwin":
        asked = ["sysctl", "-n", "machdep.cpu.brand_string"]
        return subprocess.run(asked, check=True, capture_output=True, encoding="utf-8").stdout.strip()
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "unknown")


def installed(name: str) -> str | None:
    """The version of a library; None if it is not there."""
    try:
        return version(name)
    except PackageNotFoundError:
        return None
