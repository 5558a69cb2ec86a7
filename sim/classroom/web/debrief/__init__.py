"""The debrief in the browser: how the tables ended, what decided it, and how else it could have gone."""
