"""A lesson: several tables that play the same case, the people at them, and the journal in which all of it stands."""
