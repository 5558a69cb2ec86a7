"""What breaks is logged for whoever started the room, one JSON object a line, without what people typed."""

import json
import sys


def log(problem: Exception, where: str) -> None:
    """Say what broke, and where."""
    said = {"error": type(problem).__name__, "path": where, "said": str(problem)[:200]}
    sys.stderr.write(json.dumps(said) + "\n")
    sys.stderr.flush()
