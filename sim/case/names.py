"""What a thing of a scenario is called: by its name, or else by its key, put into words."""

from typing import Protocol


class Named(Protocol):
    """Anything in a scenario that may have a name of its own."""

    @property
    def name(self) -> str | None:
        """The name, if it has one."""


def party(key: str, thing: Named | None) -> str:
    """A delegation, sponsor, member or front: its name, or ``East Orlen`` for ``east_orlen``."""
    return (thing and thing.name) or key.replace("_", " ").title()


def topic(key: str, thing: Named | None) -> str:
    """An issue or a threshold: its name, or ``Transitional body`` for ``transitional_body``."""
    return (thing and thing.name) or key.replace("_", " ").capitalize()
