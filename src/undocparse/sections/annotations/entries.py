"""Takes the entries of a list of documents apart: symbols, title, status and what is asked of the body."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from undocparse.layout.blocks import Block
from undocparse.layout.pages import Line, place_of
from undocparse.model.annotations import Action, DocumentStatus, ListedDocument
from undocparse.sections.annotations.vocabulary import Lexicon, action_of
from undocparse.symbols import find as find_symbols
from undocparse.symbols.find import Found

_EMPTY_BRACKETS = re.compile(r"[(\[][\W_]*[)\]]\*?")
# The bounds are far above what symbols have; without them "A/A/A/…" is tried to its end from each letter.
_OPEN_NUMBER = r"/(?:[A-Z]+\.)?(?:_+|\.{2,}|…|-{2,}|X{1,3}\b|x{2,3}\b)"
_OPEN_SYMBOL = re.compile(  # "(E/2025/_)", "A/80/..": a symbol whose number is not yet known
    rf"[(\[]?\b[A-Z][A-Z.]{{0,40}}+(?:(?!{_OPEN_NUMBER})/[A-Z\d.]{{1,40}}+){{0,20}}+{_OPEN_NUMBER}[^\s)\]]*[)\]]?"
)
_FORM = r"[A-Z]{2}[A-Z\d.()-]{0,40}+(?:/[A-Za-z\d.()-]{1,40}+(?=/)){0,20}+/(?:[A-Za-z]{1,40}[./])?\d+"
_PLACED = re.compile(  # in a list what stands first or last in the form of a symbol is one, whatever its root
    rf"(?P<first>{_FORM})(?=\s*[–—,:*-]*(?:\s|$))|.*[(\[](?P<last>{_FORM})[)\]]\W*$"
)
_BRACKETED = re.compile(r"[(\[]([^()\[\]]*(?:\([^()]*\)[^()\[\]]*)*)[)\]]")
_EDGES = " \t.;:,*–—-"
_BEHIND = re.compile(r"[\s)\].,;:*–—-]*$")
_BEFORE = re.compile(r"^[\s(\[*]*$")
_CLOSING = re.compile(r"[\s)\]*]*[,;.]?\s*")
_SERIES_START = re.compile(r"[A-Z][A-Za-z]*[./]")
_SERIES = re.compile(r";\s+")
_LONG_STATUS = 40  # characters; a remark on the status is short


@dataclass(slots=True)
class Entry:
    """One entry in the making.

    Attributes:
        text: as printed.
        lines: where it is printed.
        symbols: in order.
        title: without symbols; empty where there is none.
    """

    text: str
    lines: list[Line]
    symbols: list[str] = field(default_factory=list)
    title: str = ""

    def join(self, other: Entry) -> None:
        """Take what stands in another cell or line of the same entry."""
        self.text = f"{self.text} {other.text}"
        self.lines.extend(other.lines)
        self.symbols.extend(symbol for symbol in other.symbols if symbol not in self.symbols)
        self.title = self.title or other.title

    def go_on(self, text: str, lines: Sequence[Line]) -> None:
        """Take what goes on with the title behind a page."""
        self.text = f"{self.text} {text}"
        self.lines.extend(lines)
        self.title = f"{self.title} {text}".strip()

    def documents(self, lexicon: Lexicon) -> Iterator[ListedDocument]:
        """A document for each symbol, or one that has none."""
        title, action = _without_action(self.title, lexicon)
        title = _without_remarks(title, lexicon)
        symbols: list[str | None] = [*self.symbols] or [None]
        for symbol in symbols:
            yield ListedDocument(
                symbol=symbol,
                title=title or None,
                text=self.text,
                page=self.lines[0].page,
                status=self._status(lexicon),
                action=action,
                place=place_of(self.lines),
            )

    def _status(self, lexicon: Lexicon) -> DocumentStatus | None:
        """As printed; a symbol whose number is left open is of a document to come."""
        match = lexicon.status.search(self.text)
        if match is not None and _is_remark(self.text, match):
            return "forthcoming" if match["forthcoming"] else "issued"
        return "forthcoming" if not self.symbols and _OPEN_SYMBOL.search(self.text) else None


def entry_of(text: str, lines: Sequence[Line], lexicon: Lexicon) -> Entry:
    """An entry with its symbols and title."""
    found = symbols_in(text)
    symbols = list(dict.fromkeys(str(printed.symbol) for printed in found))
    if not symbols and (placed := _PLACED.match(text)):
        group = "first" if placed["first"] else "last"
        title = text[: placed.start(group)] + text[placed.end(group) :]
        return Entry(text, list(lines), [placed[group]], title_of(title, lexicon))
    title = text
    for short, symbol in _shortened(text, found, lines, lexicon):
        title = title.replace(short, "", 1)
        symbols.append(symbol)
    return Entry(text, list(lines), list(dict.fromkeys(symbols)), title_of(title, lexicon))


def _shortened(
    text: str, whole: Sequence[Found], lines: Sequence[Line], lexicon: Lexicon
) -> Iterator[tuple[str, str]]:
    """What an entry adds to its symbol ("and Add.1", "et INF/10"), as printed and as whole symbols.

    It stands behind the symbol, or begins a later line where symbols have a column of their own.
    """
    for printed in whole:
        end, last = printed.end, str(printed.symbol)
        while match := lexicon.shortened.match(text, end):
            end, last = match.end(), _whole(last, match[1])
            yield match[0], last
    for line in lines[1:] if len(whole) == 1 else ():
        if (match := lexicon.shortened.match(f" {line.text}")) and match[0].strip() in text:
            yield match[0].strip(), _whole(str(whole[0].symbol), match[1])


def _whole(symbol: str, short: str) -> str:
    """The symbol that a shortened one stands for: its beginning is that of the symbol before it."""
    series = _SERIES_START.match(short)
    place = symbol.rfind(f"/{series[0]}") if series else -1
    stem = symbol[:place] if place >= 0 else symbol
    return f"{stem}/{short}"


def symbols_in(text: str) -> list[Found]:
    """The symbols of a text; one whose number is left open ("A/80/_") is none."""
    return list(find_symbols(_OPEN_SYMBOL.sub(lambda match: " " * len(match[0]), text)))


def title_of(text: str, lexicon: Lexicon) -> str:
    """A text without its symbols and what encloses them; empty where nothing else is printed."""
    for found in reversed(symbols_in(text)):
        text = text[: found.start] + text[found.end :]
    text = _OPEN_SYMBOL.sub("", text)
    bare = lexicon.empty.sub("", text)
    return " ".join(bare.split()).strip(_EDGES)


def parted(block: Block, text: str, lexicon: Lexicon) -> list[Entry]:
    """The entries of a text that lists documents one behind the other.

    Semicolons part entries; where there are none, the symbols do, unless only a word such as "and" stands
    between two of them.

    Args:
        block: where the text stands.
        text: what follows "Documentation:".
        lexicon: words of the document's language.
    """
    pieces = _SERIES.split(text)
    if len(pieces) == 1:
        pieces = _by_symbols(text, lexicon)
    entries: list[Entry] = []
    for piece in pieces:
        if not piece.strip(_EDGES):
            continue
        entry = entry_of(lexicon.lead.sub("", piece.strip()), block.lines, lexicon)
        if entries and not entry.title:
            entries[-1].join(entry)
        else:
            entries.append(entry)
    return entries


def _by_symbols(text: str, lexicon: Lexicon) -> list[str]:
    found = symbols_in(text)
    if len(found) < 2:
        return [text]
    first = symbol_first(text, found)
    cuts: list[int] = []
    for before, after in pairwise(found):
        between = text[before.end : after.start]
        if lexicon.joined.match(between):
            continue
        closing = _CLOSING.match(between)
        cuts.append(after.start if first else before.end + (closing.end() if closing else 0))
    edges = [0, *cuts, len(text)]
    return [text[start:end].strip(" ,") for start, end in pairwise(edges)]


def symbol_first(text: str, found: Sequence[Found]) -> bool:
    """Whether a text begins with its symbol."""
    return bool(found) and _BEFORE.match(text[: found[0].start]) is not None


def symbol_last(text: str, found: Sequence[Found]) -> bool:
    """Whether a text ends with its symbol, its bracket aside."""
    return bool(found) and _BEHIND.match(text[found[-1].end :]) is not None


def _without_action(title: str, lexicon: Lexicon) -> tuple[str, Action | None]:
    match = lexicon.action.search(title)
    if match is None:
        return title, None
    return title[: match.start()].strip(_EDGES), action_of(match)


def _is_remark(text: str, status: re.Match[str]) -> bool:
    """Whether the words of a status stand apart: in brackets, in their own cell or at the entry's end."""
    before = text[: status.start()].rstrip()
    after = text[status.end() :].lstrip(" )].;,")
    return not before or before[-1] in "([,;:–—-/*" or not after


def _without_remarks(title: str, lexicon: Lexicon) -> str:
    """A title without a remark on the status in brackets or at its end."""
    for match in reversed(list(_BRACKETED.finditer(title))):
        if len(match[1]) < _LONG_STATUS and lexicon.status.match(match[1].strip(_EDGES)):
            title = title[: match.start()] + title[match.end() :]
    for match in lexicon.status.finditer(title):
        parted_off = title[: match.start()].rstrip().endswith((",", ";", ":", "–", "—", "-"))
        if parted_off and not title[match.end() :].strip(_EDGES):
            title = title[: match.start()]
            break
    return " ".join(_EMPTY_BRACKETS.sub("", title).split()).strip(_EDGES)
