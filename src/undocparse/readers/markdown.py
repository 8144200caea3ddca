"""Markdown to lines and grids: CommonMark with footnotes, and tables whose cells bars or tabs part."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from undocparse.errors import NotADocumentError
from undocparse.layout.pages import Cell, Layout, Line
from undocparse.limits import Budget, limit_reached
from undocparse.model.diagnostics import Diagnostic
from undocparse.readers.encoding import decode
from undocparse.readers.html import set_html
from undocparse.readers.markdown_inline import pieces_of
from undocparse.readers.marked import BULLET, INDENT, Setting, Sheet
from undocparse.readers.sniff import MARKDOWN
from undocparse.readers.text import read_text, typed_lines
from undocparse.readers.text_tables import TableRows, find_tables

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_NOTE = re.compile(r"\[\^([^\]\s]+)\]:[ \t]*")
_STAR = re.compile(r"(\*{1,4}|[†‡§])\s*(?=[^\s*])")
_MARKS = 30_000  # of emphasis; the parser takes three seconds for so many, and thousand pages have fewer
_SWALLOWED = ("code", "reference")  # rules that take an indent for code, or drop lines of text


def read_markdown(data: bytes, name: str, budget: Budget | None = None) -> Layout:
    """Markdown as lines, one a paragraph, list entry or table cell; all on page 1.

    Numbers of lists stand in the text. Breaks set by hand part lines unless they fall into
    a sentence. Links lose their targets, pictures are left out, rules part blocks.

    Args:
        data: the file's bytes.
        name: what errors call the file.
        budget: how much of it may be read.

    Raises:
        NotADocumentError: the bytes are no text.
    """
    text = decode(data)
    if text is None:
        raise NotADocumentError(name, "this is binary data, not text", "save it as PDF, Word or text")
    text = text.replace("\f", "\n")
    if (count := text.count("*") + text.count("_")) > _MARKS:
        layout = read_text(data, name, budget)
        layout.diagnostics.append(_too_many_marks(count))
        return layout
    setter = _Setter(text.split("\n"), Sheet(budget or Budget(name=name)))
    setter.set(_parser().parse(text))
    return Layout("markdown", MARKDOWN, [setter.sheet.page])


def _too_many_marks(count: int) -> Diagnostic:
    message = f"The text has {count} marks of emphasis, more than any: it was read as plain text, with them."
    return limit_reached(message)


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt  # noqa: PLC0415 - only Markdown needs it

    return MarkdownIt("commonmark").disable(list(_SWALLOWED))


@dataclass(slots=True)
class _List:
    """An open list entry: what is printed before its first paragraph."""

    label: str


class _Count:
    """The numbers of a list: as typed where each is higher than the last, else counted from the first.

    CommonMark counts in any case; an author who types "1." before each entry leaves it to that, and one who
    types 1, 2 and 4 means 4.
    """

    def __init__(self, typed: Sequence[int]) -> None:
        self._rises = all(above < below for above, below in pairwise(typed))
        self._next = typed[0] if typed else 1

    def next(self, typed: str) -> str:
        """The number of the next entry."""
        counted = str(self._next)
        self._next += 1
        return typed if self._rises else counted


@dataclass(slots=True)
class _Setter:
    """Sets the parser's tokens in order."""

    rows: Sequence[str]
    sheet: Sheet
    _entries: list[_List] = field(default_factory=list)
    _quotes: int = 0
    _heading: int = 0
    _end: int = 0  # the source row after the last block
    _after_rule: bool = False
    _stars: list[bool] = field(default_factory=list)
    _counts: list[_Count] = field(default_factory=list)

    def set(self, tokens: Sequence[Token]) -> None:
        """Set all tokens."""
        for at, token in enumerate(tokens):
            self._one(token, tokens, at)

    def _one(self, token: Token, tokens: Sequence[Token], at: int) -> None:
        kind = token.type
        if kind == "inline":
            self._paragraph(token)
        elif kind == "heading_open":
            self._heading = int(token.tag[1:])
        elif kind == "heading_close":
            self._heading = 0
        elif kind in {"bullet_list_open", "ordered_list_open"}:
            self._stars.append(token.markup == "*" and _entries(tokens, at) == 1)
            self._counts.append(_Count(_numbers(tokens, at)))
        elif kind in {"bullet_list_close", "ordered_list_close"}:
            self._stars.pop()
            self._counts.pop()
        elif kind == "list_item_open":
            bullet = token.markup if self._stars[-1] else BULLET
            number = self._counts[-1].next(token.info)
            self._entries.append(_List(f"{number}{token.markup}" if token.info else bullet))
        elif kind == "list_item_close":
            self._entries.pop()
        elif kind in {"blockquote_open", "blockquote_close"}:
            self._quotes += 1 if token.nesting > 0 else -1
        elif kind == "hr":
            self._after_rule, self._end = True, token.map[0] if token.map else self._end
        elif kind in {"fence", "code_block"}:
            self._typed(token)
        elif kind == "html_block":
            set_html(token.content, self.sheet, self._setting(token))
            self._end = token.map[1] if token.map else self._end

    def _setting(self, token: Token) -> Setting:
        row = self.rows[token.map[0]].expandtabs(4) if token.map else ""
        blanks = len(row) - len(row.lstrip())  # lists are often set in by less than CommonMark wants
        return Setting(self._heading, blanks * INDENT / 2 + self._quotes * INDENT, self._gap(token))

    def _gap(self, token: Token) -> float | None:
        if not self.sheet.page.lines or not token.map:
            return None
        return float(max(token.map[0] - self._end, 0))

    def _paragraph(self, token: Token) -> None:
        start, end = token.map or (0, 0)
        rows = self.rows[start:end]
        how = self._setting(token)
        if self._entries:
            how = replace(how, label=self._entries[-1].label)
            self._entries[-1].label = ""
        tables = list(find_tables(rows)) if any("\t" in row.strip() or "|" in row for row in rows) else []
        if tables and not how.label:
            self._paragraph_with_tables(rows, tables, how)
        else:
            self._lines(token, rows, how)
        self._end, self._after_rule = end, False

    def _lines(self, token: Token, rows: Sequence[str], how: Setting) -> None:
        note = _NOTE.match(token.content)
        found = self.sheet.add(pieces_of(token, rows, note.end() if note else 0), how)
        last = self.sheet.page.lines[-len(found) - 1 : -len(found)] if found else []
        if note:
            _to_note(found, note[1])
        elif found and (self._after_rule or (last and last[0].region == "note")):
            _star_note(found)

    def _paragraph_with_tables(self, rows: Sequence[str], tables: Sequence[TableRows], how: Setting) -> None:
        at = 0
        for table in tables:
            self._text(rows[at : table.start], how)
            self._cells(table, how.gap)
            at, how = table.end, replace(how, gap=0.0)
        self._text(rows[at:], how)

    def _text(self, rows: Sequence[str], how: Setting) -> None:
        for token in _parser().parseInline("\n".join(rows).strip()):
            self.sheet.add(pieces_of(token, rows), how)

    def _cells(self, table: TableRows, gap: float | None) -> None:
        cells: list[Cell] = []
        for row, texts in enumerate(table.cells):
            for column, cell in enumerate(texts):
                if not self.sheet.budget.cells(1):
                    continue
                how = Setting(column=column, gap=gap if not cells else None, strict=True)
                lines = [line for text in cell.texts for line in self._cell(text, how)]
                cells.append(Cell(row, column, tuple(lines), 1, cell.columns))
        self.sheet.add_grid(cells)

    def _cell(self, text: str, how: Setting) -> Iterator[Line]:
        for token in _parser().parseInline(text):
            yield from self.sheet.add(pieces_of(token, ()), how)

    def _typed(self, token: Token) -> None:
        """Text that is to be shown as typed."""
        for place, row in enumerate(token.content.split("\n")):
            for line in typed_lines(row, 1, place):
                self.sheet.put(line)
        self._end = token.map[1] if token.map else self._end


def _numbers(tokens: Sequence[Token], at: int) -> list[int]:
    """What is typed before the entries of a list; none for bullets."""
    level, found = tokens[at].level, list[int]()
    for token in tokens[at + 1 :]:
        if token.level == level and token.nesting < 0:
            break
        if token.type == "list_item_open" and token.level == level + 1 and token.info.isdigit():
            found.append(int(token.info))
    return found


def _entries(tokens: Sequence[Token], at: int) -> int:
    """How many entries a list has; a single one with a star is a note ("* Reissued …")."""
    level, count = tokens[at].level, 0
    for token in tokens[at + 1 :]:
        if token.level == level and token.nesting < 0:
            break
        count += token.type == "list_item_open" and token.level == level + 1
    return count


def _to_note(lines: Sequence[Line], mark: str) -> None:
    for line in lines:
        line.region, line.mark = "note", mark


def _star_note(lines: Sequence[Line]) -> None:
    """A starred paragraph below a rule or another note is a note."""
    match = _STAR.match(lines[0].text)
    raised = lines[0].runs[0].text if lines[0].runs[0].raised and len(lines[0].runs) > 1 else None
    mark = match[1] if match else raised
    if mark is None:
        return
    lines[0].text = lines[0].text[len(mark) :].lstrip()
    _to_note(lines, mark)
