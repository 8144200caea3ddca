"""Items and the documents below them that were taken for one paragraph, because the item filled its line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from undocparse.layout.blocks import Block
from undocparse.layout.endings import begins_anew, ends_in
from undocparse.sections.agenda.labelling import goes_on
from undocparse.sections.agenda.titles import sentence_breaks
from undocparse.sections.agenda.words import ListWords, list_words
from undocparse.sections.item_labels import item_label

_LISTED = re.compile(
    r"\((?:[^()]{0,40}\s)?[A-Z]+(?:/[\w.()-]+)+[^()]{0,40}\)\W*$"
)  # its symbol closes a document's name
_PLACE = 24  # characters of a line by which it is found in the block: a hyphen at its end may be gone


def documents_apart(blocks: Iterable[Block], language: str) -> list[Block]:
    """The blocks, with each list of documents that was joined to its item's title as a block of its own.

    Args:
        blocks: of the whole document below the masthead.
        language: BCP 47 subtag.
    """
    known = list_words(language)
    apart: list[Block] = []
    for block in blocks:
        apart.extend(_parts(block, known) if len(block.lines) > 1 else (block,))
    return apart


def _parts(block: Block, known: ListWords) -> Iterator[Block]:
    cut = next((k for k in range(1, len(block.lines)) if _begins_documents(block, k, known)), None)
    begins = block.text.find(block.lines[cut].text[:_PLACE]) if cut else -1
    if cut is None or begins < 1 or item_label(block, known.language) is None:
        yield block
        return
    title = block.text[:begins].rstrip()
    if ends_in(title, ":") or sentence_breaks(title) or known.verb.search(title.lower()):
        yield block
        return
    marks = [(mark, at) for mark, at in block.marks if at <= begins]
    yield Block(block.lines[:cut], title, block.label, marks, block.gap)
    marks = [(mark, at - begins) for mark, at in block.marks if at > begins]
    yield Block(block.lines[cut:], block.text[begins:], None, marks)


def _begins_documents(block: Block, at: int, known: ListWords) -> bool:
    """Whether a line is the heading "Documentation", or begins the name of a document with its symbol."""
    text, before = block.lines[at].text, block.lines[at - 1].text
    if not begins_anew(text) or goes_on(before, text, known):
        return False
    if text.strip(" :.").casefold() in known.documentation:
        return True
    if "/" not in block.text or not (known.document.match(text) or before.endswith((".", ";", ")"))):
        return False
    return _LISTED.search(" ".join(line.text for line in block.lines[at:])) is not None
