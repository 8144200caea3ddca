"""An archive read back: lazy tables, SQL, documents by symbol, and what links them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from undocparse.archive.index import ArchivedDocument, Index
from undocparse.archive.schemas import TABLES
from undocparse.archive.store import ArchiveError, files_of, format_of
from undocparse.archive.streams import frame_types
from undocparse.model import Document, Reference

if TYPE_CHECKING:
    import duckdb
    import polars

    from undocparse.archive.trace import Appearance
    from undocparse.archive.versions import Versions
    from undocparse.exports.citation_graph import CitationGraph


def open_archive(folder: str | Path) -> Archive:
    """The archive that `batch` left in a folder.

    Raises:
        ArchiveError: there is none.
    """
    return Archive(Path(folder))


class Archive:
    """The tables of an archive, as attributes: `archive.items`, `archive.references`, `archive.manifest`, ….

    Each is a lazy polars frame; docs/archive.md has their columns.

    Args:
        folder: as given to `batch`.

    Raises:
        ArchiveError: the folder has no archive.
    """

    def __init__(self, folder: Path) -> None:
        found = format_of(folder)
        if found is None:
            raise ArchiveError(str(folder), "there is no archive here", "make one with `undocparse batch`")
        self.folder = folder
        self.format = found

    def __getattr__(self, name: str) -> polars.LazyFrame:
        if name in TABLES:
            return self.table(name)
        raise AttributeError(f"an archive has no table {name!r}; it has {', '.join(TABLES)}")

    def table(self, name: str) -> polars.LazyFrame:
        """A table by name.

        Raises:
            KeyError: there is no such table.
        """
        import polars  # noqa: PLC0415 - what only reads the manifest of a run needs no frames

        types = frame_types(TABLES[name])
        files = files_of(self.folder, name, self.format)
        if not files:
            return polars.LazyFrame(schema=types)
        if self.format == "parquet":
            return polars.scan_parquet(files)
        return polars.scan_ndjson(files, schema=types)

    def duckdb(self) -> duckdb.DuckDBPyConnection:
        """A connection in memory with a view for each table; `references` and `group` need quotes in SQL."""
        import duckdb  # noqa: PLC0415

        connection = duckdb.connect()
        for name in TABLES:
            files = files_of(self.folder, name, self.format)
            if not files:
                connection.register(name, self.table(name).collect().to_arrow())
                continue
            listed = ", ".join("'" + str(file).replace("'", "''") + "'" for file in files)
            if self.format == "parquet":
                source = f"read_parquet([{listed}])"
            else:
                source = f"read_json([{listed}], format='newline_delimited', columns={_columns(name)})"
            connection.execute(f'CREATE VIEW "{name}" AS SELECT * FROM {source}')
        return connection

    def sql(self, query: str) -> polars.DataFrame:
        """The answer of DuckDB to a query."""
        with self.duckdb() as connection:
            answer: polars.DataFrame = connection.sql(query).pl()
            return answer

    @cached_property
    def index(self) -> Index:
        """The documents by symbol, read once."""
        return Index(self.documents.collect().iter_rows(named=True))

    def resolve(self, target: str | Reference) -> tuple[ArchivedDocument, ...]:
        """The documents of the archive that a symbol or reference names.

        A resolution or decision is found by its number and body where the archive has the document that it
        was published in ("resolution 60/251" is A/RES/60/251). Where the very symbol is not there, its
        revisions are given.
        """
        return self.index.resolve(target)

    def document(self, key: str) -> Document:
        """The whole document with this symbol, or with this SHA-256.

        Of several with the symbol, as language versions are, the first by address.

        Raises:
            KeyError: the archive has none.
        """
        found = self.resolve(key)
        wanted = found[0].document if found else key
        for document in self._whole(wanted):
            return document
        raise KeyError(key)

    def documents_of(self, symbol: str) -> tuple[Document, ...]:
        """All documents with a symbol, in the order of their addresses."""
        return tuple(document for one in self.resolve(symbol) for document in self._whole(one.document))

    def _whole(self, key: str) -> Iterator[Document]:
        import polars  # noqa: PLC0415

        rows = self.json.filter(polars.col("document") == key).collect()
        return (Document.from_json(text) for text in rows["json"])

    def versions(self) -> tuple[Versions, ...]:
        """Language versions and revisions of the same document, together; by symbol."""
        from undocparse.archive.versions import versions_of  # noqa: PLC0415

        return versions_of(self.index.documents)

    def trace(self, title: str, *, likeness: float = 0.8) -> tuple[Appearance, ...]:
        """An agenda item over the sessions, by title and by what its annotations cite.

        Args:
            title: as some agenda has it, in any of the languages.
            likeness: 0 to 1; from here on a title alone is enough.
        """
        from undocparse.archive.trace import trace  # noqa: PLC0415

        return trace(self, title, likeness)

    def graph(self) -> CitationGraph:
        """Who cites what; for networkx, GraphML and Parquet see `undocparse.exports.citation_graph`."""
        from undocparse.archive.graph import graph_of  # noqa: PLC0415

        return graph_of(self)


def _columns(name: str) -> str:
    """The columns of a table with DuckDB's names of their types."""
    named = {
        "string": "VARCHAR",
        "int32": "INTEGER",
        "int64": "BIGINT",
        "double": "DOUBLE",
        "bool": "BOOLEAN",
    }
    named |= {"date32[day]": "DATE", "list<item: string>": "VARCHAR[]"}
    pairs = (f"'{field.name}': '{named[str(field.type)]}'" for field in TABLES[name])
    return "{" + ", ".join(pairs) + "}"
