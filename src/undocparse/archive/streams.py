"""Tables as bytes: Arrow streams between processes, Parquet and JSON Lines in the archive."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

import pyarrow as pa
import pyarrow.parquet as pq

Format = Literal["parquet", "jsonl"]
FORMATS: tuple[Format, ...] = ("parquet", "jsonl")


def to_stream(table: pa.Table) -> bytes:
    """A table as an Arrow stream."""
    sink = pa.BufferOutputStream()
    options = pa.ipc.IpcWriteOptions(compression="lz4")
    with pa.ipc.new_stream(sink, table.schema, options=options) as writer:
        writer.write_table(table)
    return bytes(sink.getvalue())


def from_stream(data: bytes) -> pa.Table:
    """The table that `to_stream` wrote."""
    return pa.ipc.open_stream(data).read_all()


def write_table(table: pa.Table, path: Path) -> None:
    """Write a table in the format that the path's suffix names."""
    if path.suffix == ".parquet":
        pq.write_table(table, path, compression="zstd")
        return
    import polars  # noqa: PLC0415 - only JSON Lines need it

    polars.DataFrame(polars.from_arrow(table)).write_ndjson(path)


def read_table(path: Path, schema: pa.Schema) -> pa.Table:
    """Read a table that `write_table` wrote."""
    if path.suffix == ".parquet":
        return pq.read_table(path, schema=schema)
    import polars  # noqa: PLC0415

    return polars.read_ndjson(path, schema=frame_types(schema)).to_arrow().cast(schema)


def frame_types(schema: pa.Schema) -> Any:
    """The types that polars gives the columns of a schema."""
    import polars  # noqa: PLC0415

    return polars.DataFrame(polars.from_arrow(schema.empty_table())).schema
