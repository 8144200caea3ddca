"""How a text ends: at a stop, or open for what follows. Only the end is looked at, however long the text."""

from __future__ import annotations

import re

_TAIL = 12  # characters; closing quotes, brackets and the number of a footnote stand behind a stop
_STOP = re.compile(r"[.;:?!…][\"”’»)\]]*\d{0,2}$")
_OPEN = re.compile(r"[\w,(\[/«“–\-\u2010\u00ad)]$")


def ends_sentence(text: str) -> bool:
    """Whether a text ends as a sentence or list entry does."""
    return not text[-1:].isalpha() and _STOP.search(text, max(len(text) - _TAIL, 0)) is not None


def is_open(text: str) -> bool:
    """Whether a text's last character lets it go on."""
    return _OPEN.search(text, max(len(text) - 1, 0)) is not None
