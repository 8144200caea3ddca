"""Reads lists and ranges of numbers: "1/4 and 2/6", "79/93 A and B", "4/1 to 4/6"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache

from undocparse.languages.calendar_grammar import CalendarWords
from undocparse.languages.loader import words
from undocparse.languages.matching import folded
from undocparse.languages.script import script
from undocparse.references.mentions import Item
from undocparse.references.notation import letter_range, match_number, number_range, spread_letters
from undocparse.references.own_notation import OwnNotation
from undocparse.references.resolution_symbols import KIND_OF_NATURE, adopted_by_symbol
from undocparse.references.vocabulary import adopted_kind, alternatives, head_pattern, reference_words
from undocparse.symbols import Found

_BLANK = re.compile(r"\s(?=\d)")
_DRAFTS = frozenset({"L", "CRP", "WP", "INF", "SR", "PV", "REP", "NGO"})
_LETTERED = frozenset({"slash", "year", "special", "bare", "prefix", "roman", "old"})
_APART = frozenset({"letter", "point", "symbol", "bare"})


class ListReader:
    """Reads the numbers that follow a word, in one language."""

    def __init__(self, language: str) -> None:
        table = reference_words(language)
        and_ = alternatives(table.and_)
        the = alternatives(table.the)
        gap, joint = script(language).gap, script(language).joint
        self._language, self._notation = language, OwnNotation(table)
        to = alternatives(table.to)
        self._to = re.compile(rf"{to}|[-\u2013]")
        calendar = words(language, "calendar", CalendarWords)
        months = [forms[0] for forms in calendar.months]
        self._months = {folded(month): index for index, month in enumerate(months, 1)}
        self.separator = re.compile(rf"\s*(?:[,;]\s*(?:{and_}{joint})?|{gap}{and_}{joint})(?:{the}\s+)?")
        self._range = re.compile(rf"(?:{gap}{to}{gap}|\s?[-\u2013]\s?)(?:{the}\s+)?")
        self._subject = re.compile(rf"\s+({alternatives(table.about)})\s[^.;:()\"“«]{{3,200}}")
        self._far = re.compile(r"[^.;:]{3,300}")  # a clause or a bracket about the number before
        dated, month, of = map(alternatives, (table.dated, months, calendar.of))
        suffix, year = alternatives(calendar.suffixes), rf"(?:\s+{alternatives(calendar.year)})?"
        day = rf"(\d{{1,2}}){suffix}?\s*(?:{of}\s+)?({month})\s+(?:{of}\s+)?(\d{{4}}){year}"
        self._next_date = re.compile(rf"(?:\s*,\s*(?:{and_}{joint})?|\s{and_}{joint})(?:{dated}\s+)?{day}")
        self._date = re.compile(rf"\s*,?\s*{dated}\s+{day}")
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
            end = self.tail(text, items, items[-1].end)
            next_one = self._next(text, end, items, symbols)
        return items, end

    def after_subject(self, text: str, end: int) -> int | None:
        """Where a number stands behind the subject of the last: "2016/27 on trade and 2022/24 on peace".

        A number with a date may stand behind any clause or bracket: "62/68 of 6 December 2007, the annex to
        which contains the articles, as well as 65/28 of 6 December 2010".
        """
        if subject := self._subject.match(text, end):
            start, stop = subject.end(1), subject.end()
            for separator in self.separator.finditer(text, start, stop):
                position = separator.end()
                if not (text[position : position + 1].isdigit() and match_number(text, position)):
                    continue
                return None if self._other_head(text, start, position) else position
        if clause := self._far.match(text, end):
            for position, behind in self._numbers_in(text, end, clause.end()):
                if behind.shape == "council" or self._date.match(text, behind.end):
                    return None if self._other_head(text, end, position) else position
        return None

    def _numbers_in(self, text: str, start: int, end: int) -> Iterator[tuple[int, Item]]:
        """Numbers of a stretch, with the word or the comma before them, and where each begins."""
        for blank in _BLANK.finditer(text, start, end):
            position = blank.end()
            if matched := match_number(text, position):
                number, shape, stop = matched
                letter = self._notation.letter(text, stop)
                yield position, Item(number, shape, position, letter[1] if letter else stop)

    def _other_head(self, text: str, start: int, end: int) -> bool:
        """Whether a stretch has another word for a resolution, or an article with a number."""
        heads = head_pattern(self._language).finditer(text, start, end)
        return any(head["near"] is not None or adopted_kind(head) for head in heads)

    def _number(self, text: str, position: int, symbols: Mapping[int, Found]) -> list[Item]:
        if found := symbols.get(position):
            if found.symbol.nature in _DRAFTS or found.symbol.joint:
                return []
            adopted = adopted_by_symbol(found.symbol) if found.symbol.nature in KIND_OF_NATURE else None
            number, shape, body = adopted or (str(found.symbol), "symbol", None)
            return [Item(number, shape, found.start, found.end, body=body)]
        matched = self._notation.match(text, position) or match_number(text, position)
        if not matched:
            return []
        number, shape, end = matched
        if shape in _LETTERED and (letter := self._notation.letter(text, end)):
            number, end = f"{number} {letter[0]}", letter[1]
        numbers = spread_letters(number, self._to) if shape == "old" else [number]
        return [Item(one, shape, position, end, index > 0) for index, one in enumerate(numbers)]

    def tail(self, text: str, items: list[Item], end: int) -> int:
        """Takes date and title behind the last number, in either order, and where they end."""
        last = items[-1]
        for _ in range(2):
            if last.date is None and (found := self._date.match(text, end)):
                end = self._take_dates(text, items, found)
            if last.title is None and (found := self._title.match(text, end)):
                title = found[1].rstrip(" ,.;")
                last.title, end = (found.start(1), found.start(1) + len(title)), found.end()
        return end

    def _take_dates(self, text: str, items: list[Item], found: re.Match[str]) -> int:
        """One date, or those of the last members in turn: "60/1 and 61/2, of 2 May 2006 and 3 May 2007"."""
        dates = [found]
        while len(dates) < len(items) and (more := self._next_date.match(text, dates[-1].end())):
            dates.append(more)
        for item, each in zip(items[-len(dates) :], dates, strict=True):
            item.date = f"{each[3]}-{self._months[folded(each[2])]:02}-{int(each[1]):02}"
        return dates[-1].end()

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
        letter = self._notation.letter(text, position)
        if not letter or len(old) != 1 or not old.isupper() or text[position].isspace():
            return []
        return [Item(f"{stem} {letter[0]}", last.shape, position, letter[1], True)]

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
