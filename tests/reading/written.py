"""Small cases for these tests, written where they are needed."""

from pathlib import Path
from typing import Final

CASES: Final = sorted(Path(__file__).parents[2].glob("scenarios/*.yaml"))
EVERYTHING: Final = Path(__file__).parents[1] / "scenarios" / "everything.yaml"
BRIDGE: Final = """\
title: A bridge
calendar: {start: 2030-05-06}
issues:
  bridge: {track: security, at_0: closed, at_1: open}
delegations:
  east: {positions: {bridge: {ideal: 0.2, limit: 0.8, salience: 1}}}
  west: {positions: {bridge: {ideal: 1, limit: 0.4, salience: 1}}}
"""
