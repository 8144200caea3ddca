"""The whole of one document."""

from __future__ import annotations

from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from pydantic import PrivateAttr, ValidationError, model_validator

from undocparse.errors import UnreadableError
from undocparse.model.agenda import Agenda
from undocparse.model.annotations import Annotation
from undocparse.model.chunks import LONGEST_CHUNK, Chunk, chunks_of
from undocparse.model.citations import citations_of
from undocparse.model.diagnostics import Diagnostic, Footnote
from undocparse.model.header import Header
from undocparse.model.item_view import ItemView
from undocparse.model.place import Model, Where
from undocparse.model.pointers import value_at
from undocparse.model.references import Citation, Reference
from undocparse.model.tables import Table
from undocparse.model.timetable import Timetable, TimetableGrid, seated

if TYPE_CHECKING:
    from undocparse.exports.flat.frames import FrameLibrary

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
        reader: `pdf`, `docx`, `doc`, `html`, `akn`, `text` or `markdown`.
        program: what read it, with its version ("undocparse 0.1.0"); empty for a document made by hand.
    """

    name: str
    sha256: str
    media_type: str
    pages: int
    reader: str
    program: str = ""


class Document(Model):
    """One meeting document, read whole.

    `agenda.walk()` gives all items, `item("1.a")` one of them with all that the document says of it. Equal
    documents are of the same file; `hash` goes by that file.

    Attributes:
        schema_version: of the JSON; the first number changes when names do.
        source: the file that was read.
        document_type: what kind of document it is.
        language: BCP 47 primary subtag.
        header: the masthead.
        agenda: its items.
        annotations: what is said of them, in document order.
        timetable: its sittings.
        timetable_grids: the printed tables that they were read from.
        tables: all tables, those among them.
        footnotes: in document order.
        references: one a mention, in document order.
        diagnostics: what was deduced, mended, doubtful or not read.
        unassigned: lines that no part has.
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
    def _tell_its_parts(self) -> Document:
        """Tell the timetable its grids, each sitting where the body meets; neither is a field of theirs."""
        self.__dict__["timetable"] = seated(self.timetable, self.header.place, self.header.body_key)
        self.timetable._grids = self.timetable_grids
        return self

    def __hash__(self) -> int:
        return hash((self.source.sha256, self.source.name))

    @property
    def layout(self) -> Any:
        """Pages, lines and who claimed them; only after `parse(..., keep_layout=True)`, else null."""
        return self._layout

    @property
    def text(self) -> str:
        """What the document says, in order: masthead, agenda, annotations, timetable, footnotes, the rest."""
        from undocparse.exports.running_text import to_text  # noqa: PLC0415 - loaded when asked for only

        return to_text(self)

    def item(self, key: str) -> ItemView:
        """The agenda item with this key, and all that the document says of it.

        Args:
            key: `1.a`, or as documents print it: "1 (a)", "Item 1 (a)".

        Raises:
            NoSuchKeyError: the agenda has no such item.
        """
        return ItemView(self, self.agenda[key])

    def citations(self) -> tuple[Citation, ...]:
        """What the document cites: one entry a target, with a count of mentions and the items they are in."""
        return citations_of(self.references)

    def chunks(self, longest: int = LONGEST_CHUNK) -> tuple[Chunk, ...]:
        """The document in pieces for a search index, each of one item, with its path, pages and boxes.

        Args:
            longest: characters of a piece at most; a paragraph that is longer is cut between sentences.
        """
        return chunks_of(self, longest)

    def text_at(self, where: Where) -> str | None:
        """The characters that a reference or diagnostic is about; null where it is about no text.

        Raises:
            NoSuchKeyError: the document has no value at `where.path`.
        """
        if where.path is None:
            return None
        return str(value_at(self, where.path))[where.start : where.end]

    def to_dict(self) -> dict[str, Any]:
        """The document as JSON has it, in dictionaries and lists."""
        return self.model_dump(mode="json")

    def to_json(self, *, indent: int | None = None) -> str:
        """The document as JSON; `undocparse schema` prints its schema."""
        return self.model_dump_json(indent=indent)

    def to_markdown(self) -> str:
        """Masthead, agenda, annotations and timetable as Markdown."""
        return str(self._written("markdown"))

    def to_html(self) -> str:
        """The document as one HTML page that needs nothing else.

        Raises:
            MissingExtraError: the extra `view` is not installed.
        """
        return str(self._written("html"))

    def to_ics(self) -> str:
        """The timetable as a calendar.

        Raises:
            MissingExtraError: the extra `calendar` is not installed.
        """
        return str(self._written("ics"))

    def to_akn(self) -> str:
        """The document in the United Nations' own markup, Akoma Ntoso 3.0."""
        return str(self._written("akn"))

    def frames(self, library: FrameLibrary | None = None) -> dict[str, Any]:
        """All tables of `docs/codebook.md` as data frames, by name: `agenda`, `sittings`, `references`, ….

        Args:
            library: which to use; by default polars if it is installed, else pandas.

        Raises:
            MissingExtraError: the library is not installed.
        """
        from undocparse.exports.flat.frames import frames_of  # noqa: PLC0415 - loaded when asked for only

        return frames_of(self, library)

    def to_csv(self, table: str = "agenda") -> str:
        """One of these tables as CSV that no spreadsheet calculates.

        Raises:
            NoSuchKeyError: there is no such table.
        """
        from undocparse.exports.flat import to_csv  # noqa: PLC0415 - loaded when asked for only

        return to_csv(self, table)

    def to_xlsx(self) -> bytes:
        """All of these tables as a workbook, a sheet a table.

        Raises:
            MissingExtraError: the extra `excel` is not installed.
        """
        from undocparse.exports.flat import to_xlsx  # noqa: PLC0415 - loaded when asked for only

        return to_xlsx(self)

    def save(self, path: str | PathLike[str]) -> Path:
        """Write the document to a file, in the form that its suffix names (`.json`, `.md`, `.ics`, …).

        Returns:
            The file's path.

        Raises:
            UndocparseError: no form has this suffix, or an extra is missing that it needs.
            OSError: the file cannot be written.
        """
        from undocparse.exports.formats import format_of  # noqa: PLC0415 - loaded when asked for only

        target = Path(path)
        written = format_of(target).write(self)
        target.write_bytes(written.encode("utf-8") if isinstance(written, str) else written)
        return target

    @classmethod
    def from_json(cls, text: str | bytes) -> Document:
        """The document that `to_json` wrote.

        Raises:
            UnreadableError: the text is no JSON of this schema version.
        """
        try:
            return cls.model_validate_json(text)
        except ValidationError as error:
            raise UnreadableError("JSON", _why(error), _REMEDY) from error

    def _written(self, form: str) -> str | bytes:
        from undocparse.exports.formats import FORMATS  # noqa: PLC0415 - loaded when asked for only

        return FORMATS[form].write(self)

    def __repr__(self) -> str:
        named = self.header.symbol or self.source.name
        counts = (
            f"{len(self.agenda)} items, {len(self.annotations)} annotations, {len(self.timetable)} sittings"
        )
        return f"<Document {named!r} {self.document_type} {self.language}: {counts}>"

    __str__ = __repr__

    def __rich__(self) -> Any:
        from rich.console import Group  # noqa: PLC0415 - on terminals only

        from undocparse.exports.summary import summary  # noqa: PLC0415

        return Group(*summary(self))

    def _repr_html_(self) -> str:
        from undocparse.exports.notebook import document_html  # noqa: PLC0415 - in notebooks only

        return document_html(self)


def _why(error: ValidationError) -> str:
    """What a schema finds wrong first, in a few words."""
    first = error.errors(include_url=False, include_input=False)[0]
    where = "/".join(map(str, first["loc"]))
    return f"this is no document of schema {SCHEMA_VERSION}: {where} {first['msg']}".replace("  ", " ")


_REMEDY = "parse the source again if another version of undocparse wrote it"
