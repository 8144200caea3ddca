"""Flat tables of documents: rows, CSV, workbooks, data packages and frames, all from one registry."""

from undocparse.exports.flat.csv_files import csv_of, to_csv
from undocparse.exports.flat.data_package import write_data_package
from undocparse.exports.flat.frames import frame_of, frame_of_all, frames_of
from undocparse.exports.flat.registry import Column, TableSpec, table_spec, tables
from undocparse.exports.flat.rows import rows_of, rows_of_all
from undocparse.exports.flat.workbook import to_xlsx

__all__ = [
    "Column",
    "TableSpec",
    "csv_of",
    "frame_of",
    "frame_of_all",
    "frames_of",
    "rows_of",
    "rows_of_all",
    "table_spec",
    "tables",
    "to_csv",
    "to_xlsx",
    "write_data_package",
]
