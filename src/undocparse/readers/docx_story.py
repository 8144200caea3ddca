"""One story of a Word file (body, header, footnote, text box) as lines and grids, page by page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from undocparse.layout.pages import Grid, Line
from undocparse.limits import Budget
from undocparse.readers.docx_format import Format, Formats
from undocparse.readers.docx_lines import Set, set_lines
from undocparse.readers.docx_numbering import Numbering
from undocparse.readers.docx_package import MC, W
from undocparse.readers.docx_styles import Styles, is_on
from undocparse.readers.docx_text import Event, References, TextReader, Token, alternative

_LEADING = 1.15  # of the type size: the height of a line


@dataclass(slots=True)
class Settings:
    """What a file says once for all its stories."""

    styles: Styles
    numbering: Numbering
    budget: Budget
    default_tab: float = 36.0
    starts: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Story:
    """Lines and grids in reading order; `page` is where the last line ends.

    Attributes:
        settings: of the file.
        references: told of each reference to a note.
        page: counted from 1.
        lines: so far, with their pages set.
        grids: so far.
        unread: kinds of content that cannot be read.
    """

    settings: Settings
    references: References = field(default_factory=References)
    page: int = 1
    lines: list[Line] = field(default_factory=list)
    grids: list[Grid] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)
    _formats: Formats = field(init=False)
    _text: TextReader = field(init=False)
    _gap: float | None = None
    _broken: bool = False  # an author's page break, and no text since
    _section: int = 0
    _held: list[Token] = field(default_factory=list)  # of paragraphs that go on in the next one
    _last_held: etree._Element | None = None
    _full: bool = False  # no more lines may be read

    def __post_init__(self) -> None:
        self._formats = Formats(self.settings.styles, self.settings.numbering)
        self._text = TextReader(self.settings.styles, self.references)

    def read(self, parent: etree._Element) -> None:
        """Read all paragraphs and tables of an element."""
        from undocparse.readers.docx_tables import read_table  # noqa: PLC0415 - tables hold stories

        empty = self._empty()
        for block in blocks(parent):
            if block.tag == _PARAGRAPH:
                if empty and not len(block) and not self._held:  # a million of them fit into a small file
                    self._gap = (self._gap or 0.0) + empty[0] + empty[1] + empty[2]
                else:
                    self.paragraph(block)
            elif block.tag == _TABLE:
                self._set_held()
                read_table(block, self)
            else:
                self.unread.add(etree.QName(block).localname)
        self._set_held()

    def paragraph(self, element: etree._Element) -> None:
        """Read a paragraph, the text boxes that hang on it first.

        A paragraph whose mark was deleted with changes tracked, or moved away, is one with the next. Where no
        more lines may be read, it counts as one that is left out.
        """
        self.settings.budget.check()
        if self._full:
            self.settings.budget.lines(len(element) > 0)
            return
        properties = element.find(_PROPERTIES)
        named = None if properties is None else properties.find(_STYLE)
        style = None if named is None else named.get(_VALUE)
        tokens = self._text.tokens(element, style)
        mark = None if properties is None else properties.find(_PROPERTIES_OF_MARK)
        if mark is not None and any(mark.find(tag) is not None for tag in _GONE):
            self._held += tokens
            self._last_held = element
            return
        self._set(element, [*self._held, *tokens] if self._held else tokens)

    def _empty(self) -> tuple[float, float, float] | None:
        """Above, height and below of a paragraph that holds nothing; None where its style does more."""
        form = self._formats.of(None, None)
        if form.breaks or form.number is not None or form.outline or self.settings.styles.heading(None):
            return None
        return form.before, self._height(form, None), form.after

    def _set_held(self) -> None:
        """Set what waits for a next paragraph where there is none."""
        if self._last_held is not None and any(not isinstance(token, Event) for token in self._held):
            self._set(self._last_held, self._held)
        self._held, self._last_held = [], None

    def _set(self, element: etree._Element, tokens: list[Token]) -> None:
        """Set a paragraph: what it holds, and with its properties."""
        self._held, self._last_held = [], None
        properties = element.find(_PROPERTIES)
        named = None if properties is None else properties.find(_STYLE)
        style = None if named is None else named.get(_VALUE)
        form = self._formats.of(properties, style)
        for token in tokens:
            if isinstance(token, Event) and token.kind == "box" and token.element is not None:
                self.read(token.element)
        if form.breaks:
            self._break(1, 0)
        heading = form.outline if form.outline is not None else self.settings.styles.heading(style)
        if heading:
            self._text.count_anew()
        empty = not any(not isinstance(token, Event) for token in tokens)
        label = self._number(form, properties, empty=empty)
        found = set_lines(tokens, form, label, heading, self.settings.default_tab)
        for each in found:
            self._add(each, form)
        self.references.place(self.lines[-1].page if self.lines else self.page, self._section)
        self._space(form, style, said=bool(found))
        if properties is not None and properties.find(f"{W}sectPr") is not None:
            self._end_section()

    def forget_gap(self) -> None:
        """What comes next has nothing above it: a cell begins, or a table has ended."""
        self._gap = None

    def _number(self, form: Format, properties: etree._Element | None, *, empty: bool) -> str | None:
        if form.number is None:
            return None
        mark = None if properties is None else properties.find(_PROPERTIES_OF_MARK)
        if empty and mark is not None and (_hides(mark) or mark.find(f"{W}del") is not None):
            return None  # the paragraph itself is hidden or deleted
        label = self.settings.numbering.count(form.number, form.level)
        return None if empty and label in _BULLETS else label

    def _add(self, each: Set, form: Format) -> None:
        self._break(each.pages, each.rendered)
        line = each.line
        if (line.text or line.label) and self._may_go_on():
            line.page = self.page
            if line.gap is None and self._gap is not None:
                height = _LEADING * (line.size or 10.0)
                line.gap = round((self._gap + form.before) / height, 2)
            self.lines.append(line)
            self._broken = False
        self.page += each.inside
        self._break(each.after, 0)

    def _may_go_on(self) -> bool:
        """Whether one more line may be read."""
        self._full = not self.settings.budget.lines(1)
        return not self._full

    def _break(self, pages: int, rendered: int) -> None:
        """Go to a new page; Word notes the breaks that the author set as its own once more."""
        if pages:
            self.page += pages
            self._broken = True
            self.references.new_page()
        if rendered:
            self.page += rendered - 1 if self._broken else rendered
            self._broken = False

    def _space(self, form: Format, style: str | None, *, said: bool) -> None:
        if said:
            self._gap = form.after
            return
        self._gap = (self._gap or 0.0) + form.before + self._height(form, style) + form.after

    def _height(self, form: Format, style: str | None) -> float:
        """Of an empty line."""
        if form.leading is not None:
            return form.leading
        return _LEADING * (self.settings.styles.font(style, None).size or 10.0)

    def _end_section(self) -> None:
        """The next section says itself whether it begins on a new page."""
        self._section += 1
        starts = self.settings.starts
        kind = starts[self._section] if self._section < len(starts) else "nextPage"
        if kind not in {"continuous", "nextColumn"}:
            self._break(1, 0)
        self.references.place(self.page, self._section)


def blocks(parent: etree._Element) -> Iterator[etree._Element]:
    """Paragraphs and tables below an element, content controls and tracked insertions opened."""
    for child in parent:
        tag = child.tag
        if tag in _BLOCKS:
            yield child
        elif tag == f"{MC}AlternateContent":
            yield from blocks(alternative(child))
        elif tag in _OPENED:
            yield from blocks(child)


def _hides(mark: etree._Element) -> bool:
    vanish = mark.find(f"{W}vanish")
    return vanish is not None and is_on(vanish)


_PARAGRAPH, _TABLE, _VALUE = f"{W}p", f"{W}tbl", f"{W}val"
_PROPERTIES, _STYLE, _PROPERTIES_OF_MARK = f"{W}pPr", f"{W}pStyle", f"{W}rPr"
_GONE = (f"{W}del", f"{W}moveFrom")
_BLOCKS = frozenset({_PARAGRAPH, _TABLE, f"{W}altChunk", f"{W}subDoc"})
_OPENED = frozenset(W + name for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"))
_BULLETS = frozenset("•▪●○◦‣–—")
