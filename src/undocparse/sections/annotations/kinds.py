"""What a paragraph does, and its number as printed."""

from __future__ import annotations

from undocparse.layout.blocks import Block
from undocparse.model.annotations import Paragraph, ParagraphKind
from undocparse.sections.annotations.vocabulary import Lexicon


def paragraph(block: Block, sub_heading: str | None, lexicon: Lexicon) -> Paragraph:
    """The block as a paragraph.

    Args:
        block: with its label, if it has one.
        sub_heading: what it stands under inside the annotation.
        lexicon: words of the document's language.
    """
    kind, rule = _kind(block.text, lexicon)
    return Paragraph(
        number=_number(block),
        text=block.body.strip(),
        page=block.page,
        kind=kind,
        rule=rule,
        heading=sub_heading,
        place=block.place,
    )


def _number(block: Block) -> str | None:
    if block.label is None or block.label.kind == "bullet":
        return None
    return block.label.printed.rstrip(".")


def _kind(text: str, lexicon: Lexicon) -> tuple[ParagraphKind | None, str | None]:
    low = text.lower()  # several times as fast as patterns that ignore case
    for kind, pattern in lexicon.kinds:
        if match := pattern.search(low):
            return kind, text[match.start() : match.end()]
    return "background", None
