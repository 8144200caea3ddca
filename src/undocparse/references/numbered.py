"""Finds what stands behind its number: "第60/251号决议", "2008年12月19日第63/233号决议", "第51条".

What says more of it stands before: the day of its adoption, its title, its subject.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from undocparse.languages.calendar_grammar import CALENDAR_NUMBERS
from undocparse.languages.ordinals import cardinal, number_signs
from undocparse.model.references import ReferenceKind
from undocparse.references.lists import list_reader
from undocparse.references.mentions import Item, Mention
from undocparse.references.pinpoints import pinpoint_reader
from undocparse.references.reading import Reading
from undocparse.references.vocabulary import alternatives, reference_words

_KINDS: tuple[ReferenceKind, ...] = ("resolution", "decision", "recommendation")
_FAR = 300  # characters that a title or a subject may take before the number
_FARTHER = 120  # characters between the members of one list: a title, a body


class _Number(NamedTuple):
    """One number with its marks, and where what is said of it begins."""

    start: int
    end: int
    begins: int
    kind: ReferenceKind | None
    items: list[Item]


class NumberedReader:
    """Reads them, in one language."""

    def __init__(self, language: str) -> None:
        table = reference_words(language)
        mark, behind = table.before_number, table.after_number
        nouns = "|".join(f"(?P<{kind}>{alternatives(getattr(table, kind))})" for kind in _KINDS)
        of, about, entitled = map(alternatives, (table.of, table.about, table.entitled))
        joints = alternatives((*table.and_, *table.to))
        links = "".join(word for word in table.and_ if len(word) == 1)
        unmarked = rf"(?=E?S-\d)|(?<=[{links},])\s?(?=\d{{1,4}}[/(])"  # "第72/77号和72/78号"
        joint = rf"\s*(?:,\s*)?{alternatives(table.and_)}?\s*"
        draft = alternatives(table.draft)
        self.number = re.compile(
            rf"(?:{mark}\s*|{unmarked})(?P<inner>(?:[A-Za-z0-9/().,\s\u2013-]|{joints}){{1,400}}?)\s*{behind}"
            rf"\s*(?:(?:{nouns})(?!{draft}))?"
        )
        self.article = re.compile(
            rf"{mark}\s*(?P<inner>[\d{number_signs(language)}]{{1,4}})\s*{alternatives(table.article)}"
        )
        self.joint = re.compile(joint)
        self.title = re.compile(rf"{entitled}\s*\"([^\"]{{2,{_FAR}}})\"\s*{of}?\s*\Z")
        self.subject = re.compile(rf"{about}[^,.;:\"]{{1,{_FAR}}}{of}\s*\Z")
        self.dated = re.compile(rf"\s*(?:{alternatives(table.dated)})?\s*\Z")
        self.of = re.compile(rf"{of}\s*\Z")
        self.rules = re.compile(rf"{alternatives(table.rules_of_procedure)}\s*》?\s*\Z")


@cache
def numbered_reader(language: str) -> NumberedReader:
    """The reader of a language."""
    return NumberedReader(language)


def find_numbered(reading: Reading) -> list[Mention]:
    """The mentions of a passage whose nouns stand behind their numbers."""
    return [*_adopted(reading), *_articles(reading)]


def _adopted(reading: Reading) -> Iterator[Mention]:
    numbers = _with_kinds(reading, list(_numbers(reading)))
    mention: Mention | None = None
    for number in numbers:
        if number.kind is None:
            mention = None
            continue
        if mention and mention.kind == number.kind and _joined(reading, mention.end, number.begins):
            number.items[0].listed = True
            mention.items.extend(number.items)
            mention.end = number.end
        else:
            mention = Mention(number.kind, number.start, number.end, number.items, number.begins)
            yield mention
        _take_pinpoints(reading, mention)


def _numbers(reading: Reading) -> Iterator[_Number]:
    reader, before = numbered_reader(reading.language), 0
    for found in reader.number.finditer(reading.text):
        items = _items(reading, *found.span("inner"))
        if not items:
            continue
        items[0].start, items[-1].end = found.start(), found.end()
        begins = _said_before(reading, before, found.start(), items[-1])
        kind = next((kind for kind in _KINDS if found[kind]), None)
        yield _Number(found.start(), found.end(), begins, kind, items)
        before = found.end()


def _items(reading: Reading, start: int, stop: int) -> list[Item]:
    """The numbers that a stretch of the text is; none where it is anything else."""
    symbol = reading.symbols.get(start)
    symbols = {0: symbol._replace(start=0, end=symbol.end - start)} if symbol else {}
    items, end = list_reader(reading.language).read(reading.text[start:stop], 0, symbols)
    if end != stop - start:
        return []
    return [replace(item, start=item.start + start, end=item.end + start) for item in items]


def _said_before(reading: Reading, stop: int, start: int, item: Item) -> int:
    """Where day, title and subject of a number begin; day and title go to the item."""
    reader, text = numbered_reader(reading.language), reading.text
    stop = max(stop, start - _FAR)
    begins = start
    if title := reader.title.search(text, stop, begins):
        item.title, begins = title.span(1), title.start()
    elif subject := reader.subject.search(text, stop, begins):
        begins = subject.start()
    elif of := reader.of.search(text, stop, begins):
        begins = of.start()
    dates = list(CALENDAR_NUMBERS.finditer(text, stop, begins))
    if dates and reader.dated.fullmatch(text, dates[-1].end(), begins):
        year, month, day = dates[-1].group(1, 2, 3)
        item.date, begins = f"{year}-{int(month):02}-{int(day):02}", dates[-1].start()
    return begins


def _with_kinds(reading: Reading, numbers: list[_Number]) -> list[_Number]:
    """Each with its noun: that behind it, or that of the next one in its list."""
    for place in range(len(numbers) - 2, -1, -1):
        number, after = numbers[place], numbers[place + 1]
        between = reading.text[number.end : after.start]
        near = after.begins - number.end <= _FARTHER and not any(mark in between for mark in ".;《")
        if number.kind is None and near:
            numbers[place] = number._replace(kind=after.kind)
    return numbers


def _joined(reading: Reading, end: int, begins: int) -> bool:
    return numbered_reader(reading.language).joint.fullmatch(reading.text, end, begins) is not None


def _take_pinpoints(reading: Reading, mention: Mention) -> None:
    pins, end = pinpoint_reader(reading.language).after(reading.text, mention.end)
    if pins:
        mention.items[-1].pinpoints, mention.end = pins, end


def _articles(reading: Reading) -> Iterator[Mention]:
    reader, text, last = numbered_reader(reading.language), reading.text, None
    for found in reader.article.finditer(text):
        value = found["inner"] if found["inner"].isdecimal() else cardinal(found["inner"], reading.language)
        if value is None:
            continue
        item = Item(str(value), "bare", *found.span())
        if last and _joined(reading, last.end, found.start()):
            item.listed, last.end = True, found.end()
            last.items.append(item)
            continue
        rule = reader.rules.search(text, max(0, found.start() - 20), found.start())
        last = Mention("rule" if rule else "article", found.start(), found.end(), [item], found.start())
        pins, end = pinpoint_reader(reading.language).after(text, last.end)
        if pins:
            last.pinpoints, last.end = pins, end
        yield last
