"""The annotations: what the secretariat says of each agenda item."""

from __future__ import annotations

from typing import Literal

from undocparse.model.place import Model, Place

ParagraphKind = Literal["mandate", "background", "action", "logistics", "documentation"]
Action = Literal["decision", "information"]


class Paragraph(Model):
    """One paragraph.

    Attributes:
        number: the printed label ("12", "a)", "(b)"); null where there is none or a bullet.
        text: without its label; one line, single spaces.
        page: where it begins, counted from 1.
        kind: what it does; null where no rule decides.
        rule: the word or phrase that decided `kind`.
        heading: the sub-heading inside an annotation that it stands under.
        place: the boxes of its lines.
    """

    number: str | None = None
    text: str
    page: int | None = None
    kind: ParagraphKind | None = None
    rule: str | None = None
    heading: str | None = None
    place: Place | None = None


class ListedDocument(Model):
    """A document announced under an item.

    Attributes:
        symbol: canonical symbol; null for one that has none ("Management response").
        title: what the list calls it, without symbol.
        text: the entry as printed.
        page: where it is printed, counted from 1.
    """

    symbol: str | None = None
    title: str | None = None
    text: str
    page: int | None = None


class Annotation(Model):
    """What stands under one annotated heading.

    Attributes:
        items: keys of the items; empty for an introduction before the first item.
        heading: as printed.
        title_similarity: heading against the agenda's own title, 0 to 1; null for an introduction.
        paragraphs: in document order.
        documents: documents listed or tagged under the heading.
        action: what is asked of the body, where the document says so.
        place: where the heading is printed.
    """

    items: tuple[str, ...] = ()
    heading: str | None = None
    title_similarity: float | None = None
    paragraphs: tuple[Paragraph, ...] = ()
    documents: tuple[ListedDocument, ...] = ()
    action: Action | None = None
    place: Place | None = None
