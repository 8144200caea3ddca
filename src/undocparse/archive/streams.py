"""Tables as bytes: Arrow streams between processes, Parquet and JSON Lines in the archive."""

from __future__ import annotations

import os
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
    """Write a table in the format that the path's suffix names, to the disk."""
    with path.open("wb") as file:
        if path.suffix == ".parquet":
            pq.write_table(table, file, compression="zstd")
        else:
            import polars  # noqa: PLC0415 - only JSON Lines need it

            frame = polars.DataFrame(polars.from_arrow(table))
            file.write(frame.write_ndjson().encode())
        file.flush()
        os.fsync(file.fileno())


def read_table(path: Path, schema: pa.Schema) -> pa.Table:
    """Read a table that `write_table` wrote.

    Raises:
        OSError: the file is gone.
        ValueError: it holds something else; pyarrow's errors are such.
    """
    if path.suffix == ".parquet":
        with path.open("rb") as file:
            return pq.read_table(file, schema=schema)
    import polars  # noqa: PLC0415

    try:
        frame = polars.read_ndjson(path.read_bytes(), schema=frame_types(schema))
    except polars.exceptions.PolarsError as error:
        raise ValueError(str(error)) from error
    return frame.to_arrow().cast(schema)


def frame_types(schema: pa.Schema) -> Any:
    """The types that polars gives the columns of a schema."""
    import polars  # noqa: PLC0415

    return polars.DataFrame(polars.from_arrow(schema.empty_table())).schema
