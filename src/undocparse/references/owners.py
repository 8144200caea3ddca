"""Whose a resolution or decision is: by the text beside it, by the text elsewhere, by the meeting."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import pairwise

from undocparse.references.authorities import Body, Named, When, bodies, bodies_by_shape
from undocparse.references.mentions import Item, Mention
from undocparse.references.owner_words import (
    clause_pattern,
    joint_pattern,
    latter_pattern,
    of_pattern,
    own_pattern,
)
from undocparse.references.reading import Reader, Reading
from undocparse.references.vocabulary import ReferenceWords, reference_words

_TOKEN = re.compile(r"\w+")
_POSSESSIVE_S = re.compile(r"\s*+(?:['’]s?\s*+)?+\Z")
_LOOK_BACK = 60  # characters, or mentions: what is named together stands no farther apart
_FEW_SESSIONS = 30
_UNKNOWN = ""
"""Stands for a body that the text names and the data do not have: it keeps others from being taken."""


class Owners:
    """Attributes the mentions of a document to bodies."""

    def __init__(self, document: Reader) -> None:
        self.document = document
        self.known: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
        self.usual: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)

    def attribute_beside(self, index: int, mention: Mention) -> None:
        """Takes what stands beside it: "General Assembly resolution", "decision … of the Board", "its"."""
        beside = (self._inside, self._directly_before, self._linked_after, self._latter)
        for cue in (*beside, self._possessor, self._actor):
            key = cue(index, mention)
            if key is not None:
                mention.explicit = True
                mention.body = key or None
                break
        self._attribute_others(index, mention)
        for item in mention.items:
            if body := item.body or mention.body:
                self.known[mention.kind, item.number].add(body)
                self.usual[mention.kind, item.shape][body] += 1

    def _attribute_others(self, index: int, mention: Mention) -> None:
        """Items that the body of the mention cannot have adopted on their day.

        They are of the body that had that session then, or of the one named with it: "General Assembly and
        Security Council resolutions 60/180 and 1645 (2005)".
        """
        for item in mention.items:
            if item.body or (mention.body and self._fits(mention.body, [item])):
                continue
            item.body = self._in_session(item)
            if item.body is None and mention.body:
                item.body = self._named_together(index, mention, item)

    def _in_session(self, item: Item) -> str | None:
        """The one body that held the session of a number on the day of its adoption."""
        if item.date is None or item.shape != "slash":
            return None
        when = When.on(item.date)
        sitting = [body.key for body in bodies().values() if body.sat(item.number, when)]
        return sitting[0] if len(sitting) == 1 else None

    def _named_together(self, index: int, mention: Mention, item: Item) -> str | None:
        reading = self.document.readings[index]
        named = reading.bodies_between(max(0, mention.start - _LOOK_BACK), mention.start)
        for other, nearer in pairwise(named):
            joined = joint_pattern(reading.language).fullmatch(reading.text, other.end, nearer.start)
            key = self._key(other, index) if joined else None
            if key and self._fits(key, [item]):
                return key
        return None

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
            or self._in_session(item)
            or self._as_before(index, mention, item)
            or self._organ_before(index, mention, item)
            or self._as_usual(mention, item)
            or self._of_meeting(item)
            or self._organ_near(index, mention, item)
            or next((b.key for b in bodies().values() if b.principal and self._fits(b.key, [item])), None)
        )

    def _inside(self, index: int, mention: Mention) -> str | None:
        """Between word and number: "résolutions du Conseil de sécurité 658 (1990)"."""
        reading = self.document.readings[index]
        first = mention.items[0].start
        name = next(iter(reading.bodies_between(mention.start, first)), None)
        if name is None or not of_pattern(reading.language).fullmatch(
            reading.text, mention.start, name.start
        ):
            return None
        return self._key(name, index)

    def _directly_before(self, index: int, mention: Mention) -> str | None:
        reading = self.document.readings[index]
        one = reading.body_before(mention.phrase)
        if one is None or not _POSSESSIVE_S.match(reading.text, one.end, mention.phrase):
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
        if not gap.strip() and table.declined:
            return self._key(following, index)
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
        if not latter_pattern(reading.language).match(reading.text, mention.end):
            return None
        before = reading.body_before(mention.start)
        return self._key(before, index) if before else None

    def _possessor(self, index: int, mention: Mention) -> str | None:
        """Takes "its": the body before it in the sentence; where a sentence opens with it, the subject."""
        reading = self.document.readings[index]
        if not self._owned(reading, mention):
            return None
        start, end = reading.sentence(mention.start)
        before, after = _around(reading, mention, start, end)
        for one in (*reversed(before), *after):
            key = self._key(one, index)
            if key == _UNKNOWN and one in before:
                return _UNKNOWN
            if key and self._fits(key, mention.items):
                return key
        if (own := self.document.adopter) and self._fits(own, mention.items):
            return own
        earlier = reading.bodies_between(max(0, start - 1000), start)
        keys = [self._key(one, index) for one in reversed(earlier)]
        return next((key for key in keys if key and self._fits(key, mention.items)), None)

    def _owned(self, reading: Reading, mention: Mention) -> bool:
        """Whether a possessive stands before it, or in the word itself ("قرارها": its resolution)."""
        if owned := reference_words(reading.language).owned:
            word = _TOKEN.match(reading.text, mention.start)
            if word and word[0] in owned:
                return True
        before = (max(0, mention.phrase - 50), mention.phrase)
        return own_pattern(reading.language).search(reading.text, *before) is not None

    def _actor(self, index: int, mention: Mention) -> str | None:
        """Takes "In decision 3/4, the Conference decided": the subject right behind an opening phrase."""
        reading = self.document.readings[index]
        before, after = _around(reading, mention, *reading.sentence(mention.start))
        if before or not after:
            return None
        if not clause_pattern(reading.language).match(reading.text[mention.end : after[0].start]):
            return None
        key = self._key(after[0], index)
        return key if key and (after[0].full or self._fits(key, mention.items)) else None

    def _as_before(self, index: int, mention: Mention, item: Item) -> str | None:
        """Whose the last one in the sentence is, where that was said: "its resolution 44/77 … and 40/108"."""
        reading = self.document.readings[index]
        start, _ = reading.sentence(mention.start)
        here = bisect_left(reading.mentions, mention.start, key=lambda one: one.start)
        for other in reversed(reading.mentions[max(0, here - _LOOK_BACK) : here]):
            if start <= other.start and other.kind == mention.kind and other.explicit and other.items:
                key = other.items[-1].body or other.body
                return key if key and self._fits(key, [item]) else None
        return None

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
        fitting = (key for key in bodies_by_shape().get(item.shape, ()) if self._fits(key, [item]))
        only = next(fitting, None)
        return only if next(fitting, None) is None else None

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
            if body.default and self._fits(key, [item]):
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
        return all(body.adopts(item.number, item.shape) and self._in_time(body, item) for item in items)

    def _in_time(self, body: Body, item: Item) -> bool:
        """Whether a body may have held the session of a number on its day."""
        return body.calendar is None or item.shape != "slash" or body.sat(item.number, self._when(item))

    def _when(self, item: Item) -> When:
        """The day that the text gives, or any day up to that of the document."""
        if item.date:
            return When.on(item.date)
        return self.document.until


def _linked(words: list[str], table: ReferenceWords) -> bool:
    """Whether words only link; an ordinal may stand before "session": "of the first meeting of the"."""
    others = [word for word in words if word not in table.linking]
    return not others or (len(others) == 2 and others[1] in table.session)


def _around(reading: Reading, mention: Mention, start: int, end: int) -> tuple[list[Named], list[Named]]:
    """Names of bodies in the sentence before and behind a mention."""
    before = [one for one in reading.last_bodies(start, mention.start) if one.end <= mention.start]
    return before, reading.first_bodies(mention.end, end)
