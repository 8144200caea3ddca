"""Whose a resolution or decision is: by the text beside it, by the text elsewhere, by the meeting."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cache

from undocparse.references.authorities import Named, bodies
from undocparse.references.mentions import Item, Mention
from undocparse.references.reading import Reader, Reading
from undocparse.references.vocabulary import ReferenceWords, alternatives, reference_words

_TOKEN = re.compile(r"\w+")
_POSSESSIVE_S = re.compile(r"\s*+(?:['’]s?\s*+)?+\Z")
_FEW_SESSIONS = 30
_UNKNOWN = ""
"""Stands for a body that the text names and the data do not have: it keeps others from being taken."""


@cache
def _own_pattern(language: str) -> re.Pattern[str]:
    table = reference_words(language)
    return re.compile(rf"(?<!\w){alternatives(table.own, capitalized=True)}\s+(?:\w+\s+)?\Z")


@cache
def _latter_pattern(language: str) -> re.Pattern[str]:
    return re.compile(rf"\s*{alternatives(reference_words(language).latter)}(?!\w)")


@cache
def _clause_pattern(language: str) -> re.Pattern[str]:
    return re.compile(rf"\s*,\s*(?:{alternatives(reference_words(language).the)}\s*)?\Z")


class Owners:
    """Attributes the mentions of a document to bodies."""

    def __init__(self, document: Reader) -> None:
        self.document = document
        self.known: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
        self.usual: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)

    def attribute_beside(self, index: int, mention: Mention) -> None:
        """Takes what stands beside it: "General Assembly resolution", "decision … of the Board", "its"."""
        for cue in (self._directly_before, self._linked_after, self._latter, self._possessor, self._actor):
            key = cue(index, mention)
            if key is not None:
                mention.explicit = True
                mention.body = key or None
                break
        if mention.body:
            for item in mention.items:
                self.known[mention.kind, item.number].add(mention.body)
                self.usual[mention.kind, item.shape][mention.body] += 1

    def attribute_elsewhere(self, index: int, mention: Mention) -> None:
        """For one without a cue: the same target elsewhere, the form of its number, organs named near it."""
        for item in mention.items:
            if item.body:
                continue  # by its symbol
            elsewhere = self.known.get((mention.kind, item.number), set())
            if mention.body is None and len(elsewhere) == 1:
                item.body = next(iter(elsewhere))
            elif not mention.explicit:
                item.body = self._deduced(index, mention, item)

    def _deduced(self, index: int, mention: Mention, item: Item) -> str | None:
        return (
            self._only_adopter(item)
            or self._organ_before(index, mention, item)
            or self._as_usual(mention, item)
            or self._of_meeting(item)
            or self._organ_near(index, mention, item)
            or next(
                (b.key for b in bodies().values() if b.principal and b.adopts(item.number, item.shape)), None
            )
        )

    def _directly_before(self, index: int, mention: Mention) -> str | None:
        reading = self.document.readings[index]
        one = reading.body_before(mention.start)
        if one is None or not _POSSESSIVE_S.match(reading.text, one.end, mention.start):
            return None
        mention.phrase = one.start
        return self._key(one, index)

    def _linked_after(self, index: int, mention: Mention) -> str | None:
        reading = self.document.readings[index]
        table = reference_words(reading.language)
        following = next(iter(reading.bodies_between(mention.end, mention.end + 61)), None)
        if following is None:
            return None
        gap = reading.text[mention.end : following.start]
        words = _TOKEN.findall(gap)
        if any(mark in gap for mark in ".;:()") or not words:
            return None
        linked = _linked(words, table) and "," not in gap.strip(" ,")
        relative = "," in gap and len(words) > 1 and all(word in table.which for word in words)
        adopted = any(word.startswith(table.adopted) for word in words)
        if (linked and ("," not in gap or adopted)) or (
            relative and len(words) > 1 and words[0] in table.which
        ):
            return self._key(following, index) if linked or words != ["the"] else None
        return None

    def _latter(self, index: int, mention: Mention) -> str | None:
        reading = self.document.readings[index]
        if not _latter_pattern(reading.language).match(reading.text, mention.end):
            return None
        before = reading.body_before(mention.start)
        return self._key(before, index) if before else None

    def _possessor(self, index: int, mention: Mention) -> str | None:
        """Takes "its": the body before it in the sentence; where a sentence opens with it, the subject."""
        reading = self.document.readings[index]
        if not _own_pattern(reading.language).search(reading.text, max(0, mention.start - 50), mention.start):
            return None
        start, end = reading.sentence(mention.start)
        before, after = _around(reading, mention, start, end)
        for one in (*reversed(before), *after):
            key = self._key(one, index)
            if key == _UNKNOWN and one in before:
                return _UNKNOWN
            if key and self._fits(key, mention.items):
                return key
        earlier = reading.bodies_between(max(0, start - 1000), start)
        keys = [self._key(one, index) for one in reversed(earlier)]
        return next((key for key in keys if key and self._fits(key, mention.items)), None)

    def _actor(self, index: int, mention: Mention) -> str | None:
        """Takes "In decision 3/4, the Conference decided": the subject right behind an opening phrase."""
        reading = self.document.readings[index]
        before, after = _around(reading, mention, *reading.sentence(mention.start))
        if before or not after:
            return None
        if not _clause_pattern(reading.language).match(reading.text[mention.end : after[0].start]):
            return None
        key = self._key(after[0], index)
        return key if key and (after[0].full or self._fits(key, mention.items)) else None

    def _as_usual(self, mention: Mention, item: Item) -> str | None:
        """The body of all other mentions of that kind and form, where there are two or more."""
        named = self.usual[mention.kind, item.shape]
        if len(named) != 1 or named.total() < 2:
            return None
        body = next(iter(named))
        return body if self._fits(body, [item]) else None

    def _only_adopter(self, item: Item) -> str | None:
        if item.shape == "point" and item.number[0].isdigit():
            return None  # "resolution 58.3" has no mark of its own
        fitting = [body.key for body in bodies().values() if body.adopts(item.number, item.shape)]
        return fitting[0] if len(fitting) == 1 else None

    def _organ_before(self, index: int, mention: Mention, item: Item) -> str | None:
        reading = self.document.readings[index]
        before, _ = _around(reading, mention, *reading.sentence(mention.start))
        return self._first_fitting(reversed(before), index, [item])

    def _organ_near(self, index: int, mention: Mention, item: Item) -> str | None:
        reading = self.document.readings[index]
        _, after = _around(reading, mention, *reading.sentence(mention.start))
        if key := self._first_fitting(after, index, [item]):
            return key
        for position in range(index, max(-1, index - 4), -1):
            other = self.document.readings[position]
            named = other.last_bodies(0, len(other.text) if position < index else mention.start)
            if key := self._first_fitting(reversed(named), position, [item]):
                return key
        return None

    def _first_fitting(self, named: Iterable[Named], index: int, items: list[Item]) -> str | None:
        for one in named:
            key = self._key(one, index)
            if key and self._fits(key, items):
                return key
        return None

    def _of_meeting(self, item: Item) -> str | None:
        for key in self.document.path:
            body = bodies().get(key)
            if body is None:
                if self._may_be_anyones(item):
                    return key
                continue
            if body.default and body.adopts(item.number, item.shape):
                return key
        return None

    def _may_be_anyones(self, item: Item) -> bool:
        """Whether a body of which nothing is known may have adopted it: no high session, no Council year."""
        if item.shape == "slash":
            return int(item.number.partition("/")[0]) <= _FEW_SESSIONS
        return item.shape not in ("council", "old", "special", "bare")

    def _key(self, one: Named, index: int) -> str | None:
        return self.document.body(one, index) if one.keys else _UNKNOWN

    def _fits(self, key: str, items: list[Item]) -> bool:
        body = bodies().get(key)
        if body is None:
            return all(self._may_be_anyones(item) for item in items)
        return all(body.adopts(item.number, item.shape) for item in items)


def _linked(words: list[str], table: ReferenceWords) -> bool:
    """Whether words only link; an ordinal may stand before "session": "of the first meeting of the"."""
    others = [word for word in words if word not in table.linking]
    return not others or (len(others) == 2 and others[1] in table.session)


def _around(reading: Reading, mention: Mention, start: int, end: int) -> tuple[list[Named], list[Named]]:
    """Names of bodies in the sentence before and behind a mention."""
    before = [one for one in reading.last_bodies(start, mention.start) if one.end <= mention.start]
    return before, reading.first_bodies(mention.end, end)
