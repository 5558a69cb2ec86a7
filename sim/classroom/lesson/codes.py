"""Codes that nobody guesses: the room's, which is typed, and keys, which a browser keeps.

They open doors and touch no run, so they come from the system and not from the chance of the model.
"""

import secrets  # noqa: TID251 - a key that could be computed again would be no key
from hashlib import sha256
from hmac import compare_digest
from typing import Final

ALPHABET: Final = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
"""31 letters and digits, none of which looks like another."""
LENGTH: Final = 8
KEY_BYTES: Final = 16


def room_code() -> str:
    """A code of a room: 8 of 31 signs, 39.6 bits."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def key() -> str:
    """A key of 128 random bits, in hexadecimal."""
    return secrets.token_hex(KEY_BYTES)


def hashed(key: str) -> str:
    """What is kept of a key: whoever reads a journal cannot sit down in a seat of it."""
    return sha256(key.encode()).hexdigest()


def same_code(typed: str, code: str) -> bool:
    """Whether somebody typed the code; blanks, dashes and small letters do not matter."""
    plain = "".join(letter for letter in typed[:64].upper() if letter.isascii() and letter.isalnum())
    return compare_digest(plain.encode(), code.encode())
