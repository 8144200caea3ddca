"""When two values count as the same: leniently (as readers would) and strictly (character by character)."""

from __future__ import annotations

import difflib
import functools
import re
import unicodedata

SINGLE = "’‘`´ʼ"
DOUBLE = "“”«»"
DASHES = "‐‑‒–—"
FOLDED = str.maketrans(
    dict.fromkeys(SINGLE, "'")
    | dict.fromkeys(DOUBLE, '"')
    | dict.fromkeys(DASHES, "-")
    | {"\u00ad": None, "\u200b": None}
)
LABEL = re.compile(r"\s*(?:\d{1,3}\s*[.)]|\(?[a-z]{1,4}\)|[•▪·–—-])\s+")
"""The number, letter or bullet of a paragraph, which is not its text."""
TITLE, NAME = 0.95, 0.97
"""Similarity from which titles of items, and texts of the header, are the same."""


@functools.lru_cache(maxsize=50_000)
def folded(text: str) -> str:
    """Without case, kinds of quotes and dashes, spacing, and punctuation at the ends."""
    text = unicodedata.normalize("NFKC", text).casefold().translate(FOLDED)
    text = re.sub(r'\s*"\s*', '"', text)
    text = " ".join(text.split())
    text = re.sub(r" +([;:,.!?])", r"\1", text)
    return text.strip(" .;:,*")


def fold(value: object) -> str:
    """Any value folded; null is the empty text."""
    return folded(str(value)) if value else ""


def plain(value: object) -> str:
    """The value as it is, with single blanks."""
    return " ".join(str(value).split()) if value is not None else ""


def alike(one: object, other: object, least: float) -> bool:
    """Whether two texts are the same but for a little."""
    left, right = fold(one), fold(other)
    if left == right:
        return True
    return difflib.SequenceMatcher(None, left, right, autojunk=False).ratio() >= least


def unlabelled(text: str) -> str:
    """A paragraph without its number, letter or bullet."""
    return LABEL.sub("", text, count=1) if LABEL.match(text) else text
