"""Finds resolutions, decisions and recommendations, in all their numberings."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from undocparse.references.lists import goes_with, list_reader
from undocparse.references.mentions import Item, Mention
from undocparse.references.pinpoints import pinpoint_reader
from undocparse.references.reading import Reading
from undocparse.references.vocabulary import adopted_kind, alternatives, head_pattern, of_the, reference_words

_NEAR = 12  # characters between the word and the name of a body: "of the", "de l’"


def find_adopted(reading: Reading, head: re.Match[str], position: int | None = None) -> Mention | None:
    """The mention that a word such as "resolutions" begins; null where no number follows it.

    Args:
        reading: the passage; symbols that belong to the mention are marked as used.
        head: what `vocabulary.head_pattern` found.
        position: where the number stands, if not right behind the word.
    """
    kind = adopted_kind(head)
    if kind is None or head["draft"]:
        return None  # a draft's symbol is a document
    several = head[kind].casefold() in _plurals(reading.language)
    items, end = _items(reading, position or head.end(), several=several)
    if not items or not _possible(items[0], kind):
        return None
    if kind == "recommendation":
        items = [replace(item, shape="bare") for item in items]  # "35 (2017)" is no Security Council number
    reading.used_symbols.update(item.start for item in items if item.start in reading.symbols)
    start = head.start(kind)
    mention = Mention(kind, start, end, items, start)
    if len(items) == 1:
        mention.pinpoints = items[0].pinpoints
    mention.session = _session(reading, mention)
    return mention


def find_farther(
    reading: Reading, heads: Sequence[re.Match[str]], near: Sequence[Mention]
) -> Iterator[Mention]:
    """Mentions whose number stands farther on than right behind the word.

    "résolutions du Conseil de sécurité 658 (1990)"; "resolutions on the Sudan, in particular 1591 (2005)".

    Args:
        reading: the passage.
        heads: what `vocabulary.head_pattern` found and no number stands right behind.
        near: the mentions of the others, in order.
    """
    starts = [mention.start for mention in near]
    for head in heads:
        kind = adopted_kind(head)
        position = _farther(reading, head, kind) if kind else None
        before = bisect_left(starts, position or 0)
        if position and not (before and position < near[before - 1].end):
            mention = find_adopted(reading, head, position)
            if mention and mention.items[0].shape != "bare":
                yield mention


def _farther(reading: Reading, head: re.Match[str], kind: str) -> int | None:
    text, end = reading.text, head.end(kind)
    ways = _ways(reading.language)
    name = next(iter(reading.bodies_between(end, end + _NEAR)), None)
    if name and ways.of.fullmatch(text, end, name.start) and (gap := ways.blank.match(text, name.end)):
        return gap.end()
    if head[kind].casefold() not in _plurals(reading.language):
        return None
    stretch = ways.stretch.match(text, end)
    if stretch is None or (found := ways.such_as.search(text, end, stretch.end() + 1)) is None:
        return None
    others = head_pattern(reading.language).finditer(text, end, found.start())
    return None if any(map(adopted_kind, others)) else found.end()


class _Ways:
    """What may stand between a word and a number that is not right behind it, in one language."""

    def __init__(self, language: str) -> None:
        table = reference_words(language)
        the = alternatives(table.the)
        self.of = re.compile(rf"\s*{of_the(language)}")
        self.blank = re.compile(r",?\s+(?=\d)")
        self.stretch = re.compile(r"[^.;:()\"“«]{3,200}")
        self.such_as = re.compile(rf"(?<!\w){alternatives(table.such_as)}\s+(?:{the}\s*)?(?=\d)")


@cache
def _ways(language: str) -> _Ways:
    return _Ways(language)


def _items(reading: Reading, position: int, *, several: bool) -> tuple[list[Item], int]:
    """The list that begins at a position; paragraphs may stand between, and subjects behind a plural.

    "2020/6, paragraph 5, and 2021/4"; "resolutions 2016/27 on trade and 2022/24 on peace".
    """
    lists, pinpoints = list_reader(reading.language), pinpoint_reader(reading.language)
    items, end = lists.read(reading.text, position, reading.symbols)
    while items and not items[-1].pinpoints:
        items[-1].pinpoints, end = pinpoints.after(reading.text, end)
        end = lists.tail(reading.text, items, end)
        after = lists.separator.match(reading.text, end) if items[-1].pinpoints else None
        start = after.end() if after else lists.after_subject(reading.text, end) if several else None
        more, stop = lists.read(reading.text, start, reading.symbols) if start else ([], end)
        if not more or more[0].shape == "bare" or not goes_with(items[-1], more[0]):
            break
        items.extend(more)
        more[0].listed, end = True, stop
    return items, end


def _possible(first: Item, kind: str) -> bool:
    """Whether a number of this form can stand behind the word alone."""
    if first.shape == "bare":
        return kind == "recommendation" or (kind == "resolution" and len(first.number.split(" ")[0]) >= 3)
    return True


@cache
def _plurals(language: str) -> frozenset[str]:
    return frozenset(form.casefold() for form in reference_words(language).several)


@cache
def _session_pattern(language: str) -> re.Pattern[str]:
    table = reference_words(language)
    at_session, session = alternatives(table.at_session), alternatives(table.session)
    return re.compile(rf"[^.;()\"“«]{{0,120}}?\b{at_session}\s+((?:[\w’'-]+\s+){{1,4}}?{session})\b")


def _session(reading: Reading, mention: Mention) -> str | None:
    """Gives "fourth session" of "adopted by the Conference at its fourth session"."""
    if not any(verb in reading.text[mention.end : mention.end + 40] for verb in _verbs(reading.language)):
        return None
    found = _session_pattern(reading.language).match(reading.text, mention.end)
    return found[1] if found else None


@cache
def _verbs(language: str) -> tuple[str, ...]:
    return reference_words(language).adopted
