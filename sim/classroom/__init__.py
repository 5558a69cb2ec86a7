"""A case in a classroom: the sheets that each role gets, made from the scenario alone."""
