"""The agenda: the list of items, or the contents table or the headings that stand in for it."""

from undocparse.sections.agenda.annexed import find_annexed
from undocparse.sections.agenda.find import find_agenda
from undocparse.sections.agenda.parting import documents_apart
from undocparse.sections.agenda.titles import clean_title
from undocparse.sections.agenda.tree import AgendaList

__all__ = ["AgendaList", "clean_title", "documents_apart", "find_agenda", "find_annexed"]
