"""One finder of tables for all pages: rules, boxes, or nothing but columns of white space."""

from undocparse.layout.tables.find import PrintedTable, find_tables

__all__ = ["PrintedTable", "find_tables"]
