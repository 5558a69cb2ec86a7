"""A run put into words: who says and does what, day by day, and how it ended."""
