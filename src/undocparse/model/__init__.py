"""The object model; it knows nothing of files, pages or languages."""

from undocparse.model.agenda import Agenda, AgendaItem
from undocparse.model.annotations import Annotation, Contact, ListedDocument, Paragraph
from undocparse.model.chunks import Chunk
from undocparse.model.diagnostics import Diagnostic, Footnote
from undocparse.model.document import SCHEMA_VERSION, Document, Source
from undocparse.model.header import Header, Session
from undocparse.model.item_view import ItemView
from undocparse.model.place import Box, Place, Where
from undocparse.model.references import Citation, Reference
from undocparse.model.tables import Table, TableCell
from undocparse.model.timetable import Entry, GridCell, Sitting, Timetable, TimetableGrid

__all__ = [
    "SCHEMA_VERSION",
    "Agenda",
    "AgendaItem",
    "Annotation",
    "Box",
    "Chunk",
    "Citation",
    "Contact",
    "Diagnostic",
    "Document",
    "Entry",
    "Footnote",
    "GridCell",
    "Header",
    "ItemView",
    "ListedDocument",
    "Paragraph",
    "Place",
    "Reference",
    "Session",
    "Sitting",
    "Source",
    "Table",
    "TableCell",
    "Timetable",
    "TimetableGrid",
    "Where",
]
