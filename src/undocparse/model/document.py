"""The whole of one document."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import PrivateAttr, model_validator

from undocparse.model.agenda import Agenda, AgendaItem
from undocparse.model.annotations import Annotation
from undocparse.model.citations import citations_of
from undocparse.model.diagnostics import Diagnostic, Footnote
from undocparse.model.header import Header
from undocparse.model.item_view import ItemView
from undocparse.model.place import Model
from undocparse.model.references import Citation, Reference
from undocparse.model.tables import Table
from undocparse.model.timetable import Timetable, TimetableGrid

SCHEMA_VERSION: Literal["1.0"] = "1.0"
DocumentType = Literal[
    "preliminary_list", "provisional_agenda", "annotated_agenda", "agenda", "organization_of_work", "other"
]


class Source(Model):
    """The file that was read.

    Attributes:
        name: as the caller named it, without folders.
        sha256: of its bytes, in hexadecimal.
        media_type: by content, not by name.
        pages: number of pages; 1 where the format has none.
        reader: `pdf`, `docx`, `doc`, `text` or `markdown`.
    """

    name: str
    sha256: str
    media_type: str
    pages: int
    reader: str


class Document(Model):
    """One meeting document, read whole.

    `agenda.walk()` gives all items, `item("1.a")` one of them with all that the document says of it.
    """

    schema_version: Literal["1.0"] = SCHEMA_VERSION
    source: Source
    document_type: DocumentType = "other"
    language: str | None = None
    header: Header = Header()
    agenda: Agenda = Agenda()
    annotations: tuple[Annotation, ...] = ()
    timetable: Timetable = Timetable()
    timetable_grids: tuple[TimetableGrid, ...] = ()
    tables: tuple[Table, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    references: tuple[Reference, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    unassigned: tuple[str, ...] = ()
    _layout: Any = PrivateAttr(default=None)

    @model_validator(mode="after")
    def _give_timetable_its_grids(self) -> Document:
        self.timetable._grids = self.timetable_grids
        return self

    @property
    def layout(self) -> Any:
        """Pages, lines and who claimed them; only after `parse(..., keep_layout=True)`, else null."""
        return self._layout

    def item(self, key: str) -> ItemView:
        """The agenda item with this key, and all that the document says of it.

        Raises:
            KeyError: the agenda has no such item.
        """
        return ItemView(self, self._agenda_item(key))

    def _agenda_item(self, key: str) -> AgendaItem:
        for item in self.agenda.walk():
            if item.key == key:
                return item
        raise KeyError(key)

    def citations(self) -> tuple[Citation, ...]:
        """What the document cites: one entry a target, with a count of mentions and the items they are in."""
        return citations_of(self.references)

    def to_json(self, *, indent: int | None = None) -> str:
        """The document as JSON; the schema is `Document.model_json_schema()`."""
        return self.model_dump_json(indent=indent)

    @classmethod
    def from_json(cls, text: str | bytes) -> Document:
        """The document that `to_json` wrote.

        Raises:
            pydantic.ValidationError: the text is no JSON of this schema version.
        """
        return cls.model_validate_json(text)
