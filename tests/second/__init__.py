"""A second implementation of the rule book, read from its text alone: slow, plain, and a witness in tests."""
