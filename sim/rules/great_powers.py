"""The great powers behind the talks: they meet, and then work together a little better."""


def meeting(meeting_rate: float, cooperation: float) -> float:
    """The probability that a proposed collective meeting is held: meeting_rate * cooperation. Our assumption."""
    return meeting_rate * cooperation


def after_meeting(cooperation: float, meeting_gain: float) -> float:
    """A meeting brings the powers closer: cooperation + meeting_gain * (1 - cooperation). Our assumption."""
    return cooperation + meeting_gain * (1.0 - cooperation)
