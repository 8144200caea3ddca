"""The file that is being written: elements, identifiers, entities, and texts with their references."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from lxml import etree

from undocparse.exports.akn.iris import address_of, quoted
from undocparse.exports.plain import one_line
from undocparse.model import Document, Reference
from undocparse.readers.sniff import OWN_MARKUP

AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
UN = "http://un.org/akn4un"
"""The namespace that the UN's editors give the foot of the first page."""

A = f"{{{AKN}}}"
O = f"{{{OWN_MARKUP}}}"  # noqa: E741 - read as a prefix, beside A
NAMESPACES = {None: AKN, "akn4un": UN, "undocparse": OWN_MARKUP}
ITEM = "agendaItem_"
"""How identifiers of agenda items as concepts begin."""

MENTION = ("pinpoint", "via", "title", "session", "date")
"""What a mention says beside its target, as attributes of its own."""

_WHOLE_ADDRESS = re.compile(r"[a-z]+:|/")
_DEEPEST = 20  # mentions in each other; parsers of XML read 256 elements deep, of which the agenda needs some
_WORDS = re.compile(r"(?<=[a-z])(?=[A-Z])")
_NO_IDENTIFIER = re.compile(r"[^A-Za-z0-9._-]+")


class Sheet:
    """One file of Akoma Ntoso in the making.

    Args:
        document: what is written.

    Attributes:
        entities: what `<references>` declares, by identifier, in the order of first use.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self.entities: dict[str, tuple[str, dict[str, str]]] = {}
        self._identifiers: set[str] = set()
        self._numbers: dict[str, int] = {}
        self._items: dict[str, str] = {}
        self._named: dict[tuple[str, str], str] = {}
        self._targets: dict[tuple[str, ...], str] = {}
        self._mentions: defaultdict[str, list[tuple[int, Reference]]] = defaultdict(list)
        for number, reference in enumerate(document.references):
            self._mentions[reference.where.path or ""].append((number, reference))

    def element(
        self, parent: etree._Element, tag: str, text: str = "", *, eid: str = "", **attributes: str
    ) -> etree._Element:
        """A new last child; its attributes and text are made safe for XML.

        Args:
            parent: to stand in.
            tag: without namespace.
            text: of the document.
            eid: wanted identifier; a number is added where it is taken.
            attributes: by name; `kind` is `class`.
        """
        made = etree.SubElement(parent, A + tag)
        if eid:
            made.set("eId", self.identifier(eid))
        for name, value in attributes.items():
            if value:
                made.set("class" if name == "kind" else name, one_line(value))
        made.text = one_line(text) or None
        return made

    def identifier(self, wanted: str) -> str:
        """An identifier that nothing in the file has yet."""
        stem = found = _NO_IDENTIFIER.sub("-", wanted) or "e"
        number = self._numbers.get(stem, 1)
        while found in self._identifiers:
            number += 1
            found = f"{stem}_{number}"
        self._numbers[stem] = number
        self._identifiers.add(found)
        return found

    def numbered(self, stem: str) -> str:
        """The next of several identifiers to ask for: `group_1`, `group_2`."""
        number = self._numbers[f"{stem}_"] = self._numbers.get(f"{stem}_", 0) + 1
        return f"{stem}_{number}"

    def entity(self, tag: str, eid: str, href: str, show: str = "", **attributes: str) -> str:
        """Declares an entity once.

        Args:
            tag: `TLCConcept` and its like.
            eid: its identifier.
            href: below `/akn/ontology/`, or the whole address.
            show: how it is called; by default as its identifier.
            attributes: further ones.

        Returns:
            What refers to it: `#symbol`.
        """
        eid = _NO_IDENTIFIER.sub("-", eid)
        if eid not in self.entities:
            self._identifiers.add(eid)
            address = href if _WHOLE_ADDRESS.match(href) else f"/akn/ontology/{href}"
            told = {"eId": eid, "href": address_of(address), "showAs": one_line(show or eid)}
            self.entities[eid] = (tag, told | {name: one_line(each) for name, each in attributes.items()})
        return f"#{eid}"

    def concept(self, name: str, kind: str = "concept") -> str:
        """Refers to a concept or role of UN documents; "issuingBody" is shown as "Issuing body"."""
        tag = "TLCRole" if kind == "role" else "TLCConcept"
        return self.entity(
            tag,
            name,
            f"{kind}/un/{quoted(name)}",
            _WORDS.sub(" ", name).capitalize(),
        )

    def named(self, tag: str, stem: str, name: str) -> str:
        """Refers to who or what has a name; the same name is the same entity.

        Args:
            tag: `TLCPerson` and its like.
            stem: of identifiers: "person".
            name: as printed.
        """
        if (tag, name) not in self._named:
            eid = self.identifier(self.numbered(stem))
            kind = tag.removeprefix("TLC").lower()
            self._named[tag, name] = self.entity(tag, eid, f"{kind}/un/{eid}", name or " ")
        return self._named[tag, name]

    def item(self, key: str) -> str:
        """Refers to the agenda item with a key, whether the agenda has it or not."""
        if key not in self._items:
            name = f"{ITEM}{_NO_IDENTIFIER.sub('-', key)}"
            while name in self.entities:  # two keys that no identifier can tell apart
                name += "_"
            said = quoted(key)
            self._items[key] = self.entity("TLCConcept", name, f"concept/un/agendaItem/{said}", key)
        return self._items[key]

    def items(self, keys: Iterable[str]) -> str:
        """Refers to several items."""
        return " ".join(self.item(key) for key in keys)

    def fill(self, element: etree._Element, text: str, path: str) -> None:
        """Writes a text of the model into an element, its references as `ref` over exactly their characters.

        Args:
            element: without text or children.
            text: as the model has it.
            path: JSON pointer to the text.
        """
        open_ones = [(element, len(text))]
        at = 0
        for number, start, end, reference in self._spans(text, path):
            while len(open_ones) > 1 and open_ones[-1][1] <= start:
                _append(open_ones[-1][0], text[at : open_ones[-1][1]])
                at = open_ones.pop()[1]
            if end > open_ones[-1][1] or len(open_ones) > _DEEPEST:
                continue  # no element can begin in another one and end behind it
            _append(open_ones[-1][0], text[at:start])
            open_ones.append((self._mention(open_ones[-1][0], number, reference), end))
            at = start
        while open_ones:
            _append(open_ones[-1][0], text[at : open_ones[-1][1]])
            at = open_ones.pop()[1]

    def _spans(self, text: str, path: str) -> Iterable[tuple[int, int, int, Reference]]:
        spans = []
        for number, reference in self._mentions[path]:
            start, end = reference.where.start, reference.where.end
            if start is not None and end is not None and 0 <= start < end <= len(text):
                spans.append((number, start, end, reference))
        return sorted(spans, key=lambda span: (span[1], -span[2], span[0]))

    def _mention(self, parent: etree._Element, number: int, reference: Reference) -> etree._Element:
        made = self.link(parent, reference, eid=f"ref_{number + 1}")
        for name in MENTION:
            value = getattr(reference, name)
            if value and value != "explicit":
                made.set(O + name, one_line(value))
        return made

    def link(self, parent: etree._Element, to: Reference, text: str = "", eid: str = "") -> etree._Element:
        """A `ref` to what a reference points at: its public link, or the entity where it has none.

        Args:
            parent: to stand in.
            to: what is pointed at.
            text: to stand over.
            eid: wanted identifier.
        """
        target = self._target(to)
        href = address_of(to.uri) if to.uri else target
        return self.element(parent, "ref", text, eid=eid, href=href, refersTo=target)

    def _target(self, reference: Reference) -> str:
        body, number = reference.body or "", reference.number or ""
        key = (reference.kind, number, body, reference.uri or "")
        if key not in self._targets:
            said = "/".join(quoted(part) for part in (reference.kind, body, number) if part)
            href = reference.uri or f"reference/un/{said}"
            more = {"name": reference.kind} | ({"shortForm": body} if body else {})
            eid = self.identifier(f"target_{len(self._targets) + 1}")
            self._targets[key] = self.entity("TLCReference", eid, href, number or " ", **more)
        return self._targets[key]


def _append(element: etree._Element, text: str) -> None:
    piece = one_line(text)
    if len(element):
        element[-1].tail = (element[-1].tail or "") + piece
    else:
        element.text = (element.text or "") + piece
