"""A document as comparing sees it: its parts by pointer, their texts, and the references in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from undocparse.compare.evidence import Evidence, Span, evidence_of
from undocparse.compare.sequence import Strand
from undocparse.model import AgendaItem, Document, Reference
from undocparse.model.pointers import value_at


class Version:
    """One version of a document.

    Attributes:
        document: the document.
        items: agenda items by pointer, in document order.
        references: pointers of references by the pointer of the text that they stand in.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self.items = dict(_items(document.agenda.root, "/agenda"))
        self.references: defaultdict[str, list[str]] = defaultdict(list)
        for index, reference in enumerate(document.references):
            self.references[reference.where.path or ""].append(f"/references/{index}")

    def text(self, pointer: str) -> str | None:
        """The string at a pointer."""
        found = value_at(self.document, pointer)
        return None if found is None else str(found)

    def reference(self, pointer: str) -> Reference:
        """The reference at a pointer."""
        return self.document.references[int(pointer.rpartition("/")[2])]

    def evidence(self, pointer: str) -> Evidence:
        """What the text at a pointer says in the same way in all languages, references apart."""
        where = [self.reference(each).where for each in self.references.get(pointer, ())]
        spans: set[Span] = {(each.start, each.end) for each in where if each.start is not None and each.end}
        return evidence_of(self.text(pointer) or "", self.document.language, tuple(sorted(spans)))

    def strand(self, pointer: str, number: str | None = None, extra: tuple[str | None, ...] = ()) -> Strand:
        """The text at a pointer for aligning.

        Args:
            pointer: of the text.
            number: its printed number.
            extra: further facts: its symbol.
        """
        found = self.evidence(pointer)
        targets = (self.reference(each) for each in self.references.get(pointer, ()))
        named = (f"{each.kind} {each.number}" for each in targets if each.number)
        facts = frozenset((*found.days, *found.times, *found.numbers, *named, *filter(None, extra)))
        return Strand(self.text(pointer) or "", facts, number)


def _items(items: tuple[AgendaItem, ...], path: str) -> Iterator[tuple[str, AgendaItem]]:
    for index, item in enumerate(items):
        pointer = f"{path}/{index}"
        yield pointer, item
        yield from _items(item.items, f"{pointer}/items")
