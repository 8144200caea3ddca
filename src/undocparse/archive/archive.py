"""An archive read back: lazy tables, SQL, documents by symbol, and what links them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import IO, TYPE_CHECKING

from undocparse.archive.faults import ArchiveError, told
from undocparse.archive.index import ArchivedDocument, Index
from undocparse.archive.schemas import TABLES
from undocparse.archive.states import current_state
from undocparse.archive.streams import frame_types
from undocparse.model import Document, Reference

if TYPE_CHECKING:
    import duckdb
    import polars

    from undocparse.archive.trace import Appearance
    from undocparse.archive.versions import Versions
    from undocparse.exports.citation_graph import CitationGraph


_REMEDY = "open the archive again; if that does not help, run the batch again"
_SEALED: dict[str, str | bool | int | float | list[str]] = {
    "enable_external_access": "false",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "allow_community_extensions": "false",
    "python_enable_replacements": "false",
    "temp_directory": "",
}


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
        with told(folder):
            found = current_state(folder)
        if found is None:
            raise ArchiveError(str(folder), "there is no archive here", "make one with `undocparse batch`")
        self.folder = folder
        self.format = found.format
        self._state = found

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
        files = self.files(name)
        if not files:
            return polars.LazyFrame(schema=types)
        if self.format == "parquet":
            return polars.scan_parquet(
                files, glob=False
            )  # a folder may have the signs of a pattern in its name
        odd = any(mark in str(self._state.folder) for mark in "*?[")  # there the path would be a pattern
        if odd:
            whole: list[IO[bytes]] = [BytesIO(path.read_bytes()) for path in files]
            return polars.scan_ndjson(whole, schema=types)
        return polars.scan_ndjson(files, schema=types)

    def files(self, name: str) -> list[Path]:
        """The files of a table, as they were when the archive was opened.

        Raises:
            ArchiveError: they are gone.
        """
        files = self._state.of(name)
        for path in files:
            if not path.is_file():
                raise ArchiveError(str(path), "this file of the archive is gone", _REMEDY)
        return files

    def duckdb(self) -> duckdb.DuckDBPyConnection:
        """A connection in memory with a view for each table; `references` and `group` need quotes in SQL.

        It may do whatever DuckDB can: read and write files, load extensions.
        """
        import duckdb  # noqa: PLC0415

        connection = duckdb.connect()
        for name in TABLES:
            files = self.files(name)
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

    def sql(self, query: str, *, unrestricted: bool = False) -> polars.DataFrame:
        """The answer of DuckDB to a query.

        The query sees the tables and nothing else, so that one from elsewhere can be asked: it cannot write,
        read other files, load extensions or change that.

        Args:
            query: one statement or several; the last one's answer is given.
            unrestricted: let it do whatever DuckDB can.
        """
        with self.duckdb() if unrestricted else _sealed(self, query) as connection:
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


def _sealed(archive: Archive, query: str) -> duckdb.DuckDBPyConnection:
    """A connection that reaches the tables and no file; the tables are handed to it by us."""
    import duckdb  # noqa: PLC0415
    from pyarrow.dataset import dataset  # noqa: PLC0415

    connection = duckdb.connect(config=dict(_SEALED))
    named = query.casefold()
    for name in TABLES:
        files = archive.files(name)
        if files and archive.format == "parquet":
            connection.register(name, dataset([str(file) for file in files], format="parquet"))
        elif name in named:  # JSON Lines are read whole
            connection.register(name, archive.table(name).collect().to_arrow())
    connection.execute("SET lock_configuration = true")
    return connection


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
