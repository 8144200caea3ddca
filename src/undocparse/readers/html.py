"""HTML to lines and grids, for pages saved from a browser and tables inside Markdown."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import islice

from lxml import etree

from undocparse.errors import TooLargeError, UnreadableError
from undocparse.layout.pages import Cell, Layout, Line
from undocparse.limits import Budget
from undocparse.readers.attributes import integer
from undocparse.readers.docx_numbering import number_text
from undocparse.readers.grid_width import WIDEST
from undocparse.readers.html_css import StyleSheet, counter_of, is_hidden, points
from undocparse.readers.html_notes import closing_notes, is_of_notes, to_notes
from undocparse.readers.html_tags import left_out, uncrowded
from undocparse.readers.inline import Piece, Style
from undocparse.readers.marked import BREAK, BULLET, INDENT, Setting, Sheet
from undocparse.readers.sniff import HTML
from undocparse.readers.tree_size import BEYOND, check_tree

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
_DEPTH = 200  # elements within elements; deeper ones are read as flat text


def read_html(data: bytes, name: str, budget: Budget | None = None) -> Layout:
    """HTML as lines, one a paragraph, list entry or table cell; all on page 1.

    Args:
        data: the file's bytes.
        name: what errors call the file.
        budget: how much of it may be read.

    Raises:
        UnreadableError: there is nothing to read in it.
        TooLargeError: it becomes a tree too large or too deep.
    """
    budget = budget or Budget(name=name)
    check_tree(data, budget, name, "the page")
    sheet = Sheet(budget)
    data, crowded = uncrowded(data)
    css = _set(_parsed(data, _encoding(data), name), sheet, Setting())
    if not sheet.page.lines:
        raise UnreadableError(name, "the HTML page has no text", "save the page again")
    closing_notes(sheet.page)
    return Layout("html", HTML, [sheet.page], list(left_out(crowded, css)))


def _encoding(data: bytes) -> str | None:
    """UTF-8 where it can be; else the parser finds the encoding that the page declares."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return "utf-8"


def set_html(source: str, sheet: Sheet, how: Setting) -> None:
    """Set a piece of HTML on a sheet.

    Args:
        source: elements, whole or not.
        sheet: where lines and grids go.
        how: the first block is set.
    """
    if source.strip():
        data, _ = uncrowded(source.encode())
        _set(_parsed(data, "utf-8", "the HTML in the text"), sheet, how)


def _parsed(data: bytes, encoding: str | None, name: str) -> etree._Element | None:
    parser = etree.HTMLParser(
        encoding=encoding, no_network=True, remove_comments=True, remove_pis=True, huge_tree=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError):
        return None
    if any(each.type in BEYOND for each in parser.error_log):  # the parser stops there and keeps what it has
        raise TooLargeError(name, "the page is nested too deep", "save the page again")
    return root


def _set(root: etree._Element | None, sheet: Sheet, how: Setting) -> StyleSheet | None:
    if root is None:
        return None
    setter = _Setter(sheet, replace(how, strict=True), StyleSheet(root))
    setter.element(root, Style(), 0)
    setter.flush()
    return setter.css


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
        taken = _Taken()
        rows = _rows(table)
        for caption in table.iterchildren("caption"):
            self.element(caption, style, depth + 1)
            self.flush()
        for at, row in enumerate(rows):
            taken.begin(at)
            column = 0
            for element in row.iterchildren("td", "th"):
                if not self.sheet.budget.cells(1):
                    continue
                column = taken.free(column)
                down, across = min(_span(element, "rowspan"), len(rows) - at), _span(element, "colspan")
                taken.take(column, column + across, at + down)
                own = _styled(style, str(element.tag), self.css.of(element))
                cells.append(Cell(at, column, self._cell(element, column, own, depth), down, across))
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


class _Taken:
    """The columns that cells of the rows above reach down into."""

    def __init__(self) -> None:
        self._spans: list[tuple[int, int, int]] = []  # first column, column behind, row behind
        self._new: list[tuple[int, int, int]] = []
        self._at = 0

    def begin(self, row: int) -> None:
        """Begin a row, counted from 0."""
        self._spans = sorted(span for span in (*self._spans, *self._new) if span[2] > row)
        self._new, self._at = [], 0

    def free(self, column: int) -> int:
        """The first free column from a given one on; columns are asked for from the left."""
        while self._at < len(self._spans) and self._spans[self._at][0] <= column:
            column = max(column, self._spans[self._at][1])
            self._at += 1
        return column

    def take(self, first: int, behind: int, below: int) -> None:
        """Take the columns of a cell down to the row below it; neighbours of one height are one span."""
        if self._new and self._new[-1][1:] == (first, below):
            first = self._new.pop()[0]
        self._new.append((first, behind, below))


def _rows(table: etree._Element) -> list[etree._Element]:
    """The rows of a table, without those of tables inside it."""
    if next(islice(table.iter("table"), 1, None), None) is None:
        return list(table.iter("tr"))
    found: list[etree._Element] = []
    below = list(reversed(table))
    while below:
        element = below.pop()
        if element.tag == "tr":
            found.append(element)
        if element.tag != "table":
            below.extend(reversed(element))
    return found


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
    return integer(element.get(name), 1, low=1, high=WIDEST)
