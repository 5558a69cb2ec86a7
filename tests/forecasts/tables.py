"""Sides of one issue, written briefly, and at random."""

from hypothesis import strategies as st

from sim.forecasts import Side

EMISSIONS = {
    "netherlands": (0.08, 4, 0.8), "belgium": (0.08, 7, 0.4), "luxembourg": (0.03, 4, 0.2), "germany": (0.16, 4, 0.8),
    "france": (0.16, 10, 0.6), "italy": (0.16, 10, 0.6), "britain": (0.16, 10, 0.9), "ireland": (0.05, 7, 0.1),
    "denmark": (0.05, 4, 1.0), "greece": (0.08, 7, 0.7),
}  # fmt: skip
"""Capability, years of delay wanted, and salience: Bueno de Mesquita (1994), on emission standards for small cars."""


def side(ideal: float, limit: float, influence: float = 1, salience: float = 1) -> Side:
    """Take a side's ideal as its offer."""
    return Side(ideal, limit, ideal, salience, influence)


def emissions() -> list[Side]:
    """Put the ten states on an axis from 0 (no delay) to 1 (ten years)."""
    return [side(years / 10, 0.5, capability, salience) for capability, years, salience in EMISSIONS.values()]


def columns(table: list[Side]) -> list[list[Side]]:
    """Lay a table out as stakes by delegation and issue."""
    return [[one] for one in table]


parts = st.integers(0, 20).map(lambda step: step / 20)
tables = st.lists(
    st.builds(side, parts, parts, st.integers(1, 9).map(float), st.integers(1, 9).map(lambda one: one / 10)),
    min_size=2, max_size=6,
)  # fmt: skip
