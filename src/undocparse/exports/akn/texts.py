"""Texts read from markup, with the references that stand in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from undocparse.exports.akn.sheet import ITEM, MENTION, A, O

_BLANKS = re.compile(r"[ \t\r\n]+")
_ASIDE = {A + "authorialNote", A + "noteRef", A + "num"}
_BREAKS = {A + "br", A + "eol"}
_LINKS = {A + "ref", A + "a"}
_NUMBER = re.compile(r"_(\d+)$")


class Part(dict[str, Any]):
    """An object of the model in the making.

    Attributes:
        eid: of the element that it was read from; empty where it has none.
        text: the element that holds its text.
    """

    eid = ""
    text: etree._Element | None = None


class Text:
    """The text of an element on one line with single blanks; notes are left out.

    Attributes:
        spans: each link with the characters that it stands over, in the order of their beginnings.
    """

    def __init__(self, element: etree._Element) -> None:
        self._said: list[str] = []
        self._length = 0
        self._blank = False
        self.spans: list[tuple[etree._Element, int, int]] = []
        self._read(element)

    def __str__(self) -> str:
        return "".join(self._said)

    def _read(self, element: etree._Element) -> None:
        self._add(element.text)
        for child in element:
            if child.tag in _LINKS:
                at, start = len(self.spans), self._length + (self._blank and self._length > 0)
                self._read(child)
                self.spans.insert(at, (child, start, max(self._length, start)))
            elif child.tag in _BREAKS:
                self._blank = True
            elif child.tag not in _ASIDE:
                self._read(child)
            self._add(child.tail)

    def _add(self, text: str | None) -> None:
        for index, piece in enumerate(_BLANKS.split(text or "")):
            self._blank = self._blank or index > 0
            if piece:
                said = " " + piece if self._blank and self._length else piece
                self._said.append(said)
                self._length += len(said)
                self._blank = False


class Entities:
    """What `<references>` declares.

    Args:
        root: of the document.
    """

    def __init__(self, root: etree._Element) -> None:
        found = root.iterfind(f"{A}meta/{A}references/*[@eId]")
        self._known = {f"#{element.get('eId')}": element for element in found}

    def items(self, element: etree._Element) -> list[str]:
        """Keys of the agenda items that an element refers to."""
        named = [name for name in refers(element) if name.startswith(f"#{ITEM}")]
        return [self._known[name].get("showAs", "") for name in named if name in self._known]

    def reference(self, link: etree._Element, text: str) -> Part:
        """The mention that a link is, without its place."""
        named = [self._known[name] for name in refers(link) if name in self._known]
        target = next((each for each in named if each.tag == A + "TLCReference"), None)
        href = link.get("href", "")
        part = Part(
            kind=target.get("name") if target is not None else "document",
            number=target.get("showAs", "").strip() or None if target is not None else text or None,
            body=target.get("shortForm") if target is not None else None,
            text=text,
            uri=href if href and not href.startswith("#") else None,
            **{name: link.get(O + name) for name in MENTION},
        )
        part["via"] = part["via"] or "explicit"
        part.eid = link.get("eId", "")
        return part


def refers(element: etree._Element) -> list[str]:
    """What an element refers to: `["#symbol"]`."""
    return (element.get("refersTo") or "").split()


def child_text(element: etree._Element, *path: str) -> str | None:
    """The text of a descendant; null where there is none, or nothing in it."""
    found = element.find("/".join(A + name for name in path))
    return None if found is None else str(Text(found)) or None


def in_order(parts: list[Part]) -> list[Part]:
    """Parts as their identifiers are numbered; as they stand in the file where one has no number."""
    numbers = [_NUMBER.search(part.eid) for part in parts]
    if not all(numbers):
        return parts
    ranked = sorted(zip(numbers, range(len(parts)), strict=True), key=lambda pair: (int(pair[0][1]), pair[1]))  # type: ignore[index]
    return [parts[index] for _, index in ranked]


def links_of(part: Part) -> Iterator[tuple[etree._Element, int, int, str]]:
    """The links in a part's text: element, first character, character after the last, text."""
    holder = getattr(part, "text", None)
    if holder is not None:
        text = Text(holder)
        for element, start, end in text.spans:
            yield element, start, end, str(text)[start:end]
