"""One short file a verb, and the pieces of a printed page that they share."""
