"""Akoma Ntoso, the United Nations' own markup, to lines: the cover as it is marked up, the rest as text.

Files of editors are not always sound: tags cross (in three of 600 that were looked at), dates are missing.
What can be read is read, and a diagnostic says that it was mended.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from undocparse.errors import UnreadableError
from undocparse.exports.akn.cover import read_cover
from undocparse.exports.akn.iris import day
from undocparse.exports.akn.metadata import read_kind
from undocparse.exports.akn.sheet import A
from undocparse.languages import FALLBACK
from undocparse.layout.pages import Layout
from undocparse.limits import Budget
from undocparse.model.agenda import plain_key
from undocparse.model.diagnostics import Diagnostic
from undocparse.model.header import Header, Session
from undocparse.readers.inline import Piece, Style
from undocparse.readers.marked import BREAK, Setting, Sheet
from undocparse.readers.sniff import AKN
from undocparse.readers.tree_size import check_tree
from undocparse.sections.item_labels import latin_items
from undocparse.sections.masthead.vocabulary import plain, vocabulary

_PARTS = ("preface", "preamble", "mainBody", "body", "conclusions", "attachments")
_LEAVES = frozenset(
    A + name
    for name in (
        "p",
        "heading",
        "subheading",
        "crossHeading",
        "block",
        "listIntroduction",
        "listWrapUp",
        "caption",
    )
)
_HEADINGS = frozenset({A + "heading", A + "subheading", A + "crossHeading"})
_ASIDE = frozenset({A + "num", A + "authorialNote"})
_BREAKS = frozenset({A + "br", A + "eol"})
_SET = {"bold": "bold", "italic": "italic", "superscript": "raised"}
_TAGS = {A + "b": "bold", A + "i": "italic", A + "sup": "raised"}
_ITEM = re.compile(r"\d{1,3}(?:\s?\(?[a-z]{1,4}\))*")
_YEARS = range(1945, 2100)
"""What may stand as number of a session that is counted by years ("2025 session")."""


def read_akn(data: bytes, name: str, budget: Budget | None = None) -> Layout:
    """A file of Akoma Ntoso 3.0 as lines, one a paragraph or heading; all on page 1.

    Entities are not expanded, and nothing is fetched.

    Args:
        data: the file's bytes.
        name: what errors call the file.
        budget: how much of it may be read.

    Raises:
        UnreadableError: there is nothing to read in it.
        TooLargeError: it becomes a tree too large.
    """
    budget = budget or Budget(name=name)
    check_tree(data, budget, name, "the markup")
    parser = etree.XMLParser(
        recover=True,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    tree = etree.fromstring(data, parser)
    root = next(iter(tree), None) if tree is not None else None
    if root is None:
        raise UnreadableError(name, "the markup has no document", "fetch the file again")
    sheet = _Sheet(Sheet(budget))
    for part in root.iterchildren(*(A + name for name in _PARTS)):
        sheet.set(part)
    sheet.end()
    masthead, language = _masthead(root)
    if not sheet.sheet.page.lines and not masthead.symbol:
        raise UnreadableError(name, "the markup has no text", "fetch the file again")
    found = list(_mended(parser))
    return Layout("akn", AKN, [sheet.sheet.page], found, masthead=masthead, language=language)


def _mended(parser: etree.XMLParser) -> Iterator[Diagnostic]:
    if errors := list(parser.error_log):
        first = f"line {errors[0].line}: {errors[0].message}"
        message = f"The markup is not sound ({first}); what can be read was read."
        yield Diagnostic(code="markup-mended", severity="warning", message=message)


class _Sheet:
    """Sets the elements of a document in order; notes come behind the text."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self._label = ""
        self._notes: list[etree._Element] = []

    def set(self, element: etree._Element) -> None:
        """Set an element: a line where it is a leaf, else what is in it."""
        if element.tag == A + "num":
            self._label = " ".join("".join(element.itertext()).split())
        elif element.tag in _LEAVES and not any(child.tag in _LEAVES for child in element):
            how = Setting(heading=2 if element.tag in _HEADINGS else 0, label=self._label, strict=True)
            if self.sheet.add(list(self._pieces(element, Style())), how):
                self._label = ""
        else:
            for child in element.iterchildren(tag=etree.Element):
                self.set(child)

    def end(self) -> None:
        """Set the notes."""
        for note in self._notes:
            mark = note.get("marker", "").strip("()[] ")
            for line in self.sheet.add(list(self._pieces(note, Style())), Setting(strict=False)):
                line.region, line.mark = "note", mark or None
        self._notes.clear()

    def _pieces(self, element: etree._Element, style: Style) -> Iterator[Piece]:
        if element.text:
            yield Piece(element.text, style)
        for child in element:
            if child.tag == A + "authorialNote":
                self._notes.append(child)
                yield Piece(child.get("marker", "").strip("()[] "), style._replace(raised=True), mark=True)
            elif child.tag in _BREAKS:
                yield BREAK
            elif isinstance(child.tag, str) and child.tag not in _ASIDE:  # an entity has no name
                yield from self._pieces(child, _styled(child, style))
                if child.tag in _LEAVES:
                    yield BREAK
            if child.tail:
                yield Piece(child.tail, style)


def _styled(element: etree._Element, style: Style) -> Style:
    names = {_SET[each] for each in element.get("class", "").split() if each in _SET}
    if element.tag in _TAGS:
        names.add(_TAGS[element.tag])
    return style._replace(**dict.fromkeys(names, True)) if names else style


def _masthead(root: etree._Element) -> tuple[Header, str | None]:
    """The masthead as the cover has it, in the model's terms."""
    _, language = read_kind(root)
    cover, _ = read_cover(root)
    fields = {name: value for name, value in cover.items() if name != "session" and value}
    fields |= {name: day(fields[name]) for name in ("date", "starts", "ends") if name in fields}
    known = vocabulary(language or FALLBACK)
    if distribution := fields.get("distribution"):
        fields["distribution"] = known.distributions.get(plain(known.labels.sub("", distribution)))
    named = (_ITEM.match(latin_items(item, known.language)) for item in fields.pop("agenda_items", ()))
    items = tuple(plain_key(item[0]) for item in named if item)
    number = cover["session"]["number"]
    session = Session(number=None if number in _YEARS else number, text=cover["session"]["text"])
    return Header(**fields, agenda_items=items, session=session), language
