"""Where the sentences of a paragraph begin and end."""

from __future__ import annotations

import re
from bisect import bisect_right

_END = re.compile(
    r"[.!?؟][\"”»’)\]]*(?:\s?\d{1,2})?\s+(?=[\"“«(\[]?\s?(?P<next>[^\W\d_]))|[。！？][”」』）]*\s*"
)
_LAST_WORD = re.compile(r"[\w.]*\Z")


def sentence_starts(text: str, abbreviations: frozenset[str]) -> list[int]:
    """Positions at which a sentence begins; the first is 0.

    Args:
        text: one paragraph.
        abbreviations: words whose full stop ends no sentence, without that stop.
    """
    starts = [0]
    for found in _END.finditer(text):
        if found["next"] and found["next"].islower():
            continue
        word = _LAST_WORD.search(text, max(0, found.start() - 12), found.start())
        last = word[0] if word else ""
        if text[found.start()] != "." or not (last in abbreviations or (len(last) == 1 and last.isupper())):
            starts.append(found.end())
    return starts


def sentence_at(starts: list[int], position: int, length: int) -> tuple[int, int]:
    """Start and end of the sentence that a position lies in."""
    index = bisect_right(starts, position) - 1
    return starts[index], starts[index + 1] if index + 1 < len(starts) else length
