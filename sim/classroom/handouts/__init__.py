"""Handouts for a role-play, made from a case."""
