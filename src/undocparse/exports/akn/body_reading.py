"""Reads the main body back."""

from __future__ import annotations

from typing import Any

from lxml import etree

from undocparse.exports.akn.body import ACTIONS, ANNOTATION, CONTACT, KINDS, LINES, STATUSES
from undocparse.exports.akn.sheet import A
from undocparse.exports.akn.texts import Entities, Part, Text, child_text, in_order, refers

_ACTIONS = {concept: action for action, concept in ACTIONS.items()}


class BodyReading:
    """What a main body says.

    Args:
        root: of the document.
        entities: what it declares.

    Attributes:
        agenda: items of the first level.
        annotations: in document order.
        footnotes: likewise.
        lines: elements of the lines that no section has.
    """

    def __init__(self, root: etree._Element, entities: Entities) -> None:
        self._entities = entities
        self.agenda: list[Part] = []
        self.annotations: list[Part] = []
        self.footnotes: list[Part] = []
        self.lines: list[etree._Element] = []
        body = root.find(f"{A}mainBody")
        if body is not None:
            self.agenda = self._items(body, None)
            self._lines(body)
            self._footnotes(body)
        self.annotations = in_order(self.annotations)

    def _items(self, parent: etree._Element, group: str | None) -> list[Part]:
        found: list[Part] = []
        for child in parent:
            if child.tag == A + "section":
                found += self._items(child, child_text(child, "heading") or "")
            elif child.tag == A + "hcontainer" and child.get("name") == ANNOTATION:
                self.annotations.append(self._annotation(child))
            elif child.tag == A + "paragraph" and self._entities.items(child):
                found.append(self._item(child, group))
        return found

    def _item(self, element: etree._Element, group: str | None) -> Part:
        entries = [str(Text(each)) for each in element.iterfind(f"{A}indent/{A}content/{A}p")]
        part = Part(
            key=self._entities.items(element)[0],
            label=child_text(element, "num"),
            title=child_text(element, "heading") or "",
            group=group,
            entries=entries,
            items=self._items(element, group),
        )
        part.eid, part.text = element.get("eId", ""), element.find(f"{A}heading")
        return part

    def _annotation(self, element: etree._Element) -> Part:
        named = [name.removeprefix("#") for name in refers(element)]
        part = Part(
            items=self._entities.items(element),
            heading=child_text(element, "heading"),
            paragraphs=self._paragraphs(element),
            documents=[_document(each) for each in element.iterfind(f"{A}clause/{A}point")],
            contacts=[_contact(e) for e in element.iterfind(f"{A}hcontainer") if e.get("name") == CONTACT],
            action=next((_ACTIONS[name] for name in named if name in _ACTIONS), None),
        )
        part.eid = element.get("eId", "")
        return part

    @staticmethod
    def _paragraphs(element: etree._Element) -> list[Part]:
        found, above = [], None
        for child in element:
            if child.tag == A + "crossHeading":
                above = str(Text(child)) or None
            elif child.tag == A + "paragraph":
                part = _texted(child, number=child_text(child, "num"), heading=above)
                named = [name.removeprefix("#") for name in refers(child)]
                part["kind"] = next((name for name in named if name in KINDS), None)
                found.append(part)
        return found

    def _lines(self, body: etree._Element) -> None:
        for container in body.iterfind(f"{A}container"):
            if container.get("name") == LINES:
                self.lines += container.iterfind(f"{A}p")

    def _footnotes(self, body: etree._Element) -> None:
        for note in body.iterfind(
            f".//{A}authorialNote"
        ):  # in files of other hands they stand at their marks
            part = Part(mark=note.get("marker", ""), text=str(Text(note)))
            part.eid, part.text = note.get("eId", ""), note
            self.footnotes.append(part)


def _texted(element: etree._Element, **fields: Any) -> Part:
    """A part with the text of the first paragraph in the element's content."""
    found = element.find(f"{A}content/{A}p")
    part = Part(text="" if found is None else str(Text(found)), **fields)
    part.eid, part.text = element.get("eId", ""), found
    return part


def _document(point: etree._Element) -> Part:
    named = [name.removeprefix("#") for name in refers(point)]
    return _texted(
        point,
        symbol=child_text(point, "num", "ref"),
        title=child_text(point, "heading"),
        status=next((name for name in named if name in STATUSES), None),
        action=next((_ACTIONS[name] for name in named if name in _ACTIONS), None),
    )


def _contact(element: etree._Element) -> Part:
    row = f"{A}content/{A}p/{A}"
    return _texted(
        element,
        name=_said(element.find(f"{row}person")),
        post=_said(element.find(f"{row}role")),
        telephone=_said(element.find(f"{row}inline[@name='telephone']")),
        email=_said(element.find(f"{row}a")),
    )


def _said(element: etree._Element | None) -> str | None:
    return None if element is None else str(Text(element)) or None
