"""Reads the blocks under each aligned heading, and tells paragraphs, documents, contacts and tags apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from undocparse.languages.matching import folded
from undocparse.layout.blocks import Block
from undocparse.model.annotations import Action, Annotation, Contact, ListedDocument, Paragraph
from undocparse.sections.annotations.around import Around
from undocparse.sections.annotations.contacts import ContactReader
from undocparse.sections.annotations.documentation import (
    announces_list,
    entries_of,
    heads_list,
    is_column_head,
    is_entry,
    listed_behind_heading,
    named_before_body,
)
from undocparse.sections.annotations.ending import end_of_last, is_sub_heading
from undocparse.sections.annotations.entries import Entry, parted
from undocparse.sections.annotations.headings import Heading
from undocparse.sections.annotations.kinds import paragraph
from undocparse.sections.annotations.tables import Stretch, StretchFinder
from undocparse.sections.annotations.vocabulary import Lexicon, action_of, lexicon
from undocparse.symbols import find as find_symbols

_SHORT_PROSE = 100  # characters; shorter ones are captions and entries


@dataclass(slots=True)
class _Draft:
    """An annotation while its blocks are read; `named` are the places of documents that a sentence names."""

    paragraphs: list[Paragraph] = field(default_factory=list)
    documents: list[ListedDocument] = field(default_factory=list)
    contacts: tuple[Contact, ...] = ()
    named: set[int] = field(default_factory=set)
    action: Action | None = None
    sub_heading: str | None = None


def read_annotations(
    headings: Sequence[Heading],
    blocks: Sequence[Block],
    before: Sequence[Block],
    around: Around,
    language: str,
) -> tuple[tuple[Annotation, ...], list[Block]]:
    """Annotations in document order, and the blocks that they took.

    Args:
        headings: as aligned with `blocks`.
        blocks: what follows the list of items.
        before: what stands between the title and the list.
        around: tables and timetable.
        language: BCP 47 subtag.
    """
    known = lexicon(language)
    if not headings:
        return _introduction_alone([*before, *blocks], around, known)
    annotations: list[Annotation] = []
    finders: dict[int, StretchFinder] = {}
    introduction = [*before, *behind_contents(blocks[: headings[0].first])]
    draft = _Reader(known, around, finders).read_introduction(introduction)
    if draft.paragraphs or draft.documents:
        annotations.append(_annotation(draft))
    taken = [*introduction]
    ends = [*(heading.first for heading in headings[1:]), end_of_last(blocks, headings, around, language)]
    for heading, end in zip(headings, ends, strict=True):
        under = blocks[heading.last : end]
        taken.extend([*blocks[heading.first : heading.last], *under])
        draft = _Reader(known, around, finders).read([*heading.rest, *under], headed=not heading.rest)
        annotations.append(_annotation(draft, heading, blocks[heading.first]))
    return tuple(annotations), taken


def behind_contents(blocks: Sequence[Block]) -> Sequence[Block]:
    """What stands behind a table of contents: its entries are no headings."""
    last = next((n for n in range(len(blocks), 0, -1) if blocks[n - 1].leads_to), 0)
    return blocks[last:]


def _introduction_alone(
    blocks: Sequence[Block], around: Around, known: Lexicon
) -> tuple[tuple[Annotation, ...], list[Block]]:
    """Without annotated headings the prose around the list introduces the agenda; the rest is not touched."""
    prose = [block for block in blocks if block.ends_sentence and len(block.text) > _SHORT_PROSE]
    draft = _Reader(known, around, {}).read(prose)
    return ((_annotation(draft),), prose) if draft.paragraphs else ((), [])


def _annotation(draft: _Draft, heading: Heading | None = None, block: Block | None = None) -> Annotation:
    return Annotation(
        items=heading.keys if heading else (),
        heading=heading.text if heading else None,
        title_similarity=heading.title_similarity if heading else None,
        paragraphs=tuple(draft.paragraphs),
        documents=tuple(draft.documents),
        contacts=draft.contacts,
        action=draft.action,
        place=block.place if block else None,
    )


class _Reader:
    """Reads the blocks of one annotation.

    Args:
        known: words of the document's language.
        around: tables of the document.
        finders: of the stretches of a table, by its first line; one table may stand below many items.
    """

    def __init__(self, known: Lexicon, around: Around, finders: dict[int, StretchFinder]) -> None:
        self._known = known
        self._around = around
        self._finders = finders
        self._stretch: Stretch | None = None
        self._documents: Stretch | None = None
        self._draft = _Draft()
        self._contacts = ContactReader(known)
        self._listing = self._first = False
        self._entries: list[Block] = []

    def read(self, blocks: Iterable[Block], *, headed: bool = False) -> _Draft:
        """What the blocks hold.

        Args:
            blocks: of one annotation, or of an introduction.
            headed: whether the heading of an item stands right above the first one.
        """
        self._first = headed
        for block in blocks:
            if not self._in_table(block):
                self._read_block(block)
        self._close_list()
        draft = self._draft
        draft.documents = _once(draft.documents, draft.named)
        draft.contacts = tuple(self._contacts.contacts())
        return draft

    def read_introduction(self, blocks: Sequence[Block]) -> _Draft:
        """The same before the first heading, where any line over a paragraph heads it."""
        for block, after in pairwise([*blocks, None]):
            if block is None or self._in_table(block):
                continue
            if after and _is_title(block) and after.ends_sentence and len(after.text) > _SHORT_PROSE:
                self._close_list()
                self._draft.sub_heading = block.body
            else:
                self._read_block(block)
        return self.read(())

    def _in_table(self, block: Block) -> bool:
        """Whether a block is part of a table of documents, which is read as a whole when it ends."""
        stretch = self._stretch_of(block)
        if stretch is not None and stretch is not self._stretch:
            if stretch.lists(announced=self._listing):
                self._close_list()
                self._documents = stretch
            elif self._documents is not None:
                self._close_list()
        self._stretch = stretch
        if stretch is None and self._documents is not None:
            if self._documents.takes(block):
                self._documents.go_on(block)
                return True
            self._close_list()
            self._listing = True
        return self._documents is not None

    def _stretch_of(self, block: Block) -> Stretch | None:
        """The rows of a table that a block belongs to."""
        table = self._around.table(block)
        if table is None:
            return None
        first = table.lines[0].number
        if first not in self._finders:
            self._finders[first] = StretchFinder(table, self._known)
        return self._finders[first].stretch(block)

    def _read_block(self, block: Block) -> None:
        """One block: a heading of a list, a tag, a contact, an entry, a sub-heading or a paragraph."""
        if block.leads_to or not any(map(str.isalnum, block.text)):
            return  # a line of a table of contents, or one that only parts what is above from what is below
        known = self._known
        heads, tag = heads_list(block, known), known.tag.match(block.text)
        first, self._first = self._first, False
        entry = not heads and not tag and is_entry(block, known, listing=self._listing, first=first)
        if self._entries and known.no_documents.match(block.body.strip()):
            entry = False  # a list that has documents is not empty: it is said of something else
        if self._contacts.takes(block, listed=heads or bool(tag) or (self._listing and entry)):
            self._close_list()
        elif heads:
            self._close_list()
            self._listing = True
        elif is_column_head(block.body, known) and (self._listing or is_sub_heading(block)):
            self._listing = True
            self._entries.append(block)
        elif folded(block.body.strip(" :.")) in known.over_all:
            self._close_list()
        elif tag:
            self._tag(block, action_of(tag))
        elif listed := listed_behind_heading(block, known):
            self._close_list()
            self._add(parted(block, listed, known))
            self._listing = True
        elif is_sub_heading(block) and not (entry and self._set_as_entries(block)):
            self._close_list()
            self._draft.sub_heading = block.text
        elif entry:
            self._listing = True
            self._entries.append(block)
        else:
            self._paragraph(block)

    def _set_as_entries(self, block: Block) -> bool:
        """Whether an entry in bold or italic type is one of a list that is set so, or has a symbol."""
        if next(find_symbols(block.text), None):
            return True
        before = self._entries[-1:]
        return any(entry.bold == block.bold and entry.first.italic == block.first.italic for entry in before)

    def _paragraph(self, block: Block) -> None:
        self._close_list()
        read = paragraph(block, self._draft.sub_heading, self._known)
        self._draft.paragraphs.append(read)
        before = len(self._draft.documents)
        self._draft.documents.extend(named_before_body(block, read.text, self._known))
        self._draft.named.update(range(before, len(self._draft.documents)))
        self._listing = announces_list(read.text, self._known)

    def _tag(self, block: Block, action: Action) -> None:
        """The symbols of a line such as "For decision (E/…)" are documents of the item."""
        self._close_list()
        self._draft.action = self._draft.action or action
        symbols = dict.fromkeys(str(found.symbol) for found in find_symbols(block.text))
        for symbol in symbols:
            entry = Entry(block.text, list(block.lines), [symbol])
            self._draft.documents.extend(
                document.model_copy(update={"action": action}) for document in entry.documents(self._known)
            )

    def _close_list(self) -> None:
        if self._documents is not None:
            self._add(self._documents.entries())
            self._documents = None
        if self._entries:
            self._add(entries_of(self._entries, self._known))
            self._entries = []
        self._listing = False

    def _add(self, entries: Iterable[Entry]) -> None:
        for entry in entries:
            if not self._known.no_documents.match(entry.text):
                self._draft.documents.extend(entry.documents(self._known))


def _once(documents: Sequence[ListedDocument], named: set[int]) -> list[ListedDocument]:
    """Without documents that a sentence names and a list has, or that two sentences name."""
    seen = {document.symbol for n, document in enumerate(documents) if n not in named}
    kept: list[ListedDocument] = []
    for n, document in enumerate(documents):
        if n not in named or document.symbol not in seen:
            kept.append(document)
            seen.add(document.symbol)
    return kept


def _is_title(block: Block) -> bool:
    """Whether a line may head a paragraph, whatever its type: it is short, has no stop and no symbol."""
    text = block.text
    labelled = block.label is not None and not block.label.name.isupper()
    return len(text) < _SHORT_PROSE and not labelled and text[-1:].isalpha() and "/" not in text
