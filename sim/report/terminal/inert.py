"""Text that a stranger wrote, made harmless: it can say something on a terminal, and do nothing."""

import re
import unicodedata

_RIGHT_TO_LEFT = "[\u0590-\u08ff\ufb1d-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
_RUN = re.compile(f"{_RIGHT_TO_LEFT}(?:(?:(?!  )[^A-Za-z0-9])*{_RIGHT_TO_LEFT})?")
_ISOLATE, _END = "\u2068", "\u2069"

_PLAIN = str.maketrans(
    dict(zip("━╸┅·─│▒✓✗−–▁▂▃▄▅▆▇█●▲◆■", "=-:.-|#+x--12345678*^o#", strict=True))
    | {"…": "...", "“": '"', "”": '"', "‘": "'", "’": "'", "×": "x", "\u00a0": " "}
)


def inert(text: str) -> str:
    r"""Show each control character as it would be typed (``\x1b``), so that none of them acts."""
    return "".join(map(_shown, text)) if not text.isprintable() else text


def _shown(character: str) -> str:
    if unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"}:
        return character.encode("unicode_escape").decode("ascii")
    return character


def isolated(text: str) -> str:
    """Keep what is written from right to left together, so that it does not turn the rest of its line round."""
    return _RUN.sub(rf"{_ISOLATE}\g<0>{_END}", text)


def plain(text: str) -> str:
    """Replace bars, rules and marks by ASCII, for a terminal that knows no others; other letters stay."""
    return text.translate(_PLAIN)
