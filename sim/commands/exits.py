"""Exit codes: how a command says to a script what became of it."""

DONE, INTERNAL, USAGE, INVALID, UNMET, REFUSED, FAILED, UNUSABLE = 0, 1, 2, 3, 4, 5, 6, 7
INTERRUPTED, PIPE_CLOSED, TERMINATED = 130, 141, 143

MEANINGS = {
    DONE: "Done. A walkout is a result, not an error.",
    INTERNAL: "An error of sim itself; the command that repeats it is printed.",
    USAGE: "Wrong usage, or an unknown name or path.",
    INVALID: "A scenario or a sweep file that does not validate.",
    UNMET: "An expectation that did not hold.",
    REFUSED: "The disk or the system refused.",
    FAILED: "Finished, with failed runs.",
    UNUSABLE: "Results that are damaged, foreign, in use by another sweep, or made from something else.",
    INTERRUPTED: "Interrupted from the keyboard; what is done is kept.",
    PIPE_CLOSED: "Whoever read the output went away.",
    TERMINATED: "Asked to stop by the system; what is done is kept.",
}
"""What each exit code means."""
