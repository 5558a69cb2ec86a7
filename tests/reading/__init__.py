"""Reading a case: what is taken, what is refused, and what is said of it."""
