"""A second, independent version of the rule book: all replicates at once, as numpy arrays."""
