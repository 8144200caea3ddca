"""What the finder is given: the strings of a document, and whose document it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from undocparse.model.references import Reference


class Passage(NamedTuple):
    """One string of the object model.

    Attributes:
        text: the string; the spans of what is found in it count here.
        section: part of the document, as `Where.section`.
        items: keys of the agenda items that it stands under.
        page: counted from 1.
        path: JSON pointer to the string.
    """

    text: str
    section: str = "annotations"
    items: tuple[str, ...] = ()
    page: int | None = None
    path: str = ""


@dataclass(frozen=True)
class Meeting:
    """Whose document it is: who "the Conference" is, and which "the Convention".

    Attributes:
        language: BCP 47 primary subtag.
        symbol: the document's own symbol.
        organ: from the masthead's large type.
        body: named under the masthead.
        title: the document's title.
        date: ISO 8601, of the document.
    """

    language: str
    symbol: str | None = None
    organ: str | None = None
    body: str | None = None
    title: str | None = None
    date: str | None = None


@dataclass(frozen=True)
class Findings:
    """What was found.

    Attributes:
        references: in document order; all of them have a number.
        open: anaphora whose antecedent is not certain ("the same decision" after two); `number` is null.
    """

    references: tuple[Reference, ...]
    open: tuple[Reference, ...] = ()
