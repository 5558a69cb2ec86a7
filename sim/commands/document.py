"""One JSON document: the whole answer of a command, for another program."""

import json
import sys
from collections.abc import Mapping

SCHEMA_VERSION = 1
"""Raised when a key of a document changes its name or its meaning."""


def document(content: Mapping[str, object]) -> None:
    """Print the content as one JSON document on standard output."""
    sys.stdout.write(text_of(content))


def text_of(content: Mapping[str, object]) -> str:
    """The content as one JSON document, the same bytes under every locale."""
    return json.dumps({"schema_version": SCHEMA_VERSION, **content}, indent=2, allow_nan=False) + "\n"
