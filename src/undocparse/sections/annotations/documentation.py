"""Finds what lists documents: entries below a heading or by themselves, one-line lists, and sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from undocparse.languages.matching import folded
from undocparse.layout.blocks import Block
from undocparse.layout.endings import ends_in
from undocparse.model.annotations import ListedDocument
from undocparse.sections.annotations.columns import Row, in_columns, rows_of
from undocparse.sections.annotations.entries import (
    Entry,
    entry_of,
    symbol_first,
    symbol_last,
    symbols_in,
    title_of,
)
from undocparse.sections.annotations.entry_lines import entries_apart
from undocparse.sections.annotations.vocabulary import Lexicon
from undocparse.symbols import find as find_symbols
from undocparse.symbols.find import Found

_LONG_HEADING = 160  # characters
_LONG_ENTRY = 260  # characters; longer ones without a symbol are paragraphs
_SHORT_CELL = 40  # characters
_TWO_SENTENCES = re.compile(r"(?<=[a-zà-ÿ]{3})[.!?] [A-ZÀ-Ý]")
_SENTENCE = re.compile(r"(?<=[^\W\d_]{3}[.!?])\s+(?=[A-ZÀ-Ý])")
_ADOPTED = re.compile(r"(?:^|/)(?:RES|DEC|Dec)[/.]")
_LISTED = 1.0  # below a heading of documents an entry needs no more than not to read as a sentence
_BY_ITSELF = 2.0  # elsewhere it must begin as a document and have its symbol first or last
_UNDER_HEADING = 1.5
_CELL = re.compile(r"[\d\s().,;a-z*–—-]{0,12}$")


def heads_list(block: Block, lexicon: Lexicon) -> bool:
    """Whether a line is nothing but the heading of a list of documents."""
    return len(block.text) < _LONG_HEADING and lexicon.heading.match(block.body) is not None


def listed_behind_heading(block: Block, lexicon: Lexicon) -> str | None:
    """What a paragraph lists behind "Documentation:"; null where it is no such list."""
    match = lexicon.heads_line.match(block.body)
    if match is None:
        return None
    listed = block.body[match.end() :]
    symbols = symbols_in(listed)
    if match["weak"] and not _as_document(listed, symbols, lexicon):
        return None
    return listed if symbols or _as_sentence(listed, symbols, lexicon) < 1 else None


def is_entry(block: Block, lexicon: Lexicon, *, listing: bool, first: bool = False) -> bool:
    """Whether a block is an entry of a list of documents rather than a paragraph.

    Args:
        block: neither a heading nor a tag.
        lexicon: words of the document's language.
        listing: whether a heading or a sentence announced the list, or entries stand before it.
        first: whether it stands right below the heading of an item: what is named there like a document, and
            is no sentence, is one.
    """
    text = block.body.strip()
    symbols = symbols_in(text)
    # numbered through, as paragraphs are
    numbered = block.label is not None and block.label.kind == "decimal"
    says_none = lexicon.no_documents.match(text) is not None and not numbered
    if listing and (says_none or _is_part(block, text, symbols, lexicon)):
        return True
    named = first and not symbols and not ends_in(text, ".;:,") and len(text) < _LONG_HEADING
    weight = _UNDER_HEADING if listing or (named and lexicon.entry.match(text)) else 0.0
    weight += _as_document(text, symbols, lexicon) - _as_sentence(text, symbols, lexicon)
    if numbered:
        weight -= 1.0
    return weight >= (_LISTED if listing else _BY_ITSELF)


def _is_part(block: Block, text: str, symbols: Sequence[Found], lexicon: Lexicon) -> bool:
    """Whether it is a cell or line that an entry may be made of: a symbol, a status, a number."""
    if any(line.column for line in block.lines):
        return len(text) < _LONG_ENTRY
    if not text or len(text) > _SHORT_CELL + 30 * len(symbols):
        return False
    bare = title_of(text, lexicon)
    if symbols and not bare:
        return True
    status = lexicon.status.fullmatch(bare.strip("()"))
    return bool(status) or is_column_head(text, lexicon) or bool(_CELL.match(text))


def is_column_head(text: str, lexicon: Lexicon) -> bool:
    """Whether a text heads a column of a table of documents."""
    return folded(text.strip(" :.")) in lexicon.columns


def _as_document(text: str, symbols: Sequence[Found], lexicon: Lexicon) -> float:
    first = symbol_first(text, symbols)
    last = symbol_last(text, symbols) or _is_status(text[symbols[-1].end :] if symbols else "", lexicon)
    weight = 1.0 if symbols and (first or last) else 0.0
    weight += 0.5 if symbols else 0.0
    named = title_of(text, lexicon) if first else text
    return weight + (1.0 if lexicon.entry.match(named) else 0.0)


def _is_status(text: str, lexicon: Lexicon) -> bool:
    """Whether what stands behind a symbol only says that the document is out or yet to come."""
    return lexicon.status.fullmatch(text.strip(" ,;:.()[]–—-")) is not None


def _as_sentence(text: str, symbols: Sequence[Found], lexicon: Lexicon) -> float:
    weight = 0.0
    if _TWO_SENTENCES.search(text):
        weight += 0.6 if symbols else 1.6
    begins = lexicon.determiner.match(text) is not None
    says = ends_in(text, ".:") and lexicon.verb.search(text) is not None
    weight += begins + says + 0.5 * (begins and says)
    if ends_in(text, ":") or (len(text) > _LONG_ENTRY and not symbols):
        weight += 1.0
    asks = any(pattern.search(text.lower()) for kind, pattern in lexicon.kinds if kind == "action")
    return weight + (1.0 if asks else 0.0)


def entries_of(blocks: Sequence[Block], lexicon: Lexicon) -> list[Entry]:
    """The entries of a list, of which the symbol may stand in a line or cell of its own.

    Args:
        blocks: entries, lines or cells in reading order.
        lexicon: words of the document's language.
    """
    if in_columns(blocks):
        table = rows_of(blocks, lambda text: is_column_head(text, lexicon))
        rows = [row_entry(row, lexicon) for row in table]
        return [row for row in rows if row is not None]
    parts = [
        entry_of(block.body.strip(), block.lines, lexicon)
        for block in entries_apart(blocks, lexicon)
        if _says_something(block.body.strip(), lexicon)
    ]
    for part in parts:
        status = part.symbols and lexicon.status.fullmatch(part.title)
        part.title = "" if status or _stands_for_symbol(part, lexicon) else part.title
    leads = bool(parts) and not parts[0].title and (bool(parts[0].symbols) or len(parts) > 1)
    entries: list[Entry] = []
    for part in parts:
        if entries and _belongs(part, entries[-1], lexicon, leads=leads):
            entries[-1].join(part)
        else:
            entries.append(part)
    return entries


def row_entry(row: Row, lexicon: Lexicon) -> Entry | None:
    """The entry of a table's row; None for heads and for rows that name no document."""
    entry: Entry | None = None
    for cell in row:
        text = " ".join(line.text for line in cell)
        if lexicon.status.fullmatch(text) or _says_something(text, lexicon):
            part = entry_of(text, cell, lexicon)
            part.title = "" if lexicon.status.fullmatch(part.title.strip("[]()")) else part.title
            if entry is None:
                entry = part
            else:
                entry.join(part)
    return entry if entry and (entry.symbols or entry.title) else None


def _stands_for_symbol(part: Entry, lexicon: Lexicon) -> bool:
    """Whether a cell says in brackets that the document has no symbol yet ("[forthcoming]")."""
    inner = part.text.strip("[]() ")
    return inner != part.text and not part.symbols and lexicon.status.fullmatch(inner) is not None


def _says_something(text: str, lexicon: Lexicon) -> bool:
    if is_column_head(text, lexicon) or lexicon.no_documents.match(text):
        return False
    return bool(text) and not (_CELL.match(text) and not next(find_symbols(text), None))


def _belongs(part: Entry, entry: Entry, lexicon: Lexicon, *, leads: bool) -> bool:
    """Whether a line or cell belongs to the entry before it."""
    if leads and _stands_for_symbol(part, lexicon):
        return False
    if part.symbols and not part.title:
        return not leads and not entry.symbols and bool(entry.title)
    if lexicon.status.fullmatch(part.title.strip("()")):
        return True
    return leads and not part.symbols and not entry.title


def sentences(text: str) -> list[str]:
    """The sentences of a paragraph, as documents named in one quote it."""
    return _SENTENCE.split(text)


def announces_list(text: str, lexicon: Lexicon) -> bool:
    """Whether a paragraph ends by announcing a list ("… will have before it the following documents:")."""
    if not text.endswith((":", "：")):
        return False
    last = sentences(text)[-1]
    return lexicon.following.search(last) is not None or lexicon.before_it.search(last) is not None


def named_before_body(block: Block, text: str, lexicon: Lexicon) -> Iterator[ListedDocument]:
    """The documents that a sentence says are before the body; those that are mentioned only are none.

    Args:
        block: where the paragraph is printed.
        text: the paragraph without its label.
        lexicon: words of the document's language.
    """
    if "/" not in text or not lexicon.before_it.search(text):
        return
    for sentence in sentences(text):
        before_it = lexicon.before_it.search(sentence)
        if before_it is None:
            continue
        start = before_it.end()
        for found in find_symbols(sentence):
            if _is_listed(found, sentence, lexicon):
                if found.start < before_it.start():
                    title = title_of(sentence[: found.start], lexicon)
                else:
                    title = _named(sentence[start : found.start], lexicon)
                    start = found.end
                yield ListedDocument(
                    symbol=str(found.symbol),
                    title=title or None,
                    text=sentence,
                    page=block.page,
                    place=block.place,
                )


def _is_listed(found: Found, sentence: str, lexicon: Lexicon) -> bool:
    symbol = str(found.symbol)
    return not _ADOPTED.search(symbol) and not lexicon.mentioned.search(sentence[: found.start])


def _named(text: str, lexicon: Lexicon) -> str:
    """What a sentence calls a document that it names behind other words."""
    return title_of(lexicon.lead.sub("", text.lstrip(" )].,;:*")).rstrip(" (["), lexicon)
