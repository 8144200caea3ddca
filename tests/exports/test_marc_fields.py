"""Fields of MARC records."""

from __future__ import annotations

from undocparse.exports.marc import marc_fields
from undocparse.model import Document, Header, Source

SOURCE = Source(name="x", sha256="0" * 64, media_type="text/plain", pages=1, reader="text")


def test_a_record_has_symbols_title_date_and_items() -> None:
    header = Header(
        symbol="A/C.6/80/L.1",
        other_symbols=("E/2025/12",),
        title="Cost of $ignatures",
        date="2025-05-02",
        agenda_items=("8", "1.c"),
    )
    fields = marc_fields(Document(source=SOURCE, header=header))
    assert fields.marc_191 == ("$aA/C.6/80/L.1$bA/C.6/$c80", "$aE/2025/12$bE/$c2025")
    assert fields.marc_245 == "$aCost of {dollar}ignatures"
    assert fields.marc_269 == "$a2025-05-02"
    assert fields.marc_991 == ("$b8", "$b1(c)")


def test_what_is_not_printed_is_no_field() -> None:
    assert marc_fields(Document(source=SOURCE)) == ((), None, None, ())
    assert marc_fields(Document(source=SOURCE, header=Header(symbol="no symbol"))).marc_191 == (
        "$ano symbol",
    )
