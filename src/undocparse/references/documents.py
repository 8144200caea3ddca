"""Turns document symbols into mentions, lists and shortened symbols among them ("A/80/100 and Add.1")."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from undocparse.languages.script import script
from undocparse.references.mentions import Item, Mention
from undocparse.references.notation import number_range
from undocparse.references.pinpoints import pinpoint_reader
from undocparse.references.reading import Reading
from undocparse.references.resolution_symbols import KIND_OF_NATURE, adopted_by_symbol
from undocparse.references.vocabulary import alternatives, reference_words
from undocparse.symbols import Found, Symbol

_CHANGE = r"(?:Add|Corr|Rev|Amend|Suppl?)\.\s?\d{1,3}(?:/(?:Add|Corr|Rev)\.\d{1,3})*"
_VOLUME = re.compile(r"\s?\((Vols?\.?|Part|Sect\.) ([IVXLC]+|\d+)\)$")
_VOLUME_BEHIND = re.compile(r"\),?\s+[Vv]ol\.\s+([IVXLC]+|\d+)(?!\w)")
_RANGE = re.compile(r"^(.*\.)(\d{1,4})-(\d{1,4})$")
_DASHES = frozenset({"-", "\u2013", "\u2014"})
_ROMAN = (
    "I",
    "II",
    "III",
    "IV",
    "V",
    "VI",
    "VII",
    "VIII",
    "IX",
    "X",
    "XI",
    "XII",
    "XIII",
    "XIV",
    "XV",
    "XVI",
)


class TailReader:
    """Reads what follows a symbol and leaves its stem out, in one language."""

    def __init__(self, language: str) -> None:
        table = reference_words(language)
        and_, joint = alternatives(table.and_), script(language).joint
        join = rf"\s*(?:,\s*(?:{and_}{joint})?|{script(language).gap}{and_}{joint})"
        self.change = re.compile(rf"{join}({_CHANGE})(?!\w)")
        self.number = re.compile(rf"{join}(\d{{1,4}})(?![\w/]|\.\d|,\d)")
        to = alternatives(table.to)
        self.range = re.compile(rf"(?:\s+{to}\s+|\s?[-\u2013]\s?)(\d{{1,4}})(?![\w/.-])")
        self.volume = re.compile(
            rf"(?:\s*[-\u2013]\s*|\s{to}\s|{join})\((Vol\.?|Part|Sect\.)\s?([IVXLC]+|\d+)\)"
        )


@cache
def tail_reader(language: str) -> TailReader:
    """The reader of a language."""
    return TailReader(language)


def find_documents(reading: Reading, own_symbol: str | None) -> list[Mention]:
    """The documents of a passage whose symbols no resolution or decision has taken."""
    mentions: list[Mention] = []
    previous: Found | None = None
    alone = reading.passage.section == "unassigned" and reading.text.strip(" *") == own_symbol
    for found in reading.symbols.values():
        if found.start in reading.used_symbols or (alone and str(found.symbol) == own_symbol):
            continue  # a running head is no reference
        mention = _mention(found.symbol, found.start, found.end)
        if mention.kind == "document":
            _add_shortened(reading, mention, found.symbol)
        reader = pinpoint_reader(reading.language)
        mention.pinpoints, mention.end = reader.after(reading.text, mention.end)
        if not mention.pinpoints:
            mention.pinpoints, mention.phrase = reader.before(reading.text, found.start)
        if len(mention.items) > 1 and not found.symbol.joint:
            mention.pinpoints = ()
        if previous and reading.text[previous.end : found.start].strip() in _DASHES:
            _fill_range(mentions[-1], previous, found)
        mentions.append(mention)
        previous = found
        _take_volume(reading.text, mention)
    return mentions


def _take_volume(text: str, mention: Mention) -> None:
    """Adds the volume that stands behind the brackets: "Supplement No. 49 (A/77/49), vol. II"."""
    last = mention.items[-1]
    if last.shape == "symbol" and (found := _VOLUME_BEHIND.match(text, last.end)):
        last.number, last.end = f"{last.number} (Vol. {found[1]})", found.end()
        mention.end = max(mention.end, last.end)


def _fill_range(mention: Mention, first: Found, last: Found) -> None:
    """E/2025/15–E/2025/17 is three documents: adds the one between."""
    between = number_range(str(first.symbol), str(last.symbol))
    mention.items.extend(Item(number, "symbol", first.start, last.end, True) for number in between)


def _mention(symbol: Symbol, start: int, end: int) -> Mention:
    kind = KIND_OF_NATURE.get(symbol.nature or "", "document")
    alone = kind != "document" and not symbol.joint and not _of_series(symbol)
    if alone and (adopted := adopted_by_symbol(symbol)):
        number, shape, body = adopted
        return Mention(kind, start, end, [Item(number, shape, start, end)], start, body=body, explicit=True)
    if kind != "document" and (symbol.changes or _of_series(symbol)):
        kind = "document"
    numbers = [*_spread(str(symbol)), *_parts(symbol)]
    items = [Item(number, "symbol", start, end, index > 0) for index, number in enumerate(numbers)]
    return Mention(kind, start, end, items, start, explicit=kind == "document")


def _of_series(symbol: Symbol) -> bool:
    """Whether resolutions of a session are a series of its documents: UNEP/EA.5/Res.14 is cited as one."""
    return any(part.upper().startswith("RES.") for part in symbol.parts)


def _parts(symbol: Symbol) -> list[str]:
    """The symbol of a joint document in each of its series: A/80/62-E/2025/12 is A/80/62 and E/2025/12."""
    return [str(replace(symbol, joint=())), *map(str, symbol.joint)] if symbol.joint else []


def _spread(number: str) -> list[str]:
    """A/80/100/Add.1-3 is three documents."""
    found = _RANGE.match(number)
    if not found or not 0 < int(found[3]) - int(found[2]) <= 60:
        return [number]
    return [f"{found[1]}{value}" for value in range(int(found[2]), int(found[3]) + 1)]


def _add_shortened(reading: Reading, mention: Mention, symbol: Symbol) -> None:
    """Adds "Add.1" and "Corr.1" of "A/52/33 and Add.1 and Corr.1", "2" of ".../SR.1 and 2", "(Vol. V)"."""
    reader, text = tail_reader(reading.language), reading.text
    base, last = str(symbol), str(symbol)
    while True:
        end = mention.items[-1].end
        if found := reader.change.match(text, end):
            change = "".join(found[1].split())
            code = change.partition(".")[0] + "."
            stem, _, tail = last.rpartition("/")
            last = f"{stem}/{change}" if tail.startswith(code) else f"{base}/{change}"
            mention.items.append(Item(last, "symbol", found.start(1), found.end(1), True))
        elif (found := reader.volume.match(text, end)) and _VOLUME.search(last):
            _add_volumes(mention, last, found)
            last = mention.items[-1].number
        elif "." in last.rpartition("/")[2] and (
            found := reader.range.match(text, end) or reader.number.match(text, end)
        ):
            stem, _, low = last.rpartition(".")
            ranged = found.re is reader.range
            if not low.isdecimal() or not int(low) < int(found[1]) <= int(low) + 60:
                break
            values = range(int(low) + 1, int(found[1]) + 1) if ranged else [int(found[1])]
            mention.items.extend(Item(f"{stem}.{n}", "symbol", *found.span(1), True) for n in values)
            last = mention.items[-1].number
        else:
            break
    mention.end = mention.items[-1].end


def _add_volumes(mention: Mention, last: str, found: re.Match[str]) -> None:
    before = _VOLUME.search(last)
    stem = last[: before.start()] if before else last
    label, low, high = (before[1], before[2], found[2]) if before else ("", "", found[2])
    between: tuple[str, ...] = ()
    if low in _ROMAN and high in _ROMAN and "," not in found[0]:
        between = _ROMAN[_ROMAN.index(low) + 1 : _ROMAN.index(high)]
    mention.items.extend(
        Item(f"{stem} ({label} {volume})", "symbol", *found.span(), True) for volume in (*between, high)
    )
