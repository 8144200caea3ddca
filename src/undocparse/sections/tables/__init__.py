"""What the tables of a document are: what their columns hold, and what kind of table that makes."""

from undocparse.sections.tables.read import TableReader, table_reader
from undocparse.sections.tables.words import table_words

__all__ = ["TableReader", "table_reader", "table_words"]
