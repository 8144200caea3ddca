"""How a text ends: at a stop, or open for what follows. Only the end is looked at, however long the text."""

from __future__ import annotations

import re
from functools import cache

from undocparse.languages import LANGUAGES, words
from undocparse.model.place import Model

OTHER_MARKS = "。；：，、؛،．？！؟"
"""Marks of Chinese and Arabic that close or part what these close and part in other scripts:"""
_AS_LATIN = dict(zip(OTHER_MARKS, ".;:,,;,.?!?", strict=True))
_LAST_WORD = 60  # characters; no word that these rules know is nearly as long
_TAIL = 12  # characters; closing quotes, brackets and the number of a footnote stand behind a stop
_STOP = re.compile(r"[.;:?!…。；：？！؛؟][\"”’»)\]]*\d{0,2}$")
_OPEN = re.compile(r"[\w,，、،(（\[/«“–\-\u2010\u00ad)]$")


class BlockWords(Model):
    """Words that show how lines belong together.

    Attributes:
        numbered: words that a number follows in running text ("paragraph").
        dangling: words that no title or paragraph ends in ("of", "the").
    """

    numbered: tuple[str, ...]
    dangling: tuple[str, ...]


@cache
def _numbered() -> frozenset[str]:
    return frozenset(
        word.casefold() for language in LANGUAGES for word in words(language, "blocks", BlockWords).numbered
    )


@cache
def _dangling() -> frozenset[str]:
    return frozenset(
        word for language in LANGUAGES for word in words(language, "blocks", BlockWords).dangling
    )


def breaks_off(text: str) -> bool:
    """Whether a line ends in a small word such as "of", behind which its paragraph must go on."""
    before, _, last = text[-_LAST_WORD:].rpartition(" ")
    return bool(before) and (last.lower() if len(last) > 1 and text.isupper() else last) in _dangling()


def goes_on_in_capitals(text: str) -> bool:
    """Whether a text in capitals begins with a small word: it is the rest of a name ("DE LA RECHERCHE")."""
    first = text.split(" ", 1)[0]
    return len(first) > 1 and first.lower() in _dangling() and text.isupper()


def awaits_number(text: str) -> bool:
    """Whether a line ends in a word such as "paragraph", or in a symbol's stroke.

    A number that the next line begins with is its.
    """
    if text.endswith("/"):
        return True
    words_before, _, last = text[-_LAST_WORD:].replace("’", " ").replace("'", " ").rpartition(" ")
    return bool(words_before) and last.casefold().strip("([“«") in _numbered()


def ends_in(text: str, marks: str) -> bool:
    """Whether a text ends in one of some marks, whatever the script that they are of.

    Args:
        text: any text.
        marks: as Latin script has them.
    """
    last = text[-1:]
    return last != "" and _AS_LATIN.get(last, last) in marks


def begins_anew(text: str) -> bool:
    """Whether a text begins with a letter that can begin a name or sentence: one that is no small letter."""
    first = text[:1]
    return first.isalpha() and not first.islower()


def ends_sentence(text: str) -> bool:
    """Whether a text ends as a sentence or list entry does."""
    return not text[-1:].isalpha() and _STOP.search(text, max(len(text) - _TAIL, 0)) is not None


def is_open(text: str) -> bool:
    """Whether a text's last character lets it go on."""
    return _OPEN.search(text, max(len(text) - 1, 0)) is not None
