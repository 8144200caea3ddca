"""One form for each character, whatever a file writes: what every reader does to text first."""

from __future__ import annotations

import re
from unicodedata import is_normalized, normalize

_FOLDED = str.maketrans(
    {
        "\u200b": None,
        "\u200e": None,
        "\u200f": None,
        "\u2060": None,
        "\ufeff": None,
        "\u2011": "-",  # where a line may be broken is no part of the text
        "\u00a0": " ",
        "\u2007": " ",
        "\u202f": " ",
        "\ufb00": "ff",
        "\ufb01": "fi",
        "\ufb02": "fl",
        "\ufb03": "ffi",
        "\ufb04": "ffl",
        "\ufb05": "st",
        "\ufb06": "st",
        "\uf0b7": "•",  # the bullets of Symbol and Wingdings
        "\uf0a7": "▪",
        "\uf0d8": "•",
        "\uf0a8": "▪",
        "\uf02d": "–",
    }
)
_NO_TEXT = re.compile("[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""What no XML may hold, what drives a terminal, and halves of characters, which no encoding writes."""
_HYPHEN = re.compile("\u2010(?=\\S)")  # at a line's end only a typesetter's hyphenation writes it


def printed(text: str) -> str:
    """Text in composed characters, with plain hyphens and blanks, without ligatures and what does not print.

    Control characters are left out, those that are blanks become plain ones, and what is no character becomes
    U+FFFD. Soft hyphens stay: what they mean depends on the format.
    """
    if not text.isprintable():
        text = _NO_TEXT.sub(_instead, text)
    if text.isascii():
        return text
    text = text.translate(_FOLDED)
    if "\u2010" in text:
        text = _HYPHEN.sub("-", text)
    return text if is_normalized("NFC", text) else normalize("NFC", text)


def _instead(match: re.Match[str]) -> str:
    """What a character that is no text leaves behind."""
    if match[0] >= "\ud800":
        return "\ufffd"
    return " " if match[0].isspace() else ""
