"""Any number of versions of a document, aligned part by part."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from undocparse.compare.pairing import Pairing
from undocparse.compare.result import Alignment, Row, UnitKind
from undocparse.compare.version import Version
from undocparse.errors import UndocparseError
from undocparse.model import Document

_REMEDY = "give two or more versions of the same document"
_Part = tuple[int, str]
"""Number of a version, and pointer."""


def align(documents: Sequence[Document]) -> Alignment:
    """Two or more versions of a document, languages or formats, aligned by structure.

    Items go by key, annotations by the items they cover, paragraphs by printed number, order and what they
    say in figures, listed documents by symbol, sittings by date and start, footnotes by mark, references by
    target. Each version is aligned to the first; what that one lacks, to the next that has it.

    Raises:
        UndocparseError: there are fewer than two.
    """
    if len(documents) < 2:
        raise UndocparseError("align", "one document has nothing to be aligned to", _REMEDY)
    versions = [Version(document) for document in documents]
    rows: list[tuple[UnitKind, dict[int, str]]] = []
    known: dict[_Part, int] = {}
    lone: list[tuple[UnitKind, _Part]] = []
    for one, other in combinations(range(len(versions)), 2):
        for pair in Pairing(versions[one], versions[other]).pairs:
            _enter(rows, known, pair.kind, (one, pair.first), (other, pair.second))
            if pair.first is None and pair.second is not None:
                lone.append((pair.kind, (other, pair.second)))
    for kind, part in lone:
        _row(rows, known, kind, part)
    return Alignment(
        names=tuple(document.source.name for document in documents),
        languages=tuple(document.language for document in documents),
        rows=tuple(_rows(rows, len(documents))),
    )


def _enter(
    rows: list[tuple[UnitKind, dict[int, str]]],
    known: dict[_Part, int],
    kind: UnitKind,
    first: tuple[int, str | None],
    second: tuple[int, str | None],
) -> None:
    """Put two parts in one row, unless the second has its own, or another of its version is there."""
    place = _row(rows, known, kind, first)
    version, path = second
    if path is None or place is None or (version, path) in known:
        return
    if version not in rows[place][1]:
        rows[place][1][version] = path
        known[version, path] = place
    else:
        _row(rows, known, kind, second)


def _row(
    rows: list[tuple[UnitKind, dict[int, str]]],
    known: dict[_Part, int],
    kind: UnitKind,
    part: tuple[int, str | None],
) -> int | None:
    """The row of a part, a new one where it has none."""
    version, path = part
    if path is None:
        return None
    if (version, path) not in known:
        known[version, path] = len(rows)
        rows.append((kind, {version: path}))
    return known[version, path]


def _rows(rows: list[tuple[UnitKind, dict[int, str]]], count: int) -> list[Row]:
    return [Row(kind=kind, paths=tuple(paths.get(place) for place in range(count))) for kind, paths in rows]
