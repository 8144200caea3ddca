"""The annotations of an agenda: behind its list, before it where that is an annex, and inside it."""

from __future__ import annotations

from collections.abc import Sequence

from undocparse.languages.matching import folded
from undocparse.layout.blocks import Block
from undocparse.model.annotations import Annotation
from undocparse.sections.agenda import AgendaList, clean_title
from undocparse.sections.alignment import align
from undocparse.sections.annotations import Around, behind_contents, read_annotations
from undocparse.sections.beneath import read_beneath
from undocparse.sections.outline import Node


def annotate(
    agenda: AgendaList, blocks: Sequence[Block], around: Around, language: str
) -> tuple[tuple[Annotation, ...], list[Block]]:
    """The annotations, and the blocks that they took.

    Where headings stood in for the list they head the annotations too; an agenda without annotations keeps
    its prose as an introduction. What stands below an item in the list itself annotates it too.

    Args:
        agenda: the list of items.
        blocks: among which it was found.
        around: tables and timetable.
        language: BCP 47 subtag.
    """
    nodes = list(agenda.walk())
    heads = {id(block) for block in agenda.blocks}
    before = [block for block in behind_contents(blocks[: agenda.first]) if id(block) not in heads]
    after, groups = _without_groups(nodes, blocks[agenda.last :], blocks)
    headings = align(nodes, after, language)
    earlier = align(nodes, before, language) if _may_head(before, len(nodes), len(headings)) else []
    if len(earlier) > len(headings):
        annotations, taken = read_annotations(earlier, before, [], around, language)
    else:
        annotations, taken = read_annotations(headings, after, before, around, language)
    inside, used = read_beneath(agenda, around, language)
    introduction = [annotation for annotation in annotations if not annotation.items]
    of_items = [annotation for annotation in annotations if annotation.items]
    return (*introduction, *inside, *of_items), [*taken, *used, *groups]


def _without_groups(
    nodes: Sequence[Node], blocks: Sequence[Block], document: Sequence[Block]
) -> tuple[list[Block], list[Block]]:
    """The blocks without the headings of groups of items, which stand between annotations too, and these.

    The list has these headings, or a table of contents has them between its entries, without a page.
    """
    titles = {folded(clean_title(node.title)) for node in nodes}
    groups = {folded(node.group) for node in nodes if node.group}
    contents = document[: len(document) - len(behind_contents(document))]
    groups |= {_plain(block) for block in contents if not (block.leads_to or block.label)}
    groups -= titles
    inside = {id(block) for block in contents}
    heads = [block for block in blocks if groups and id(block) not in inside and _plain(block) in groups]
    taken = {id(block) for block in heads}
    return [block for block in blocks if id(block) not in taken], heads


def _plain(block: Block) -> str:
    return folded(block.body.strip(" :."))


def _may_head(blocks: Sequence[Block], items: int, headings: int) -> bool:
    """Whether these blocks may hold more annotated headings than the ones found: each has text below it.

    A list in an annex follows its annotations; in front of other lists stands an introduction at the most.
    """
    return headings <= items // 2 and len(blocks) > 2 * headings + 1


def annotate_annexed(
    agenda: AgendaList, blocks: Sequence[Block], around: Around, language: str
) -> tuple[tuple[Annotation, ...], list[Block]]:
    """The annotations of an agenda in the annex of a letter or decision, and the blocks that they took.

    Behind the list the document may go on with business of its own, so that only headings of items that
    are most of the list's own begin annotations.

    Args:
        agenda: the list of items.
        blocks: from its heading on.
        around: tables and timetable.
        language: BCP 47 subtag.
    """
    nodes = list(agenda.walk())
    after = blocks[agenda.last :]
    headings = align(nodes, after, language)
    inside, used = read_beneath(agenda, around, language)
    if 2 * len(headings) <= len(agenda.nodes):
        return inside, used
    annotations, taken = read_annotations(headings, after, [], around, language)
    return (*inside, *annotations), [*taken, *used]
