"""Exit codes: how a command says to a script what became of it."""

DONE, INTERNAL, USAGE, INVALID, UNMET, REFUSED, INTERRUPTED, PIPE_CLOSED = 0, 1, 2, 3, 4, 5, 130, 141

MEANINGS = {
    DONE: "Done. A walkout is a result, not an error.",
    INTERNAL: "An error of sim itself; the command that repeats it is printed.",
    USAGE: "Wrong usage, or an unknown name or path.",
    INVALID: "A scenario that does not validate.",
    UNMET: "An expectation that did not hold.",
    REFUSED: "The disk or the system refused.",
    INTERRUPTED: "Interrupted from the keyboard.",
    PIPE_CLOSED: "Whoever read the output went away.",
}
"""What each exit code means."""
