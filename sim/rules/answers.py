"""Yes or no: the more speaks for a yes, the likelier it is said."""

from sim.rules.arithmetic import logistic


def assent(leaning: float, temperature: float) -> float:
    """The probability of a yes: near 1 where much speaks for it, near 0 where much speaks against it.

    logistic(leaning / temperature): at a leaning of 0 it is one half; the lower the temperature, the less is
    left to chance. Source: logit choice, McKelvey and Palfrey (1995).
    """
    return logistic(leaning / temperature)
