"""A table at which people sit: what they may choose, what they see, and the rules in all other seats."""
