"""Cross-references: what a mention says, and what it points at."""

from __future__ import annotations

from typing import Literal

from undocparse.model.place import Model, Where

ReferenceKind = Literal["document", "decision", "resolution", "article", "rule", "recommendation"]


class Reference(Model):
    """One mention of a document, decision, resolution, treaty article or rule.

    Attributes:
        kind: what is pointed at.
        number: a document's symbol, or the number as printed without the word ("60/251", "1373 (2001)").
            Null for an anaphor whose antecedent stays open.
        body: who adopted it, or which instrument: an authority key (`A`, `CTOC/COP`, `UNTOC`).
        pinpoint: paragraph and the like ("3.a").
        text: the surface, exactly as at `where`.
        via: named outright, resolved from an earlier mention, or spread from a list.
        uri: a stable public link, where one exists.
        title: the title that the text gives it ("entitled …").
        session: the session that adopted it, where the text says so.
        date: ISO 8601 date, where the text says so.
        where: section, items, page, and the characters of the string at `where.path`.
    """

    kind: ReferenceKind
    number: str | None
    body: str | None = None
    pinpoint: str | None = None
    text: str
    via: Literal["explicit", "anaphora", "list"] = "explicit"
    uri: str | None = None
    title: str | None = None
    session: str | None = None
    date: str | None = None
    where: Where


class Citation(Model):
    """One target and everything that a document says of it.

    Attributes:
        kind: what is pointed at.
        number: as `Reference.number`.
        body: as `Reference.body`.
        uri: a stable public link, where one exists.
        title: the title that the text gives it, from the first mention that has one.
        count: number of mentions.
        items: keys of the agenda items under which it is mentioned, in document order.
        pinpoints: the paragraphs pointed at, in document order.
        pages: pages with a mention, counted from 1.
    """

    kind: ReferenceKind
    number: str
    body: str | None = None
    uri: str | None = None
    title: str | None = None
    count: int
    items: tuple[str, ...] = ()
    pinpoints: tuple[str, ...] = ()
    pages: tuple[int, ...] = ()
