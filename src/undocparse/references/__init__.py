"""Cross-references: decisions, resolutions, treaty articles, rules of procedure and documents, resolved."""

from undocparse.references.context import Findings, Meeting, Passage
from undocparse.references.find import find_in, find_references, read_references

__all__ = ["Findings", "Meeting", "Passage", "find_in", "find_references", "read_references"]
