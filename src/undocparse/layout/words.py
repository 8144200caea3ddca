"""Joins the lines of a paragraph: hyphens at line ends, symbols and ranges broken over lines."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, cached_property

from undocparse.languages import LANGUAGES, words
from undocparse.model.place import Model

_TYPESET_HYPHENS = ("\u00ad", "\u2010")  # only a typesetter's hyphenation writes these at a line's end
_LONGEST_WORD = 60  # characters
_LAST_WORD = re.compile(r"([^\W\d_]+)-$")
_FIRST_WORD = re.compile(r"([^\W\d_]+)")
_HALF = 60  # characters before a word that tell whether it is the second half of a broken one
# what the rest of a word, or of one broken at a line's end, stands behind and before
_REACHES_HERE = re.compile(r"[^\W\d_](?:-(?:\n\s*)?)?\Z")
_GOES_ON = re.compile(r"[^\W\d_]|-(?:\n\s*)?[^\W\d_]")
_NO_BLANK_AFTER = re.compile(r"(?:/|\d[–-])$")
_SYMBOL_TAIL = re.compile(r"[\w(]")


class HyphenWords(Model):
    """What a language joins to other words by hyphens, in small letters.

    Attributes:
        first: first parts ("well").
        last: last parts ("ci").
    """

    first: tuple[str, ...]
    last: tuple[str, ...]


@cache
def _first_parts() -> frozenset[str]:
    return frozenset(word for one in LANGUAGES for word in words(one, "hyphens", HyphenWords).first)


@cache
def _last_parts() -> frozenset[str]:
    return frozenset(word for one in LANGUAGES for word in words(one, "hyphens", HyphenWords).last)


class Vocabulary:
    """The words of a document, which decide whether a hyphen at a line's end belongs to the word."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = list(texts)

    @cached_property
    def _text(self) -> str:
        """Put together only when a hyphen asks for words: most documents have none at a line's end."""
        return "\n".join(self._texts).lower()

    def __contains__(self, word: str) -> bool:
        """Whether a word, with the hyphens inside it, is printed anywhere as a whole.

        Looked for where it may stand, since few words are asked for and a document has thousands.
        """
        start = self._text.find(word)
        while start >= 0:
            end = start + len(word)
            if not (
                _REACHES_HERE.search(self._text, max(start - _HALF, 0), start)
                or _GOES_ON.match(self._text, end)
            ):
                return True
            start = self._text.find(word, start + 1)
        return False

    def keeps_hyphen(self, before: str, after: str) -> bool:
        """Whether "before-" at a line's end and "after" at the next line's start make a hyphenated word."""
        if not after[:1].islower():
            return True
        left, right = before.lower(), after.lower()
        if left + right in self:
            return False
        if left in _first_parts() or right in _last_parts():
            return True
        return f"{left}-{right}" in self or (left in self and right in self)


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
