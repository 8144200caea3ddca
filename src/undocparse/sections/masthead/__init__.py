"""The masthead: who issued the document, for which meeting, under which symbol and title."""

from undocparse.sections.masthead.read import read_masthead

__all__ = ["read_masthead"]
