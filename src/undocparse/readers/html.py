"""HTML to lines and grids, for pages saved from a browser and tables inside Markdown."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from lxml import etree

from undocparse.errors import UnreadableError
from undocparse.layout.pages import Cell, Layout, Line
from undocparse.limits import Budget
from undocparse.readers.attributes import integer
from undocparse.readers.docx_numbering import number_text
from undocparse.readers.html_css import StyleSheet, counter_of, is_hidden, points
from undocparse.readers.html_notes import closing_notes, is_of_notes, to_notes
from undocparse.readers.inline import Piece, Style
from undocparse.readers.marked import BREAK, BULLET, INDENT, Setting, Sheet
from undocparse.readers.sniff import HTML

_UNSEEN = frozenset({"script", "style", "template", "noscript", "head", "title", "meta", "link", "svg"})
_BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt"),
        *("fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header"),
        *("hr", "html", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "ul"),
    )
)
_STYLES = {"b": "bold", "strong": "bold", "th": "bold", "i": "italic", "em": "italic", "sup": "raised"}
_LISTS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_MAX_SPAN = 200
_DEPTH = 200  # elements within elements; deeper ones are read as flat text


def read_html(data: bytes, name: str, budget: Budget | None = None) -> Layout:
    """HTML as lines, one a paragraph, list entry or table cell; all on page 1.

    Args:
        data: the file's bytes.
        name: what errors call the file.
        budget: how much of it may be read.

    Raises:
        UnreadableError: there is nothing to read in it.
    """
    sheet = Sheet()
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = ""  # the parser finds the encoding that the page declares
    _set(_parsed(text.encode() if text else data, "utf-8" if text else None), sheet, Setting())
    if not sheet.page.lines:
        raise UnreadableError(name, "the HTML page has no text", "save the page again")
    closing_notes(sheet.page)
    return Layout("html", HTML, [sheet.page])


def set_html(source: str, sheet: Sheet, how: Setting) -> None:
    """Set a piece of HTML on a sheet.

    Args:
        source: elements, whole or not.
        sheet: where lines and grids go.
        how: the first block is set.
    """
    if source.strip():
        _set(_parsed(source.encode(), "utf-8"), sheet, how)


def _parsed(data: bytes, encoding: str | None) -> etree._Element | None:
    parser = etree.HTMLParser(
        encoding=encoding, no_network=True, remove_comments=True, remove_pis=True, huge_tree=True
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError):
        return None


def _set(root: etree._Element | None, sheet: Sheet, how: Setting) -> None:
    if root is not None:
        setter = _Setter(sheet, replace(how, strict=True), StyleSheet(root))
        setter.element(root, Style(), 0)
        setter.flush()


@dataclass(slots=True)
class _Setter:
    """Gathers text until a block ends, then sets it."""

    sheet: Sheet
    how: Setting
    css: StyleSheet
    pieces: list[Piece] = field(default_factory=list)
    found: list[Line] = field(default_factory=list)

    def element(self, element: etree._Element, style: Style, depth: int) -> None:
        """Gather an element, without the text after it."""
        tag = element.tag if isinstance(element.tag, str) else ""
        if depth > _DEPTH:
            self.pieces.append(Piece("".join(map(str, element.itertext())), style))
            return
        said = self.css.of(element) if tag else {}
        if tag in _UNSEEN or is_hidden(element, said):
            return
        if tag == "br":
            self.pieces.append(BREAK)
        elif tag == "table":
            self.flush()
            self._table(element, style, depth)
        elif tag in _BLOCKS:
            self._block(element, tag, _styled(style, tag, said), depth)
        else:
            self._inside(element, _styled(style, tag, said), depth)

    def flush(self) -> None:
        """Set what has been gathered."""
        if self.pieces:
            lines = self.sheet.add(self.pieces, self.how)
            self.found += lines
            self.pieces = []
            if lines:
                self.how = replace(self.how, label="", gap=1.0)

    def _inside(self, element: etree._Element, style: Style, depth: int) -> None:
        if element.text:
            self.pieces.append(Piece(element.text, style))
        counter = _Counter(element, self.css)
        for child in element:
            if child.tag == "li":
                self.flush()
                self.how = replace(self.how, label=counter.next(child))
            self.element(child, style, depth + 1)
            if child.tail:
                self.pieces.append(Piece(child.tail, style))

    def _block(self, element: etree._Element, tag: str, style: Style, depth: int) -> None:
        self.flush()
        before = self.how
        if tag in _HEADINGS:
            self.how = replace(before, heading=int(tag[1:]))
        elif tag in {"ol", "ul", "blockquote", "dd"} and depth and _is_nested(element):
            self.how = replace(before, indent=before.indent + INDENT)
        said = self.css.of(element)
        aligned = "center" if tag == "center" else said.get("text-align") or element.get("align", "").lower()
        if aligned:
            self.how = replace(self.how, centred=aligned == "center")
        if margin := points(said.get("margin-left", "")):
            self.how = replace(self.how, indent=self.how.indent + max(margin, 0.0))
        start = len(self.sheet.page.lines)
        self._inside(element, style, depth)
        self.flush()
        if is_of_notes(element):
            to_notes(self.sheet.page.lines[start:])
        self.how = replace(self.how, heading=before.heading, indent=before.indent, centred=before.centred)

    def _table(self, table: etree._Element, style: Style, depth: int) -> None:
        cells: list[Cell] = []
        taken: set[tuple[int, int]] = set()
        rows = [row for row in table.iter("tr") if next(row.iterancestors("table")) is table]
        for caption in table.iterchildren("caption"):
            self.element(caption, style, depth + 1)
            self.flush()
        for at, row in enumerate(rows):
            column = 0
            for element in row.iterchildren("td", "th"):
                while (at, column) in taken:
                    column += 1
                down, across = _span(element, "rowspan"), _span(element, "colspan")
                taken.update((at + r, column + c) for r in range(down) for c in range(across))
                lines = self._cell(
                    element, column, _styled(style, str(element.tag), self.css.of(element)), depth
                )
                cells.append(Cell(at, column, lines, min(down, len(rows) - at), across))
                column += across
        self.sheet.add_grid(cells)

    def _cell(self, element: etree._Element, column: int, style: Style, depth: int) -> tuple[Line, ...]:
        said = self.css.of(element)
        aligned = said.get("text-align") or element.get("align", "").lower()
        inner = _Setter(
            self.sheet, Setting(column=column, strict=True, centred=aligned == "center"), self.css
        )
        inner._inside(element, style, depth + 1)
        inner.flush()
        return tuple(inner.found)


class _Counter:
    """Numbers the entries of a list as a browser prints them."""

    def __init__(self, element: etree._Element, css: StyleSheet) -> None:
        self._css = css
        self._form = _LISTS.get(element.get("type", ""), "decimal") if element.tag == "ol" else "bullet"
        if element.tag in {"ol", "ul"} and (said := counter_of(css.of(element))) is not None:
            self._form = said
        last = sum(child.tag == "li" for child in element) if element.get("reversed") is not None else 1
        self._value, self._step = integer(element.get("start"), last), -1 if last > 1 else 1

    def next(self, entry: etree._Element) -> str:
        """What is printed before an entry."""
        own = counter_of(self._css.of(entry))
        form = self._form if own is None else own
        value = integer(entry.get("value"), self._value)
        self._value = value + self._step
        if form in {"", "bullet"}:
            return BULLET if form else ""
        number = number_text(value, _LISTS.get(entry.get("type", ""), form))
        return f"{number}." if number else ""


def _styled(style: Style, tag: str, said: dict[str, str]) -> Style:
    if name := _STYLES.get(tag):
        style = style._replace(**{name: True})
    if weight := said.get("font-weight"):
        style = style._replace(bold=weight in {"bold", "bolder", "600", "700", "800", "900"})
    if slope := said.get("font-style"):
        style = style._replace(italic=slope in {"italic", "oblique"})
    if said.get("vertical-align") == "super":
        style = style._replace(raised=True)
    if size := points(said.get("font-size", "")):
        style = style._replace(size=size)
    return style


def _is_nested(element: etree._Element) -> bool:
    return element.tag in {"blockquote", "dd"} or next(element.iterancestors("li"), None) is not None


def _span(element: etree._Element, name: str) -> int:
    return integer(element.get(name), 1, low=1, high=_MAX_SPAN)
