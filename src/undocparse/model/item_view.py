"""One agenda item together with all that the document says of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

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
    def level(self) -> int:
        """1 for an item of the first level, 2 for its sub-items."""
        return self.item.level

    @property
    def parent(self) -> ItemView | None:
        """The item above; null for an item of the first level."""
        above = self.item.parent_key
        return self.document.item(above) if above and above in self.document.agenda else None

    @property
    def path(self) -> tuple[AgendaItem, ...]:
        """The items from the first level down to this one, itself included."""
        return self.document.agenda.path(self.key)

    @property
    def mandates(self) -> tuple[Reference, ...]:
        """What brackets at the end of the title refer to: "General debate (resolution 57/301)"."""
        opening = self.title.rfind("(") if self.title.endswith(")") else len(self.title)
        return tuple(
            each
            for each in self.references
            if each.where.section == "agenda" and (each.where.start or 0) >= opening
        )

    @property
    def text(self) -> str:
        """The title and all that its annotations say, a paragraph on each line."""
        return "\n".join([self.title, *(paragraph.text for paragraph in self.paragraphs)])

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

    def __repr__(self) -> str:
        return (
            f"<ItemView {self.key} {self.title!r}: {len(self.paragraphs)} paragraphs, "
            f"{len(self.documents)} documents, {len(self.sittings)} sittings>"
        )

    def __rich__(self) -> Any:
        from rich.console import Group  # noqa: PLC0415 - on terminals only

        from undocparse.exports.summary import item_parts  # noqa: PLC0415

        return Group(*item_parts(self))

    def _repr_html_(self) -> str:
        from undocparse.exports.notebook import item_html  # noqa: PLC0415 - in notebooks only

        return item_html(self)
