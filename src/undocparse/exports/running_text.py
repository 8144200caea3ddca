"""The document as plain text, in the order in which documents print it."""

from __future__ import annotations

from sys import maxsize

from undocparse.model.chunks import chunks_of
from undocparse.model.document import Document


def to_text(document: Document) -> str:
    """Masthead, agenda, annotations, timetable, footnotes and what no part has.

    A paragraph is a line, a blank line parts what belongs apart. Of what was read only running heads are left
    out, and tables that are neither agenda nor timetable.
    """
    blocks: list[str] = []
    heading = None
    for chunk in chunks_of(document, maxsize):
        if chunk.heading and chunk.heading != heading:
            blocks.append(chunk.heading)
        heading = chunk.heading
        blocks.append(chunk.text)
    return "\n\n".join(blocks) + "\n"
