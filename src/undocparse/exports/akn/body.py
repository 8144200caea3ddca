"""The main body: groups, items, what is said of them, and what stands nowhere else."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from lxml import etree

from undocparse.exports.akn.iris import quoted
from undocparse.exports.akn.sheet import Sheet
from undocparse.model import AgendaItem, Annotation, ListedDocument, Paragraph, Reference
from undocparse.model.annotations import Contact
from undocparse.model.place import Where
from undocparse.symbols import from_canonical

ANNOTATION = "annotation"
CONTACT = "contact"
LINES = "unassigned"
FOOTNOTES = "footnotes"
KINDS = ("mandate", "background", "action", "logistics", "documentation")
STATUSES = ("issued", "forthcoming")
ACTIONS = {"decision": "forDecision", "information": "forInformation"}


class Body:
    """Writes `<mainBody>`.

    Annotations stand in the item that they are about, in the first one where they are about several; those
    about no item of the agenda stand before the agenda, or behind it where they are printed behind others.

    Args:
        sheet: to write on.
    """

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        document = sheet.document
        keys = {item.key for item in document.agenda.walk()}
        self._of: dict[str, list[int]] = {}
        self._free: list[int] = []
        for number, annotation in enumerate(document.annotations):
            home = next((key for key in annotation.items if key in keys), None)
            if home is None:
                self._free.append(number)
            else:
                self._of.setdefault(home, []).append(number)

    def write(self, root: etree._Element) -> None:
        """Adds the main body."""
        sheet, document = self._sheet, self._sheet.document
        body = sheet.element(root, "mainBody")
        placed = [number for numbers in self._of.values() for number in numbers]
        first = min(placed, default=len(document.annotations))
        for number in (number for number in self._free if number < first):
            self._annotation(body, number)
        self._items(body, document.agenda.root, "/agenda")
        for number in (number for number in self._free if number > first):
            self._annotation(body, number)
        self._footnotes(body)
        self._lines(body)
        if not len(body):
            sheet.element(body, "p")

    def _items(
        self, parent: etree._Element, items: Sequence[AgendaItem], path: str, above: str | None = None
    ) -> None:
        """Writes siblings; those that share the group of the item above need no section of their own."""
        numbered = list(enumerate(items))
        for group, members in groupby(numbered, key=lambda pair: pair[1].group):
            home = parent
            if group is not None and group != above:
                home = self._sheet.element(parent, "section", eid=self._sheet.numbered("group"))
                self._sheet.element(home, "heading", group)
            for number, item in members:
                self._item(home, item, f"{path}/{number}")

    def _item(self, parent: etree._Element, item: AgendaItem, path: str) -> None:
        sheet = self._sheet
        made = sheet.element(parent, "paragraph", eid=f"item_{item.key}", refersTo=sheet.item(item.key))
        if item.label is not None:
            sheet.element(made, "num", item.label)
        sheet.fill(sheet.element(made, "heading"), item.title, f"{path}/title")
        for number, entry in enumerate(item.entries, 1):
            point = sheet.element(made, "indent", eid=f"{made.get('eId')}__indent_{number}")
            self._content(point, entry, f"{path}/entries/{number - 1}")
        for number in self._of.pop(item.key, ()):
            self._annotation(made, number)
        self._items(made, item.items, f"{path}/items", item.group)

    def _content(self, parent: etree._Element, text: str, path: str) -> None:
        content = self._sheet.element(parent, "content")
        self._sheet.fill(self._sheet.element(content, "p"), text, path)

    def _annotation(self, parent: etree._Element, number: int) -> None:
        sheet = self._sheet
        annotation = sheet.document.annotations[number]
        eid = f"annotation_{number + 1}"
        made = sheet.element(parent, "hcontainer", eid=eid, name=ANNOTATION)
        made.set("refersTo", self._about(annotation))
        if annotation.heading is not None:
            sheet.element(made, "heading", annotation.heading)
        self._paragraphs(made, annotation.paragraphs, f"/annotations/{number}/paragraphs")
        self._documents(made, annotation.documents, f"/annotations/{number}/documents")
        for index, each in enumerate(annotation.contacts, 1):
            self._contact(made, each, f"{eid}__contact_{index}")

    def _about(self, annotation: Annotation) -> str:
        sheet = self._sheet
        named = [sheet.concept(ANNOTATION), *(sheet.item(key) for key in annotation.items)]
        if annotation.action:
            named.append(sheet.concept(ACTIONS[annotation.action]))
        return " ".join(named)

    def _paragraphs(self, parent: etree._Element, paragraphs: Sequence[Paragraph], path: str) -> None:
        sheet, above = self._sheet, None
        for number, paragraph in enumerate(paragraphs):
            if paragraph.heading != above:
                sheet.element(parent, "crossHeading", paragraph.heading or "")
                above = paragraph.heading
            made = sheet.element(parent, "paragraph", eid=f"{parent.get('eId')}__para_{number + 1}")
            if paragraph.kind:
                made.set("refersTo", sheet.concept(paragraph.kind))
            if paragraph.number is not None:
                sheet.element(made, "num", paragraph.number)
            self._content(made, paragraph.text, f"{path}/{number}/text")

    def _documents(self, parent: etree._Element, documents: Sequence[ListedDocument], path: str) -> None:
        if not documents:
            return
        sheet, eid = self._sheet, parent.get("eId")
        clause = sheet.element(parent, "clause", eid=f"{eid}__citations", refersTo=sheet.concept("citations"))
        for number, listed in enumerate(documents):
            point = sheet.element(clause, "point", eid=f"{eid}__doc_{number + 1}")
            named = [name for name in (listed.status, ACTIONS.get(listed.action or "")) if name]
            if named:
                point.set("refersTo", " ".join(sheet.concept(name) for name in named))
            if listed.symbol is not None:
                num = sheet.element(point, "num")
                sheet.link(num, self._pointer(listed.symbol), listed.symbol)
            if listed.title is not None:
                sheet.element(point, "heading", listed.title)
            self._content(point, listed.text, f"{path}/{number}/text")

    def _pointer(self, symbol: str) -> Reference:
        """A reference to a listed document, as one in a text would be."""
        known = from_canonical(symbol)
        uri = known.uri(self._sheet.document.language or "en") if known.parts else None
        return Reference(
            kind="document", number=symbol, text=symbol, uri=uri, where=Where(section="annotations")
        )

    def _contact(self, parent: etree._Element, contact: Contact, eid: str) -> None:
        sheet = self._sheet
        made = sheet.element(parent, "hcontainer", eid=eid, name=CONTACT)
        content = sheet.element(made, "content")
        sheet.element(content, "p", contact.text)
        row = sheet.element(content, "p", kind=CONTACT)
        if contact.name is not None:
            person = sheet.named("TLCPerson", "person", contact.name)
            sheet.element(row, "person", contact.name, refersTo=person)
        if contact.post is not None:
            post = sheet.named("TLCRole", "post", contact.post)
            sheet.element(row, "role", contact.post, refersTo=post)
        if contact.telephone is not None:
            sheet.element(row, "inline", contact.telephone, name="telephone")
        if contact.email is not None:
            sheet.element(row, "a", contact.email, href=f"mailto:{quoted(contact.email, '@')}")
        for said in row[:-1]:
            said.tail = ", "
        if not len(row):
            content.remove(row)

    def _footnotes(self, body: etree._Element) -> None:
        sheet = self._sheet
        notes = sheet.document.footnotes
        if not notes:
            return
        row = sheet.element(sheet.element(body, "container", eid=FOOTNOTES, name=FOOTNOTES), "p")
        for number, note in enumerate(notes):
            eid = f"note_{number + 1}"
            made = sheet.element(row, "authorialNote", eid=eid, marker=note.mark, placement="bottom")
            sheet.fill(sheet.element(made, "p"), note.text, f"/footnotes/{number}/text")

    def _lines(self, body: etree._Element) -> None:
        sheet = self._sheet
        lines = sheet.document.unassigned
        if not lines:
            return
        home = sheet.element(body, "container", eid=LINES, name=LINES)
        for number, line in enumerate(lines):
            sheet.fill(sheet.element(home, "p"), line, f"/unassigned/{number}")
