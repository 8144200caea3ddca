"""The document in pieces for search indexes and retrieval: text, whose item it is, and where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Literal, NamedTuple

from undocparse.model.agenda import Agenda, AgendaItem
from undocparse.model.annotations import Annotation, Contact, ListedDocument
from undocparse.model.place import Model, Place
from undocparse.model.timetable import Sitting

if TYPE_CHECKING:
    from undocparse.model.document import Document

ChunkKind = Literal["masthead", "agenda", "annotation", "documents", "timetable", "footnotes", "unassigned"]
LONGEST_CHUNK = 1500
"""Characters of a piece: about 400 tokens, which every embedding model takes."""
_SENTENCE = re.compile(r"[.;:!?。；：！？؛؟]\s*(?=\S)")


class Chunk(Model):
    """A piece of a document.

    Attributes:
        id: stable as long as the file and the length of pieces are the same.
        kind: what part of the document it is of.
        symbol: of the document; null where it prints none.
        items: keys of the agenda items that it is about, those above them first (`1`, `1.a`).
        titles: of these items.
        heading: the heading that it stands under; null where there is none.
        text: a paragraph on each line.
        pages: that it stands on, counted from 1.
        places: of its paragraphs, where the format has any.
    """

    id: str
    kind: ChunkKind
    symbol: str | None = None
    items: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    heading: str | None = None
    text: str
    pages: tuple[int, ...] = ()
    places: tuple[Place, ...] = ()

    @property
    def in_context(self) -> str:
        """The text below symbol, titles of its items and heading: what an index is best given."""
        return "\n".join([" > ".join(filter(None, (self.symbol, *self.titles, self.heading))), self.text])


class _Line(NamedTuple):
    """A paragraph, or a part of a long one."""

    text: str
    page: int | None = None
    place: Place | None = None


class _Part(NamedTuple):
    """What belongs together, before it is cut into pieces."""

    kind: ChunkKind
    lines: Iterable[_Line]
    items: tuple[str, ...] = ()
    heading: str | None = None


def chunks_of(document: Document, longest: int = LONGEST_CHUNK) -> tuple[Chunk, ...]:
    """All that a document says, in order, in pieces of which none is of two headings.

    Args:
        document: as read.
        longest: characters of a piece at most.

    Raises:
        ValueError: `longest` is below 1.
    """
    if longest < 1:
        raise ValueError(f"a piece has at least one character, not {longest}")
    paths = _paths(document.agenda)
    return tuple(
        _chunk(document, paths, part, number, lines)
        for number, (part, lines) in enumerate(
            (part, lines) for part in _parts(document) for lines in _pieces(part.lines, longest)
        )
    )


_Paths = dict[str, tuple[AgendaItem, ...]]


def _paths(agenda: Agenda) -> _Paths:
    """For each key the items from the first level down to that one."""
    paths: _Paths = {}
    for item in agenda.walk():  # parents come before their children
        paths.setdefault(item.key, (*paths.get(item.parent_key or "", ()), item))
    return paths


def _chunk(document: Document, paths: _Paths, part: _Part, number: int, lines: Sequence[_Line]) -> Chunk:
    titles = {item.key: item.title for key in part.items for item in paths.get(key, ())}
    pages = {line.page or (line.place.page if line.place else None) for line in lines}
    return Chunk(
        id=f"{document.source.sha256[:16]}/{number}",
        kind=part.kind,
        symbol=document.header.symbol,
        items=tuple(titles) or part.items,
        titles=tuple(titles.values()),
        heading=part.heading,
        text="\n".join(line.text for line in lines),
        pages=tuple(sorted(page for page in pages if page is not None)),
        places=tuple(line.place for line in lines if line.place),
    )


def _parts(document: Document) -> Iterator[_Part]:
    header = document.header
    named = {
        "title": header.title, "author": header.author, "organ": header.organ, "body": header.body,
        "session": header.session.text, "place": header.place,
    }  # fmt: skip
    yield _Part(
        "masthead", [_Line(text, None, header.places.get(name)) for name, text in named.items() if text]
    )
    for item in document.agenda:
        lines = (_Line(f"{each.key} {each.title}", None, each.place) for each in item.walk())
        yield _Part("agenda", lines, (item.key,), item.group)
    for annotation in document.annotations:
        yield from _of_annotation(annotation)
    for _, sittings in groupby(document.timetable, key=lambda sitting: sitting.date):
        yield _Part("timetable", [line for sitting in sittings for line in _of_sitting(sitting)])
    yield _Part("footnotes", [_Line(f"{note.mark} {note.text}", note.page) for note in document.footnotes])
    yield _Part("unassigned", map(_Line, document.unassigned))


def _of_annotation(annotation: Annotation) -> Iterator[_Part]:
    for heading, paragraphs in groupby(annotation.paragraphs, key=lambda paragraph: paragraph.heading):
        lines = [
            _Line(f"{each.number or ''} {each.text}".strip(), each.page, each.place) for each in paragraphs
        ]
        yield _Part("annotation", lines, annotation.items, heading or annotation.heading)
    told: tuple[ListedDocument | Contact, ...] = (*annotation.documents, *annotation.contacts)
    below = [_Line(each.text, each.page, each.place) for each in told]
    yield _Part("documents", below, annotation.items, annotation.heading)
    if not below and not annotation.paragraphs and annotation.heading:
        yield _Part("annotation", [_Line(annotation.heading, None, annotation.place)], annotation.items)


def _of_sitting(sitting: Sitting) -> Iterator[_Line]:
    when = " ".join(filter(None, (sitting.date, sitting.hours, sitting.track)))
    for entry in sitting.entries:
        yield _Line(" ".join(filter(None, (when, *entry.items, entry.title))), None, entry.place)


def _pieces(lines: Iterable[_Line], longest: int) -> Iterator[list[_Line]]:
    """Lines gathered as long as there is room for the next one."""
    piece: list[_Line] = []
    room = longest
    for line in (part for whole in lines for part in _cut(whole, longest)):
        if piece and len(line.text) + 1 > room:
            yield piece
            piece, room = [], longest
        piece.append(line)
        room -= len(line.text) + 1
    if piece:
        yield piece


def _cut(line: _Line, longest: int) -> Iterator[_Line]:
    """A paragraph, or its parts: cut between sentences, else between words, else where it must be."""
    text = line.text
    while len(text) > longest:
        ends = [match.end() for match in _SENTENCE.finditer(text, 0, longest)]
        at = (ends[-1] if ends else 0) or text.rfind(" ", 0, longest) + 1 or longest
        yield line._replace(text=text[:at].strip())
        text = text[at:].strip()
    if text:
        yield line._replace(text=text)
