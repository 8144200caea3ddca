"""Titles of items: what closes them, and how they differ from paragraphs."""

from __future__ import annotations

import re
from itertools import islice

from undocparse.layout.endings import OTHER_MARKS

_CLOSING = " .;:,*–—-" + OTHER_MARKS
_GLUED_MARK = re.compile(  # behind words: "14/CP.1", "R.E.2" and "CO2" have no mark
    r"(?:(?<=[a-zà-ÿ])|(?<=[A-ZÀ-Ý]{4})|(?<=[a-zà-ÿ]{2}[.;:])|(?<=[A-ZÀ-Ý]{4}[.;:])|(?<=[)\]”»][.;:]))\d{1,2}$"
)
_SENTENCE_BREAK = re.compile(  # a stop is sought first: it is rare
    r"[.!?](?<=[^\W\d_]{3}.)\s+[A-ZÀ-Ý\u0621-\u064a]|[。！？](?=[^”」》])"
)


def clean_title(text: str) -> str:
    """A title without closing punctuation, trailing asterisks and glued footnote marks."""
    text = text.strip()
    if text[-1:].isdigit():
        text = _GLUED_MARK.sub("", text)
    return text.rstrip(_CLOSING).strip()


def sentence_breaks(text: str) -> int:
    """How many times one sentence ends and another begins inside a text: 0, 1, or 2 for more."""
    return sum(1 for _ in islice(_SENTENCE_BREAK.finditer(text), 2))
