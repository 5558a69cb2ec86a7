"""A case in play: the actors, their seats, chance, the order of events, and what comes of it."""
