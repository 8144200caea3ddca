"""Reads lists and ranges of numbers: "1/4 and 2/6", "79/93 A and B", "4/1 to 4/6"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from undocparse.references.mentions import Item
from undocparse.references.notation import LETTER, letter_range, match_number, number_range, spread_letters
from undocparse.references.resolution_symbols import KIND_OF_NATURE, adopted_by_symbol
from undocparse.references.vocabulary import alternatives, head_pattern, reference_words
from undocparse.symbols import Found

_DRAFTS = frozenset({"L", "CRP", "WP", "INF", "SR", "PV", "REP", "NGO"})
_LETTERED = frozenset({"slash", "year", "special", "bare", "prefix", "roman", "old"})
_APART = frozenset({"letter", "point", "symbol", "bare"})


class ListReader:
    """Reads the numbers that follow a word, in one language."""

    def __init__(self, language: str) -> None:
        table = reference_words(language)
        and_ = alternatives(table.and_)
        the = alternatives(table.the)
        self._language = language
        self.to = alternatives(table.to)
        self._months = {month.casefold(): index for index, month in enumerate(table.months, 1)}
        self.separator = re.compile(rf"\s*(?:[,;]\s*(?:{and_}\s+)?|\s{and_}\s+)(?:{the}\s+)?")
        self._range = re.compile(rf"(?:\s+{self.to}\s+|\s?[-\u2013]\s?)(?:{the}\s+)?")
        self._subject = re.compile(rf"\s+({alternatives(table.about)})\s[^.;:()\"“«]{{3,200}}")
        dated, month = alternatives(table.dated), alternatives(table.months)
        self._date = re.compile(rf"\s*,?\s*{dated}\s+(\d{{1,2}})(?:er|st|nd|rd|th)?\s+({month})\s+(\d{{4}})")
        entitled = alternatives(table.entitled)
        self._title = re.compile(rf"\s*,?\s*{entitled}\s*[:,]?\s*[\"“«‘]\s*([^\"”»]{{3,400}}?)\s*[\"”»]")

    def read(self, text: str, position: int, symbols: Mapping[int, Found]) -> tuple[list[Item], int]:
        """The numbers that begin at a position, and where reading stopped.

        Args:
            text: the passage.
            position: behind the word.
            symbols: the document symbols of the passage, by start.
        """
        items: list[Item] = []
        end = position
        next_one = self._number(text, position, symbols)
        while next_one:
            items.extend(next_one)
            end = self._tail(text, items)
            next_one = self._next(text, end, items, symbols)
        return items, end

    def after_subject(self, text: str, end: int) -> int | None:
        """Where a number stands behind the subject of the last: "2016/27 on trade and 2022/24 on peace"."""
        subject = self._subject.match(text, end)
        if subject is None:
            return None
        for separator in self.separator.finditer(text, subject.end(1), subject.end()):
            if text[separator.end() : separator.end() + 1].isdigit() and match_number(text, separator.end()):
                other = head_pattern(self._language).search(text, subject.end(1), separator.end())
                return None if other else separator.end()
        return None

    def _number(self, text: str, position: int, symbols: Mapping[int, Found]) -> list[Item]:
        if found := symbols.get(position):
            if found.symbol.nature in _DRAFTS or found.symbol.joint:
                return []
            adopted = adopted_by_symbol(found.symbol) if found.symbol.nature in KIND_OF_NATURE else None
            number, shape, body = adopted or (str(found.symbol), "symbol", None)
            return [Item(number, shape, found.start, found.end, body=body)]
        if not (matched := match_number(text, position)):
            return []
        number, shape, end = matched
        if shape in _LETTERED and (letter := LETTER.match(text, end)):
            number, end = f"{number} {letter[1]}", letter.end()
        numbers = spread_letters(number, self.to) if shape == "old" else [number]
        return [Item(one, shape, position, end, index > 0) for index, one in enumerate(numbers)]

    def _tail(self, text: str, items: list[Item]) -> int:
        """Takes date and title behind the last number, in either order."""
        last = items[-1]
        end = last.end
        for _ in range(2):
            if last.date is None and (found := self._date.match(text, end)):
                day, month = int(found[1]), self._months[found[2].casefold()]
                last.date, end = f"{found[3]}-{month:02}-{day:02}", found.end()
            if last.title is None and (found := self._title.match(text, end)):
                last.title, end = found[1].rstrip(" ,.;"), found.end()
        return end

    def _next(self, text: str, end: int, items: list[Item], symbols: Mapping[int, Found]) -> list[Item]:
        last = items[-1]
        ranged = self._range.match(text, end) if last.end == end else None
        if ranged and (spread := self._ranged(text, ranged.end(), last, symbols)):
            return spread
        if not (found := self.separator.match(text, end)):
            return []
        if more := self._number(text, found.end(), symbols):
            if not goes_with(last, more[0]):
                return []
            return [replace(one, listed=True) for one in more]
        return self._letter(text, found.end(), last)

    def _letter(self, text: str, position: int, last: Item) -> list[Item]:
        """The "B" of "79/93 A and B"."""
        stem, _, old = last.number.rpartition(" ")
        letter = LETTER.match(text, position)
        if not letter or len(old) != 1 or not old.isupper() or letter.start(1) != position:
            return []
        return [Item(f"{stem} {letter[1]}", last.shape, position, letter.end(), True)]

    def _ranged(self, text: str, position: int, last: Item, symbols: Mapping[int, Found]) -> list[Item]:
        if ending := self._letter(text, position, last):
            letters = letter_range(last.number[-1], ending[0].number[-1])[1:]
            stem = last.number[:-1]
            return [Item(stem + one, last.shape, position, ending[0].end, True) for one in letters]
        more = self._number(text, position, symbols)
        if len(more) != 1 or more[0].shape != last.shape:
            return []
        between = number_range(last.number, more[0].number)
        if not between and not more[0].number.startswith(last.number.partition("/")[0]):
            return []
        span = (last.start, more[0].end)
        spread = [Item(number, last.shape, *span, True) for number in between]
        return [*spread, Item(more[0].number, more[0].shape, more[0].start, more[0].end, True)]


def _series(number: str) -> str:
    return "".join(character for character in number if not character.isdigit())


def goes_with(last: Item, item: Item) -> bool:
    """Whether two numbers can stand in one list: of one form, or of forms that are used together."""
    if last.shape == item.shape == "symbol":
        return _series(last.number) == _series(item.number)
    return last.shape == item.shape or not {last.shape, item.shape} & _APART


@cache
def list_reader(language: str) -> ListReader:
    """The reader of a language."""
    return ListReader(language)
