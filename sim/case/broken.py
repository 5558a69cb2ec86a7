"""A value that was written wrongly: whatever looks at it looks no further."""

from typing import Any, Final, NoReturn


class Unreadable(Exception):  # noqa: N818 - not an error of its own: it only follows from one
    """A check came upon a value that was complained of already."""


class Broken:
    """The hole that a mistake leaves in a case; to use it in any way ends the check that does."""

    def _raise(self, *_: object) -> NoReturn:
        raise Unreadable

    def __getattr__(self, name: str) -> NoReturn:
        """End the check."""
        raise Unreadable

    __iter__ = __len__ = __bool__ = __float__ = __hash__ = __contains__ = __getitem__ = __call__ = _raise
    __eq__ = __ne__ = __lt__ = __le__ = __gt__ = __ge__ = _raise
    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __truediv__ = __rtruediv__ = _raise


BROKEN: Final[Any] = Broken()
