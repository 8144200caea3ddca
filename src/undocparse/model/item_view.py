"""One agenda item together with all that the document says of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from undocparse.model.agenda import AgendaItem
from undocparse.model.annotations import Annotation, ListedDocument, Paragraph
from undocparse.model.references import Reference
from undocparse.model.timetable import Sitting

if TYPE_CHECKING:
    from undocparse.model.document import Document


@dataclass(frozen=True)
class ItemView:
    """An item of `document.agenda`, with its annotations, documents, sittings and references."""

    document: Document
    item: AgendaItem

    @property
    def key(self) -> str:
        """`1`, `1.a`, `1.a.i`."""
        return self.item.key

    @property
    def title(self) -> str:
        """The item's title."""
        return self.item.title

    @property
    def annotations(self) -> tuple[Annotation, ...]:
        """All annotations whose heading covers the item."""
        return tuple(a for a in self.document.annotations if self.key in a.items)

    @property
    def annotation(self) -> Annotation | None:
        """The first annotation of the item; null where it has none."""
        return next(iter(self.annotations), None)

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs of all its annotations."""
        return tuple(p for a in self.annotations for p in a.paragraphs)

    @property
    def documents(self) -> tuple[ListedDocument, ...]:
        """The documents listed under the item."""
        return tuple(d for a in self.annotations for d in a.documents)

    @property
    def sittings(self) -> tuple[Sitting, ...]:
        """The sittings that take the item up."""
        return tuple(s for s in self.document.timetable if any(self.key in e.items for e in s.entries))

    @property
    def references(self) -> tuple[Reference, ...]:
        """The references made under the item."""
        return tuple(r for r in self.document.references if self.key in r.where.items)
