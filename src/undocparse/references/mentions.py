"""What the grammar finds before anything is resolved."""

from __future__ import annotations

from dataclasses import dataclass, field

from undocparse.model.references import ReferenceKind


@dataclass(slots=True)
class Item:
    """One member of a list of numbers.

    Attributes:
        number: canonical.
        shape: its form (`notation.SHAPES`).
        start: where it is printed.
        end: behind it.
        listed: whether it was spread from a list or range.
        title: where the text says what it is called: start and end.
        date: ISO 8601, of its adoption.
        body: who adopted it, where the members of a list differ in that.
        pinpoints: paragraphs of this one alone.
    """

    number: str
    shape: str
    start: int
    end: int
    listed: bool = False
    title: tuple[int, int] | None = None
    date: str | None = None
    body: str | None = None
    pinpoints: tuple[str, ...] = ()


@dataclass(slots=True)
class Mention:
    """A mention of one or several targets under one word ("decisions 1/4 and 2/6").

    Attributes:
        kind: what is pointed at.
        start: of the word.
        end: behind the last number, its date and title.
        items: the members; none for an anaphor or for one that has no number.
        phrase: where the noun phrase begins, with the body's name before it ("General Assembly resolution").
        pinpoints: paragraphs and the like that the text points at.
        body: who adopted it, or which instrument.
        session: the session that adopted it.
        anaphor: an earlier mention is meant.
        bracketed: it stands in brackets.
        explicit: the text beside it names the body.
    """

    kind: ReferenceKind
    start: int
    end: int
    items: list[Item] = field(default_factory=list)
    phrase: int = 0
    pinpoints: tuple[str, ...] = ()
    body: str | None = None
    session: str | None = None
    anaphor: bool = False
    bracketed: bool = False
    explicit: bool = False
