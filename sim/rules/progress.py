"""How far the talks have come."""


def distance(offer: float, other: float, salience: float, other_salience: float) -> float:
    """How far two stand apart on an issue, weighed by how much it matters: |offer - other| * mean salience. Ours."""
    return abs(offer - other) * (salience + other_salience) / 2.0


def gap_closed(gap: float, gap_at_start: float) -> float:
    """The part of the gap that is closed: 1 - gap / gap at the start, below 0 if it widened; 1 if none was. Ours."""
    return 1.0 - gap / gap_at_start if gap_at_start > 0.0 else 1.0


def progress(items: int, order: int, closed: float, procedure_share: float) -> float:
    """Progress is part procedure, part substance: at most 1, and below 0 if the offers drifted apart.

    procedure_share * (items + order) / 2 + (1 - procedure_share) * closed. Our assumption.
    """
    return procedure_share * (items + order) / 2.0 + (1.0 - procedure_share) * closed
