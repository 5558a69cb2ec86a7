"""A page of 80 columns: cells, ink, bars, and whatever a stranger wrote made harmless."""
