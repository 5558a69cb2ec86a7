"""One JSON document: the whole answer of a command, for another program."""

import json
import sys
from collections.abc import Mapping

SCHEMA_VERSION = 1
"""Raised when a key of a document changes its name or its meaning."""


def document(content: Mapping[str, object]) -> None:
    """Print the content as one JSON document on standard output, the same bytes under every locale."""
    text = json.dumps({"schema_version": SCHEMA_VERSION, **content}, indent=2, allow_nan=False)
    sys.stdout.write(text + "\n")
