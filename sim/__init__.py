"""An open simulator of peace negotiations: rounds, sessions, mediators, sponsors, and the war outside."""

__version__ = "0.1.0"
