"""A case in a classroom: the sheets that each role gets, and seats for people among the agents."""
