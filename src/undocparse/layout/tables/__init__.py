"""One finder of tables for all pages: rules, boxes, or nothing but columns of white space."""

from undocparse.layout.tables.find import find_tables

__all__ = ["find_tables"]
