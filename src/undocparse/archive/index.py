"""The documents of an archive by their symbols, and by the resolutions and decisions that they publish."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from undocparse.model import Reference
from undocparse.references.resolution_symbols import KIND_OF_NATURE, adopted_by_symbol
from undocparse.symbols import Symbol, SymbolError, parse


@dataclass(frozen=True, slots=True)
class ArchivedDocument:
    """What the archive's index knows of a document.

    Attributes:
        document: SHA-256 of its bytes; joins the tables.
        address: where it was read from.
        symbol: canonical; null where it has none.
        other_symbols: of a joint document.
        language: BCP 47 primary subtag.
        body: the body that meets, or else the organ, as the masthead names it.
        session: its number.
        date: first day of the meeting, or else the date of the document.
        title: of the document.
    """

    document: str
    address: str
    symbol: str | None
    other_symbols: tuple[str, ...]
    language: str | None
    body: str | None
    session: int | None
    date: date | None
    title: str | None

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> ArchivedDocument:
        """From a row of the table `documents`."""
        return cls(
            document=row["document"],
            address=row["address"],
            symbol=row["symbol"],
            other_symbols=tuple(row["other_symbols"] or ()),
            language=row["language"],
            body=row["body"] or row["organ"],
            session=row["session_number"],
            date=row["starts"] or row["date"],
            title=row["title"],
        )

    @property
    def symbols(self) -> tuple[str, ...]:
        """All its symbols."""
        return (*((self.symbol,) if self.symbol else ()), *self.other_symbols)


class Index:
    """Finds documents by symbol.

    Args:
        rows: of the table `documents`.

    Attributes:
        documents: all, sorted by address.
    """

    def __init__(self, rows: Iterable[Mapping[str, Any]]) -> None:
        self.documents = sorted((ArchivedDocument.of(row) for row in rows), key=lambda one: one.address)
        self._by_symbol: dict[str, list[ArchivedDocument]] = defaultdict(list)
        self._by_main: dict[str, list[ArchivedDocument]] = defaultdict(list)
        self._adopted: dict[tuple[str, str, str | None], list[ArchivedDocument]] = defaultdict(list)
        for one in self.documents:
            for printed in one.symbols:
                self._enter(one, printed)

    def _enter(self, one: ArchivedDocument, printed: str) -> None:
        self._by_symbol[printed].append(one)
        symbol = symbol_of(printed)
        if symbol is None:
            return
        if _only_revised(symbol):
            self._by_main[str(symbol.main)].append(one)
        if symbol.nature in KIND_OF_NATURE and (adopted := adopted_by_symbol(symbol)):
            number, _, body = adopted
            self._adopted[KIND_OF_NATURE[symbol.nature], number, body].append(one)

    def resolve(self, target: str | Reference) -> tuple[ArchivedDocument, ...]:
        """As `Archive.resolve`."""
        if isinstance(target, Reference):
            if target.number is None:
                return ()
            return self.published(target.kind, target.number, target.body)
        symbol = symbol_of(target)
        name = str(symbol) if symbol else target
        if found := self._by_symbol.get(name):
            return tuple(found)
        return tuple(self._by_main.get(name, ()))

    def published(self, kind: str, number: str, body: str | None) -> tuple[ArchivedDocument, ...]:
        """The documents that a reference names, by its kind, number and body."""
        if kind == "document":
            return self.resolve(number)
        return tuple(self._adopted.get((kind, number, body), ()))


def symbol_of(text: str) -> Symbol | None:
    """The symbol that a text is; null where it is none."""
    try:
        return parse(text)
    except SymbolError:
        return None


def _only_revised(symbol: Symbol) -> bool:
    """Whether a document stands for the one without "Rev.": addenda and corrigenda are other documents."""
    return bool(symbol.changes) and all(change.startswith("Rev") for change in symbol.changes)
