"""Finds resolutions, decisions and recommendations, in all their numberings."""

from __future__ import annotations

import re
from functools import cache

from undocparse.model.references import ReferenceKind
from undocparse.references.lists import list_reader
from undocparse.references.mentions import Item, Mention
from undocparse.references.pinpoints import pinpoint_reader
from undocparse.references.reading import Reading
from undocparse.references.vocabulary import alternatives, reference_words


_KINDS: tuple[ReferenceKind, ...] = ("resolution", "decision", "recommendation")


def find_adopted(reading: Reading, head: re.Match[str]) -> Mention | None:
    """The mention that a word such as "resolutions" begins; null where no number follows it.

    Args:
        reading: the passage; symbols that belong to the mention are marked as used.
        head: what `vocabulary.head_pattern` found.
    """
    if head["draft"]:
        return None  # a draft's symbol is a document
    kind = _kind(head)
    items, end = list_reader(reading.language).read(reading.text, head.end(), reading.symbols)
    if not items or not _possible(items[0], kind):
        return None
    reading.used_symbols.update(item.start for item in items if item.shape == "symbol")
    start = head.start(kind)
    mention = Mention(kind, start, end, items, start)
    pins, behind = pinpoint_reader(reading.language).after(reading.text, end)
    if pins and len(items) == 1:
        mention.pinpoints, mention.end = pins, behind
    mention.session = _session(reading, mention)
    return mention


def _kind(head: re.Match[str]) -> ReferenceKind:
    return next(kind for kind in _KINDS if head[kind])


def _possible(first: Item, kind: str) -> bool:
    """Whether a number of this form can stand behind the word alone."""
    if first.shape == "bare":
        return kind == "recommendation" or (kind == "resolution" and len(first.number.split(" ")[0]) >= 3)
    return True


@cache
def _session_pattern(language: str) -> re.Pattern[str]:
    table = reference_words(language)
    at_session, session = alternatives(table.at_session), alternatives(table.session)
    return re.compile(rf"[^.;()\"“«]{{0,120}}?\b{at_session}\s+((?:[\w’'-]+\s+){{1,4}}?{session})\b")


def _session(reading: Reading, mention: Mention) -> str | None:
    """ "fourth session" of "adopted by the Conference at its fourth session"."""
    if not any(verb in reading.text[mention.end : mention.end + 40] for verb in _verbs(reading.language)):
        return None
    found = _session_pattern(reading.language).match(reading.text, mention.end)
    return found[1] if found else None


@cache
def _verbs(language: str) -> tuple[str, ...]:
    return reference_words(language).adopted
