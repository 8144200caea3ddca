"""A passage while it is read, and its document; what is costly is found once, when asked for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from undocparse.languages.script import plain_signs
from undocparse.references.authorities import (
    Named,
    When,
    bodies,
    body_names,
    instrument_names,
    instrument_of,
    own_root,
    path_of,
)
from undocparse.references.context import Meeting, Passage
from undocparse.references.mentions import Mention
from undocparse.references.resolution_symbols import KIND_OF_NATURE
from undocparse.references.sentences import sentence_at, sentence_starts
from undocparse.references.vocabulary import reference_words
from undocparse.symbols import Found, Symbol, SymbolError, find, parse

_NEAR = 60
"""How many names before or behind a place are looked at; a sentence without an end may have thousands."""


class Reading:
    """One passage with what was found in it so far."""

    def __init__(self, passage: Passage, language: str) -> None:
        self.passage = passage
        self.text = plain_signs(passage.text, language)
        self.language = language
        self.mentions: list[Mention] = []
        self.used_symbols: set[int] = set()
        self.rule_ends: dict[str, int] = {}
        """Numbers of the rules found so far, each with the end of its first mention."""

    @cached_property
    def symbols(self) -> dict[int, Found]:
        """Document symbols by start."""
        return {found.start: found for found in find(self.text)}

    @cached_property
    def bodies(self) -> list[Named]:
        """Names of bodies, in order."""
        return body_names(self.language).find(self.text)

    @cached_property
    def _body_starts(self) -> list[int]:
        return [one.start for one in self.bodies]

    def bodies_between(self, start: int, end: int) -> list[Named]:
        """Names of bodies that begin in a stretch of the text."""
        starts = self._body_starts
        return self.bodies[bisect_left(starts, start) : bisect_left(starts, end)]

    def last_bodies(self, start: int, end: int) -> list[Named]:
        """The last few names of bodies that begin in a stretch of the text, in order."""
        starts = self._body_starts
        stop = bisect_left(starts, end)
        return self.bodies[max(bisect_left(starts, start), stop - _NEAR) : stop]

    def first_bodies(self, start: int, end: int) -> list[Named]:
        """The first few names of bodies that begin in a stretch of the text, in order."""
        starts = self._body_starts
        begin = bisect_left(starts, start)
        return self.bodies[begin : min(bisect_left(starts, end), begin + _NEAR)]

    def body_before(self, position: int) -> Named | None:
        """The last name of a body that ends before a position."""
        index = bisect_left(self._body_starts, position) - 1
        return self.bodies[index] if index >= 0 and self.bodies[index].end <= position else None

    @cached_property
    def _mention_index(self) -> dict[tuple[int, str], Mention]:
        return {(mention.start, mention.kind): mention for mention in self.mentions if mention.items}

    def mention_at(self, start: int, kind: str) -> Mention | None:
        """The mention of a kind that begins at a position."""
        return self._mention_index.get((start, kind))

    @cached_property
    def instruments(self) -> list[Named]:
        """Names of instruments, in order."""
        return instrument_names(self.language).find(self.text)

    @cached_property
    def _instrument_starts(self) -> list[int]:
        return [one.start for one in self.instruments]

    def last_instruments(self, start: int, end: int) -> list[Named]:
        """The last few names of instruments that begin in a stretch of the text, in order."""
        starts = self._instrument_starts
        stop = bisect_left(starts, end)
        return self.instruments[max(bisect_left(starts, start), stop - _NEAR) : stop]

    @cached_property
    def _sentences(self) -> list[int]:
        return sentence_starts(self.passage.text, reference_words(self.language).abbreviations)

    def sentence(self, position: int) -> tuple[int, int]:
        """Start and end of the sentence at a position."""
        return sentence_at(self._sentences, position, len(self.text))


class Reader:
    """The passages of a document, read in order."""

    def __init__(self, passages: Sequence[Passage], meeting: Meeting, language: str) -> None:
        self.meeting = meeting
        self.language = language
        self.readings = [Reading(passage, language) for passage in passages]
        self._meant: dict[tuple[int, int], str | None] = {}
        self.rules: list[tuple[int, int, str]] | None = None

    @cached_property
    def path(self) -> tuple[str, ...]:
        """The bodies that the meeting belongs to, nearest first."""
        named = [
            one.keys[0]
            for text in (self.meeting.body, self.meeting.organ)
            if text
            for one in body_names(self.language).find(text)
            if one.full
        ]
        known = tuple(dict.fromkeys([*path_of(self.meeting.symbol), *named]))
        return (self._own, *known) if self._own and (self._masthead_names or not known) else known

    @cached_property
    def _own(self) -> str | None:
        """Root of the meeting's own body where the data do not have it."""
        return own_root(self.meeting.symbol)

    @cached_property
    def _symbol(self) -> Symbol | None:
        try:
            return parse(self.meeting.symbol) if self.meeting.symbol else None
        except SymbolError:
            return None

    @cached_property
    def adopter(self) -> str | None:
        """The body whose resolution or decision the document is: "its" is of that body."""
        adopted = self._symbol is not None and self._symbol.nature in KIND_OF_NATURE
        return next((key for key in self.path if key in bodies()), None) if adopted else None

    @cached_property
    def until(self) -> When:
        """Up to the day of the document, or the end of its session: what it cites was adopted then."""
        if self.meeting.date:
            return When(latest=When.on(self.meeting.date).latest)
        session = self._symbol.session if self._symbol else None
        calendars = (body.calendar for key in self.path if (body := bodies().get(key)) and body.calendar)
        calendar = next(calendars, None)
        if session is None or not session.isdigit() or calendar is None:
            return When()
        return When(latest=calendar[0] + (int(session) + 1) / calendar[1])

    @cached_property
    def _masthead_names(self) -> frozenset[str]:
        """What sort of body meets, by its masthead: "Executive Board"."""
        names = body_names(self.language)
        texts = (text for text in (self.meeting.body, self.meeting.organ) if text)
        return frozenset(
            text[one.start : one.end] for text in texts for one in names.find(text) if not one.full
        )

    @cached_property
    def default_body(self) -> str | None:
        """The body whose rules of procedure and decisions the document means where it names none."""
        known = bodies()
        return next((key for key in self.path if key not in known or known[key].default), None)

    @cached_property
    def instrument(self) -> str | None:
        """The treaty that the meeting is about."""
        if key := instrument_of(self.meeting.symbol):
            return key
        for text in (self.meeting.organ, self.meeting.body, self.meeting.title):
            for one in instrument_names(self.language).find(text or ""):
                if one.full:
                    return one.keys[0]
        return None

    def body(self, named: Named, index: int) -> str | None:
        """Key of the body that a name means where it stands; null where that is not clear."""
        if named.full or len(named.keys) <= 1:
            return named.keys[0] if named.keys else None
        place = (index, named.start)
        if place not in self._meant:
            self._meant[place] = self._meaning(named, index)
        return self._meant[place]

    def _meaning(self, named: Named, index: int) -> str | None:
        candidates = named.keys
        for one in reversed(self.readings[index].last_bodies(0, named.start)):
            if one.full and one.keys[0] in candidates:
                return one.keys[0]
        if self._own and self.readings[index].text[named.start : named.end] in self._masthead_names:
            return self._own
        for key in self.path:
            if key in candidates:
                return key
        for reading in reversed(self.readings[max(0, index - 40) : index]):
            for one in reversed(reading.bodies[-_NEAR:]):
                if one.full and one.keys[0] in candidates:
                    return one.keys[0]
        return next((key for key in candidates if bodies()[key].principal), self._own)

    def treaty(self, named: Named, index: int) -> str | None:
        """Key of the instrument that a name means where it stands ("the Convention")."""
        if named.full or not named.keys:
            return named.keys[0] if named.keys else None
        if self.instrument in named.keys:
            return self.instrument
        for reading in reversed(self.readings[max(0, index - 20) : index + 1]):
            limit = named.start if reading is self.readings[index] else len(reading.text)
            for one in reversed(reading.last_instruments(0, limit)):
                if one.full and one.end <= limit and one.keys[0] in named.keys:
                    return one.keys[0]
        return named.keys[0] if len(named.keys) == 1 else None
