"""What comparing versions of a document gives."""

from __future__ import annotations

from typing import Literal

from undocparse.model.place import Model

UnitKind = Literal[
    "title", "item", "annotation", "heading", "paragraph", "document", "sitting", "footnote", "reference"
]
DifferenceKind = Literal[
    "masthead",
    "item",
    "sub_item",
    "annotation",
    "paragraph",
    "document",
    "sitting",
    "sitting_time",
    "business",
    "footnote",
    "reference",
    "date",
    "time",
    "number",
]


class Pair(Model):
    """A part of one version and the same part of another.

    Attributes:
        kind: what the part is.
        first: JSON pointer in the first version; null where it has no such part.
        second: JSON pointer in the second version; null where it has no such part.
    """

    kind: UnitKind
    first: str | None = None
    second: str | None = None


class Row(Model):
    """A part of a document in all its versions.

    Attributes:
        kind: what the part is.
        paths: a JSON pointer for each version, in the order in which they were given; null where a version
            has no such part.
    """

    kind: UnitKind
    paths: tuple[str | None, ...]


class Alignment(Model):
    """Versions of a document, part by part.

    Attributes:
        names: of the files of the versions.
        languages: of the versions, BCP 47 primary subtags.
        rows: in the order of the first version; what it has not comes last.
    """

    names: tuple[str, ...]
    languages: tuple[str | None, ...]
    rows: tuple[Row, ...]

    def of(self, kind: UnitKind) -> tuple[Row, ...]:
        """The rows of one kind of part."""
        return tuple(row for row in self.rows if row.kind == kind)


class Difference(Model):
    """Something in which two versions differ that ought to be alike.

    Attributes:
        kind: what differs.
        first_path: JSON pointer in the first version; null where it has no such part.
        second_path: the same in the second version.
        first: what the first version has; null for nothing.
        second: what the second version has; null for nothing.
        message: one sentence for a person.
    """

    kind: DifferenceKind
    first_path: str | None = None
    second_path: str | None = None
    first: str | None = None
    second: str | None = None
    message: str
