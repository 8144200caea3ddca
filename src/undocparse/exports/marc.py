"""Fields of the MARC 21 record that the United Nations' library makes; subfields have a `$` before them."""

from __future__ import annotations

from typing import NamedTuple

from undocparse.exports.plain import one_line
from undocparse.model.document import Document
from undocparse.symbols import SymbolError, parse


class MarcFields(NamedTuple):
    """The fields that a document itself tells.

    Attributes:
        marc_191: one for each symbol: `$a` symbol, `$b` body, `$c` session or year.
        marc_245: `$a` title; null where there is none.
        marc_269: `$a` date of the document, ISO 8601; null where there is none.
        marc_991: one for each item of the agenda that the masthead names: `$b` its number.
    """

    marc_191: tuple[str, ...]
    marc_245: str | None
    marc_269: str | None
    marc_991: tuple[str, ...]


def marc_fields(document: Document) -> MarcFields:
    """What a cataloguer copies from the document; `$` within a text is `{dollar}`, as in MARC files."""
    header = document.header
    symbols = (header.symbol, *header.other_symbols) if header.symbol else header.other_symbols
    return MarcFields(
        tuple(map(_symbol, symbols)),
        f"$a{_text(header.title)}" if header.title else None,
        f"$a{header.date}" if header.date else None,
        tuple(f"$b{_number(key)}" for key in header.agenda_items),
    )


def _symbol(symbol: str) -> str:
    try:
        parsed = parse(symbol)
    except SymbolError:
        return f"$a{_text(symbol)}"
    return f"$a{_text(symbol)}$b{_text(parsed.body)}/" + (f"$c{parsed.session}" if parsed.session else "")


def _number(key: str) -> str:
    """A key as records have it: `1.a` is "1(a)"."""
    first, *rest = key.split(".")
    return first + "".join(f"({part})" for part in rest)


def _text(text: str) -> str:
    return one_line(text).replace("$", "{dollar}")
