"""What people write in words, and the names they give: which characters may stand in them."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Annotated, Any, Final, TypeAlias

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

IDENTIFIER: Final = re.compile(r"[a-z][a-z0-9_]{0,39}")
_ARABIC_SIGNS: Final = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd")
_HIDDEN: Final = frozenset({"Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp"})


def hidden(text: str) -> str | None:
    """The first character of a text that cannot be seen, or changes how the rest is seen; None if there is none."""
    if text.isascii() and text.isprintable():
        return None
    return next((c for c in text if unicodedata.category(c) in _HIDDEN and c not in _ARABIC_SIGNS), None)


def character(hidden: str) -> str:
    """A hidden character as a person can look it up: U+202E (RIGHT-TO-LEFT OVERRIDE)."""
    name = unicodedata.name(hidden, "")
    return f"U+{ord(hidden):04X}" + (f" ({name})" if name else "")


def visible(text: str) -> str:
    """A text in which every hidden character is written as its number, so that it does nothing to a terminal."""
    if hidden(text) is None:
        return text
    return "".join(f"\\u{ord(each):04x}" if hidden(each) else each for each in text)


@dataclass(frozen=True)
class Text:
    """Words for people: at most `longest` characters after NFC, of which none is hidden; one line, or several."""

    longest: int = 120
    lines: bool = False

    def clean(self, text: str) -> str:
        """The text in its normal form (NFC), without blanks at its ends."""
        return unicodedata.normalize("NFC", text).strip()

    def fault(self, text: str) -> str | None:
        """Say what is wrong with a clean text, if anything is."""
        if not text:
            return "Nothing is written here. Write a few words, or leave the key out."
        if len(text) > self.longest:
            return f"This text has {len(text):,} characters. At most {self.longest:,} are wanted."
        if not self.lines and "\n" in text:
            return "One line of text is wanted here, not several."
        secret = hidden(text.replace("\n", " "))
        return f"The character {character(secret)} cannot be seen. Take it out." if secret else None

    def _checked(self, text: str) -> str:
        clean = self.clean(text)
        wrong = self.fault(clean)
        if wrong:
            raise ValueError(wrong)
        return clean

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:  # noqa: ANN401
        """Hold it for records that are made in Python, too."""
        return core_schema.no_info_after_validator_function(self._checked, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Write the length into the JSON Schema."""
        return {**handler(schema), "minLength": 1}


Line: TypeAlias = Annotated[str, Text()]
Prose: TypeAlias = Annotated[str, Text(2000, lines=True)]
