"""Texts that check themselves: no letter of them can change unseen."""

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any, Final

CHECK: Final = "check"


def seal(content: Mapping[str, Any], *, tall: bool = False) -> bytes:
    """Write content as JSON together with the SHA-256 of it: on one line, or tall, a line a key."""
    check = sha256(json.dumps(content).encode()).hexdigest()
    parts = [f"{json.dumps(key)}: {json.dumps(value)}" for key, value in {**content, CHECK: check}.items()]
    return ("{\n  " + ",\n  ".join(parts) + "\n}\n" if tall else "{" + ", ".join(parts) + "}\n").encode()


def unseal(text: bytes) -> dict[str, Any] | None:
    """The content of a sealed text; None if a single bit of it is not as it was written."""
    try:
        content: dict[str, Any] = json.loads(text)
        content.pop(CHECK)
    except (ValueError, KeyError, AttributeError, TypeError, RecursionError):
        return None
    return content if text in {seal(content), seal(content, tall=True)} else None
