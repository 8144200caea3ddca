"""A document as Akoma Ntoso."""

from __future__ import annotations

from typing import Any

from lxml import etree

from undocparse.exports.akn.body import Body
from undocparse.exports.akn.cover import write_cover
from undocparse.exports.akn.metadata import class_of, write_entities, write_foot, write_identification
from undocparse.exports.akn.reading import Reading
from undocparse.exports.akn.rest import add, differences, write_rest
from undocparse.exports.akn.sheet import NAMESPACES, A, Sheet
from undocparse.exports.akn.timetable import write_timetable
from undocparse.model import Document

_BLOCKS = {"p", "num", "heading", "subheading", "crossHeading", "field"}
"""What holds running text: a blank more in one of them would be one of the text."""


def to_akn(document: Document) -> str:
    """The document as one file of Akoma Ntoso 3.0, with the XML declaration; `from_akn` reads it back.

    Masthead, agenda, annotations, timetable, footnotes and references are markup as the UN's guidelines
    (AKN4UN) and its editors have it. All else stands in `<proprietary>`. The same document gives the same
    file.
    """
    sheet = Sheet(document)
    tree = etree.Element(A + "akomaNtoso", nsmap=NAMESPACES)
    tag, name = class_of(document)
    root = sheet.element(tree, tag, name=name)
    root.set("contains", "originalVersion")
    meta = sheet.element(root, "meta")
    write_identification(sheet, meta)
    write_cover(sheet, root)
    Body(sheet).write(root)
    write_timetable(sheet, root)
    write_foot(sheet, meta)
    presentation = meta[1:]
    write_entities(sheet, meta)
    meta.extend(presentation)
    _add_rest(sheet, root, meta)
    _indent(tree, 0)
    text: bytes = etree.tostring(tree, encoding="UTF-8", xml_declaration=True)
    return text.decode() + "\n"


def _add_rest(sheet: Sheet, root: etree._Element, meta: etree._Element) -> None:
    """Reads what is written, and adds what is not in it."""
    true = _listed(sheet.document.model_dump())
    mentions = true.pop("references")
    reading = Reading(root)
    rest = [*differences(true, reading.whole)]
    add(rest, reading.whole)
    found = {number: part for number, part in reading.references() if number is not None}
    for number, part in found.items():
        rest += differences(mentions[number - 1], part)
    left = {number: each for number, each in enumerate(mentions, 1) if number not in found}
    write_rest(rest, left, meta)


def _listed(value: Any) -> Any:
    """A model as JSON would have it; texts may hold what no JSON can."""
    if isinstance(value, dict):
        return {name: _listed(each) for name, each in value.items()}
    return [_listed(each) for each in value] if isinstance(value, (list, tuple)) else value


def _indent(element: etree._Element, depth: int) -> None:
    """Sets each element on a line of its own, down to those that hold running text."""
    if not len(element) or etree.QName(element).localname in _BLOCKS:
        return
    element.text = "\n" + " " * (depth + 1)
    for child in element:
        _indent(child, depth + 1)
        child.tail = element.text
    element[-1].tail = "\n" + " " * depth
