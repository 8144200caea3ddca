"""Reads which session a line of a masthead names: by its number, its year, or its kind."""

from __future__ import annotations

import re

from undocparse.languages.ordinals import cardinal, find_ordinals, torn_part
from undocparse.languages.script import extent
from undocparse.layout.enumerators import enumerator
from undocparse.sections.masthead.vocabulary import Vocabulary

_SHORT = 70  # characters; names of bodies that have the word for "session" in them are longer
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_TORN_PART = re.compile(r"([^\W\d_]{4,})[-‐‑–]$")


def names_session(text: str, known: Vocabulary) -> bool:
    """Whether a line names a session: by its number, its year, or its kind ("Annual session")."""
    word = session_word(text, known)
    if word is None or enumerator(text) is not None or text.rstrip()[-1:] in ".;:":
        return False
    numbered = any(one.start < 24 for one in find_ordinals(text, known.language)) or _YEAR.search(text)
    return bool(numbered) or text[: word.start()].count(" ") < 3


def session_word(text: str, known: Vocabulary) -> re.Match[str] | None:
    """The word for a session, in a line that names one; the word for a meeting only behind an ordinal."""
    text = unbroken(text, known)
    short = extent(text) <= _SHORT or any(True for _ in find_ordinals(text[:24], known.language))
    if short and (match := known.sessions.search(text)):
        return match
    match = known.meetings.search(text)
    ordinals = list(find_ordinals(text, known.language))
    if match and ordinals and extent(text) <= _SHORT and 0 <= match.start() - ordinals[0].end < 24:
        return match
    return None


def unbroken(text: str, known: Vocabulary) -> str:
    """The text, with the word for a session whole where a poor text layer broke it ("sess ion")."""
    head, _, tail = text.partition(" ")
    word = tail.replace(" ", "")
    return f"{head} {word}" if word != tail and known.sessions.fullmatch(word) else text


def session_number(text: str, known: Vocabulary) -> int | None:
    """The number of a session; null where it is counted within a year ("First regular session 2025")."""
    if _YEAR.search(text):
        return None
    word = session_word(text, known)
    found = list(find_ordinals(text, known.language))
    before = [one for one in found if word and one.start < word.start()]
    number = before[-1] if before else next(iter(found), None)
    return None if number is None or _TORN_PART.search(text[: number.start]) else number.value


def mended_number(text: str, known: Vocabulary) -> int | None:
    """The number of a session whose ordinal is wrong ("Fifty-seven session") or torn ("rrwenty-sixth").

    Returns:
        Null where the text is sound, has no number, or could have several.
    """
    word = session_word(text, known)
    if word is None or _YEAR.search(text):
        return None
    printed = text[: word.start()].strip()
    found = next(iter(find_ordinals(printed, known.language)), None)
    if found is None:
        return cardinal(printed.rpartition(" ")[2], known.language)
    part = _TORN_PART.search(printed[: found.start])
    tens = torn_part(part[1], known.language) if part else None
    return None if tens is None else tens + found.value
