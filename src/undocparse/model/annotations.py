"""The annotations: what the secretariat says of each agenda item."""

from __future__ import annotations

from typing import Literal

from undocparse.model.place import Model, Place

ParagraphKind = Literal["mandate", "background", "action", "logistics", "documentation"]
Action = Literal["decision", "information"]
DocumentStatus = Literal["issued", "forthcoming"]


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
        title: what the list or sentence calls it, without symbol; null where only the symbol is printed.
        text: the entry as printed; of a document named in a sentence, that sentence.
        page: where it is printed, counted from 1.
        status: whether it is out or yet to come, where the document says so.
        action: what is asked of the body, where the entry or the tag that names the document says so.
        place: the boxes of its lines.
    """

    symbol: str | None = None
    title: str | None = None
    text: str
    page: int | None = None
    status: DocumentStatus | None = None
    action: Action | None = None
    place: Place | None = None


class Contact(Model):
    """A person or office to ask about an item.

    Attributes:
        name: with the title before it ("Ms. A. Diallo"); null where only a post or address is printed.
        post: office or function.
        telephone: as printed.
        email: as printed.
        text: all that is printed of the contact; of several in one block the whole block.
        page: counted from 1.
        place: the boxes of its lines.
    """

    name: str | None = None
    post: str | None = None
    telephone: str | None = None
    email: str | None = None
    text: str
    page: int | None = None
    place: Place | None = None


class Annotation(Model):
    """What stands under one annotated heading.

    Attributes:
        items: keys of the items; empty for an introduction before the first item.
        heading: as printed.
        title_similarity: heading against the agenda's own title, 0 to 1; null for an introduction.
        paragraphs: in document order.
        documents: listed or tagged under the heading, or said in a sentence to be before the body.
        contacts: persons to ask.
        action: what is asked of the body, where the document says so.
        place: where the heading is printed.
    """

    items: tuple[str, ...] = ()
    heading: str | None = None
    title_similarity: float | None = None
    paragraphs: tuple[Paragraph, ...] = ()
    documents: tuple[ListedDocument, ...] = ()
    contacts: tuple[Contact, ...] = ()
    action: Action | None = None
    place: Place | None = None
