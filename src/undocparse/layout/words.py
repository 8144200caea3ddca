"""Joins the lines of a paragraph: hyphens at line ends, symbols and ranges broken over lines."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

_TYPESET_HYPHENS = ("\u00ad", "\u2010")  # only a typesetter's hyphenation writes these at a line's end
_LONGEST_WORD = 60  # characters
_LAST_WORD = re.compile(r"([^\W\d_]+)-$")
_FIRST_WORD = re.compile(r"([^\W\d_]+)")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_NO_BLANK_AFTER = re.compile(r"(?:/|\d[–-])$")
_SYMBOL_TAIL = re.compile(r"[\w(]")


class Vocabulary:
    """The words of a document, which decide whether a hyphen at a line's end belongs to the word."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = list(texts)

    @cached_property
    def _words(self) -> set[str]:
        """Found only when a hyphen asks for them: most documents have none at a line's end."""
        return set(_WORD.findall("\n".join(self._texts).lower()))

    def keeps_hyphen(self, before: str, after: str) -> bool:
        """Whether "before-" at a line's end and "after" at the next line's start make a hyphenated word."""
        if not after[:1].islower():
            return True
        left, right = before.lower(), after.lower()
        if left + right in self._words:
            return False
        return f"{left}-{right}" in self._words or (left in self._words and right in self._words)


def join(before: str, after: str, vocabulary: Vocabulary) -> str:
    """Two successive lines of one paragraph as one text."""
    if not before or not after:
        return before or after
    if before.endswith(_TYPESET_HYPHENS):
        return before[:-1] + after
    if before.endswith("-") and (last := _LAST_WORD.search(before, max(len(before) - _LONGEST_WORD, 0))):
        first = _FIRST_WORD.match(after)
        if first:
            return before + after if vocabulary.keeps_hyphen(last[1], first[1]) else before[:-1] + after
    if before[-1] in "/-–" and _NO_BLANK_AFTER.search(before[-2:]) and _SYMBOL_TAIL.match(after):
        return before + after
    return f"{before} {after}"
