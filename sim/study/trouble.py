"""What can be wrong with results that were kept."""


class Unusable(Exception):  # noqa: N818 - what it says
    """Results that are damaged, foreign, in use or made from something else; the message says which, and what to do."""
