"""What a teacher does on a laptop without a network: install from a stick, look, play, open the room.

It is run in a network of its own, in which there is nothing but the loopback.
"""

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

OPEN = re.compile(r"http://127\.0\.0\.1:\d+/")
ASSET = re.compile(r'(?:href|src)="(/[^"]+\.(?:css|js|woff2|svg))"')


def main(stick: Path, home: Path) -> None:
    """Install, and say what each command said; any failure ends it."""
    assert not connects("1.1.1.1")
    variables = {"PATH": os.defpath, "HOME": str(home), "PYTHON": sys.executable}
    there = home / "sim of ours"
    subprocess.run(["sh", stick / "install.sh", there], cwd=home, env=variables, check=True)
    sim = there / "bin" / "sim"
    for arguments in (["scenarios"], ["run", "-n", "1000"]):
        subprocess.run([sim, *arguments], cwd=home, env=variables, check=True)
    with subprocess.Popen([sim, "serve", "--port", "0"], cwd=home, env=variables, stdout=subprocess.PIPE) as room:
        assert room.stdout
        try:
            look(OPEN.findall(room.stdout.readline().decode())[0])
        finally:
            room.terminate()


def connects(address: str) -> bool:
    """Whether anything outside can be reached."""
    try:
        socket.create_connection((address, 80), timeout=3).close()
    except OSError:
        return False
    return True


def look(address: str) -> None:
    """Open the room's page, and everything that it is made of."""
    began = time.monotonic()
    with urllib.request.urlopen(address, timeout=20) as answer:  # noqa: S310 - it is our own
        page = answer.read().decode()
    assets = ASSET.findall(page)
    for path in assets:
        with urllib.request.urlopen(address.rstrip("/") + path, timeout=20) as answer:  # noqa: S310 - the same
            assert answer.read()
    sys.stdout.write(f"{page.count('<html')} page and {len(assets)} assets in {time.monotonic() - began:.1f} s\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
