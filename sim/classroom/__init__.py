"""Seats for people: what they see, what they may choose, and what came of it."""
