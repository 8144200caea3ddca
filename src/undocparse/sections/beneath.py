"""Annotations inside the list: documentation and mandates that stand between an item and the next."""

from __future__ import annotations

from undocparse.layout.blocks import Block
from undocparse.model.annotations import Annotation
from undocparse.sections.agenda import AgendaList
from undocparse.sections.annotations import Around, read_annotations
from undocparse.sections.annotations.headings import Heading


def read_beneath(
    found: AgendaList, around: Around, language: str
) -> tuple[tuple[Annotation, ...], list[Block]]:
    """The annotations of items below which something stands in the list itself, and the blocks they took.

    The items' own blocks stay with the agenda.

    Args:
        found: the list.
        around: tables and timetable.
        language: BCP 47 subtag.
    """
    headings: list[Heading] = []
    stretch: list[Block] = []
    for node in found.walk():
        if not node.beneath:
            continue
        first = len(stretch)
        stretch.extend([*node.blocks, *node.beneath])
        text = " ".join(block.text for block in node.blocks)
        headings.append(Heading((node.key,), 1.0, first, first + len(node.blocks), text))
    if not headings:
        return (), []
    annotations, taken = read_annotations(headings, stretch, [], around, language)
    items = {id(block) for node in found.walk() for block in node.blocks}
    return annotations, [block for block in taken if id(block) not in items]
