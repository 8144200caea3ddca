"""Language versions and revisions of the same document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from undocparse.archive.index import ArchivedDocument, symbol_of

Change = Literal["original", "revision", "corrigendum", "addendum", "amendment"]
_CHANGES: dict[str, Change] = {
    "Rev": "revision",
    "Corr": "corrigendum",
    "Add": "addendum",
    "Amend": "amendment",
}


@dataclass(frozen=True, slots=True)
class Version:
    """One document among its versions.

    Attributes:
        document: the document.
        change: what it is to the original, by the last element of its symbol.
        number: of the change ("Rev.2" is 2); 0 for the original.
    """

    document: ArchivedDocument
    change: Change
    number: int


@dataclass(frozen=True, slots=True)
class Versions:
    """All versions of a document that an archive has.

    Attributes:
        symbol: without "Rev.", "Corr.", "Add." and "Amend.".
        members: originals first, then by change, number, language and address.
    """

    symbol: str
    members: tuple[Version, ...]

    @property
    def languages(self) -> tuple[str, ...]:
        """Languages that the original or a revision is there in, sorted."""
        texts = (one for one in self.members if one.change in ("original", "revision"))
        return tuple(sorted({one.document.language for one in texts if one.document.language}))

    def current(self, language: str) -> ArchivedDocument | None:
        """The last revision in a language, or the original; null where there is none."""
        texts = [
            one
            for one in self.members
            if one.change in ("original", "revision") and one.document.language == language
        ]
        return max(texts, key=lambda one: one.number).document if texts else None


def versions_of(documents: Iterable[ArchivedDocument]) -> tuple[Versions, ...]:
    """The versions of each document that has a symbol, sorted by symbol as the United Nations sort them."""
    groups: dict[str, list[Version]] = defaultdict(list)
    for one in documents:
        if one.symbol is None:
            continue
        symbol = symbol_of(one.symbol)
        change, number = _change_of(symbol.changes if symbol else ())
        groups[str(symbol.main) if symbol else one.symbol].append(Version(one, change, number))
    ordered = sorted(groups, key=_sort_key)
    return tuple(Versions(name, tuple(sorted(groups[name], key=_order))) for name in ordered)


def _change_of(changes: tuple[str, ...]) -> tuple[Change, int]:
    if not changes:
        return "original", 0
    kind, _, number = changes[-1].partition(".")
    return _CHANGES.get(kind, "amendment"), int(number) if number.isdigit() else 0


def _sort_key(name: str) -> tuple[object, ...]:
    symbol = symbol_of(name)
    return symbol.sort_key if symbol else ((1, 0, name),)


def _order(one: Version) -> tuple[int, int, str, str]:
    kinds = ["original", *_CHANGES.values()]
    return kinds.index(one.change), one.number, one.document.language or "", one.document.address
