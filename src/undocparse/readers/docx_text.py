"""What a Word paragraph prints: its runs, tabs and breaks, with tracked changes and fields settled."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from lxml import etree

from undocparse.readers.attributes import integer
from undocparse.readers.docx_package import MC, W
from undocparse.readers.docx_styles import Font, Styles, over, read_font
from undocparse.readers.inline import Piece, Style

EventKind = Literal["tab", "column", "break", "page", "rendered", "box"]

_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_SKIPPED = frozenset(
    W + name
    for name in (
        *("pPr", "rPr", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "rubyPr", "rt", "del", "moveFrom"),
        *("delText", "instrText", "delInstrText", "footnoteRef", "endnoteRef", "softHyphen", "ffData"),
    )
)
_BOXED = frozenset(W + name for name in ("drawing", "pict", "object"))
_INSTRUCTION = 1000  # characters; those of AUTONUM have twenty
_CUSTOM_MARK = 5  # characters; a mark that an author typed is shorter


class Event(NamedTuple):
    """What stands between pieces of text; `element` is a text box's content."""

    kind: EventKind
    element: etree._Element | None = None


Token = Piece | Event


class References:
    """Takes note of the references to footnotes and endnotes; this one knows no notes."""

    def refer(self, kind: str, identifier: str, mark: str | None) -> str:
        """The mark of a reference.

        Args:
            kind: "footnote" or "endnote".
            identifier: of the note.
            mark: what the author typed; null where Word numbers the note.
        """
        return mark or ""

    def place(self, page: int, section: int) -> None:
        """Say where the references since the last call stand, page from 1 and section from 0."""

    def new_page(self) -> None:
        """Say that a page begins; notes may be counted anew."""


@dataclass(slots=True)
class _Field:
    """An open field: what it asks for, whether its result has begun, and what its list is set to."""

    choice: str = ""
    instruction: str = ""
    begun: bool = False


@dataclass(slots=True)
class TextReader:
    """Reads paragraphs of one story in order; fields may run over several.

    Attributes:
        styles: of the file.
        references: told of each reference to a note.
    """

    styles: Styles
    references: References
    _fields: list[_Field] = field(default_factory=list)  # those that are open
    _asking: int = 0  # of these, those whose result has not begun
    _counted: int = 0  # paragraphs that AUTONUM has numbered since the last heading
    _custom: tuple[str, str] | None = None

    def tokens(self, paragraph: etree._Element, style: str | None) -> list[Token]:
        """The paragraph's pieces and events in reading order.

        Args:
            paragraph: a `w:p`.
            style: its paragraph style.
        """
        found: list[Token] = []
        self._children(paragraph, style, found)
        while self._fields and not self._fields[-1].begun:
            self._end_field()  # an instruction that never ends would hide the rest of the document
        return found

    def _children(self, parent: etree._Element, style: str | None, found: list[Token]) -> None:
        """Add what an element in a paragraph holds; handed down, since generators would cost its depth."""
        for child in parent:
            tag = child.tag
            if tag == _RUN:
                self._run(child, style, found)
            elif tag in _SKIPPED:
                continue
            elif tag == _ALTERNATE:
                self._children(alternative(child), style, found)
            elif tag == _MATH_TEXT:
                if child.text:
                    found.append(Piece(child.text, _set(self.styles.font(style, None))))
            elif len(child):
                self._children(child, style, found)

    def _run(self, run: etree._Element, style: str | None, found: list[Token]) -> None:
        properties = run.find(_PROPERTIES)
        font = self.styles.font(style, None)
        if properties is not None:
            named = properties.find(_RUN_STYLE)
            if named is not None:
                font = self.styles.font(style, named.get(_VALUE))
            font = over(font, read_font(properties))
        self._parts(run, font, found)

    def _parts(self, parent: etree._Element, font: Font, found: list[Token]) -> None:
        for child in parent:
            tag = child.tag
            if tag == _TEXT:
                if child.text and not font.hidden and not self._asking:
                    found.append(self._piece(child.text, font))
            elif tag == _FIELD:
                self._field(child, font, found)
            elif tag == _INSTRUCTS:
                self._instruct(child.text or "")
            elif tag in _NOTES:
                self._note(_NOTES[tag], child, font, found)
            elif tag not in _SKIPPED:
                self._rare(child, font, found)

    def _rare(self, element: etree._Element, font: Font, found: list[Token]) -> None:
        """What runs hold besides text and fields."""
        tag = element.tag
        if (event := _event(element)) is not None:
            if event.kind in {"rendered", "page"}:
                self.references.new_page()
            found.append(event)
        elif tag in _LETTERS:
            if not font.hidden:
                found.append(Piece(_LETTERS[tag](element), _set(font)))
        elif tag in _BOXED:
            found += (Event("box", box) for box in boxes(element))
        elif tag == _ALTERNATE:
            self._parts(alternative(element), font, found)
        elif len(element):
            self._parts(element, font, found)

    def _piece(self, text: str, font: Font) -> Piece:
        if self._custom is not None:
            kind, identifier = self._custom
            self._custom = None
            if len(text.strip()) <= _CUSTOM_MARK:
                mark = self.references.refer(kind, identifier, text.strip())
                return Piece(mark, _set(font)._replace(raised=True), mark=True)
            self.references.refer(kind, identifier, None)
        if font.caps:
            text = text.upper()
        if font.family and font.family.startswith(("Wingdings", "Webdings")):
            text = "".join(letter if letter.isspace() else "•" for letter in text)
        elif font.family == "Symbol":
            text = text.replace("·", "•")
        return Piece(text, _set(font))

    def count_anew(self) -> None:
        """Say that a heading begins, below which AUTONUM starts from 1."""
        self._counted = 0

    def _field(self, element: etree._Element, font: Font, found: list[Token]) -> None:
        kind = element.get(_FIELD_TYPE, "")
        if kind == "begin":
            self._fields.append(_Field(_choice(element)))
            self._asking += 1
        elif kind == "separate" and self._fields:
            self._asking -= not self._fields[-1].begun
            self._fields[-1].begun = True
        elif kind == "end" and self._fields:
            text = self._printed(self._end_field())
            if text and not font.hidden and not self._asking:
                found.append(self._piece(text, font))

    def _instruct(self, text: str) -> None:
        """Add to what the innermost field asks for; what stands at its beginning is enough to know it."""
        if self._fields and not self._fields[-1].begun and len(self._fields[-1].instruction) < _INSTRUCTION:
            self._fields[-1].instruction += text

    def _end_field(self) -> _Field:
        """Close the innermost field."""
        ended = self._fields.pop()
        self._asking -= not ended.begun
        return ended

    def _printed(self, ended: _Field) -> str:
        """What Word prints for a field that stores no result of its own."""
        if ended.choice:
            return ended.choice
        words = ended.instruction.split()
        if not words or ended.begun or not words[0].upper().startswith("AUTONUM"):
            return ""
        self._counted += 1
        stop = "" if "\\e" in words else "."
        return f"{self._counted}{stop}"

    def _note(self, kind: str, reference: etree._Element, font: Font, found: list[Token]) -> None:
        identifier = reference.get(f"{W}id", "")
        if reference.get(f"{W}customMarkFollows") in {"1", "true", "on"}:
            self._custom = (kind, identifier)
        elif mark := self.references.refer(kind, identifier, None):
            found.append(Piece(mark, _set(font)._replace(raised=True), mark=True))


def _choice(begin: etree._Element) -> str:
    """The entry that a drop-down list of a form is set to; "" for other fields (ISO 29500-1, 17.16.9)."""
    listed = begin.find(f"{W}ffData/{W}ddList")
    if listed is None:
        return ""
    entries = [entry.get(f"{W}val", "") for entry in listed.iterfind(f"{W}listEntry")]
    result = listed.find(f"{W}result")
    if result is None:
        result = listed.find(f"{W}default")
    at = integer(None if result is None else result.get(f"{W}val"), 0)
    return entries[at] if 0 <= at < len(entries) else ""


def alternative(choice: etree._Element) -> etree._Element:
    """Of contents that stand for one another, the one to read: the first choice."""
    first = choice.find(f"{MC}Choice")
    if first is None:
        first = choice.find(f"{MC}Fallback")
    return choice if first is None else first


def boxes(element: etree._Element) -> Iterator[etree._Element]:
    """The contents of the text boxes in a drawing, each once."""
    for child in element:
        if child.tag == _BOX:
            yield child
        elif child.tag == _ALTERNATE:
            yield from boxes(alternative(child))
        elif len(child):
            yield from boxes(child)


def _event(element: etree._Element) -> Event | None:
    tag = element.tag
    if tag in {f"{W}tab", f"{W}ptab"}:
        return Event("tab")
    if tag == f"{W}lastRenderedPageBreak":
        return Event("rendered")
    if tag == f"{W}cr":
        return Event("break")
    if tag == f"{W}br":
        return Event("page" if element.get(f"{W}type") == "page" else "break")
    return None


def _symbol(element: etree._Element) -> str:
    family, code = element.get(f"{W}font", ""), element.get(f"{W}char", "")
    try:
        letter = chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
    if family.startswith(("Wingdings", "Webdings")):
        return "•"
    return letter


def _set(font: Font) -> Style:
    return Style(font.size or 0.0, bool(font.bold), bool(font.italic), bool(font.raised))


_RUN, _PROPERTIES, _RUN_STYLE, _VALUE = f"{W}r", f"{W}rPr", f"{W}rStyle", f"{W}val"
_TEXT, _FIELD, _FIELD_TYPE = f"{W}t", f"{W}fldChar", f"{W}fldCharType"
_INSTRUCTS = f"{W}instrText"
_ALTERNATE, _BOX = f"{MC}AlternateContent", f"{W}txbxContent"
_LETTERS: dict[str | bytes | bytearray | etree.QName, Callable[[etree._Element], str]] = {
    f"{W}noBreakHyphen": lambda _: "-",
    f"{W}sym": _symbol,
}
_NOTES = {f"{W}footnoteReference": "footnote", f"{W}endnoteReference": "endnote"}
