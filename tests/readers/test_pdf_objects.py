"""Finding objects in damaged and hostile files: numbers of any length, tables that lie, very many objects."""

from __future__ import annotations

import pytest
from pdf_files import pdf_of

from undocparse.readers import pdf_objects
from undocparse.readers.pdf_objects import Objects, Patch, number_of, patched

MANY = b"9" * 5000
WHOLE = pdf_of([b"<< /Type /Catalog >>", b"(second)"])


@pytest.mark.parametrize(
    "data",
    [
        WHOLE.rpartition(b"startxref")[0] + b"startxref\n" + MANY,
        WHOLE.replace(b"xref\n0 3\n", b"xref\n0 %s\n" % MANY),
        WHOLE.replace(b"xref\n0 3\n", b"xref\n%s 3\n" % MANY),
        WHOLE.replace(b"/Size 3", b"/Prev %s" % MANY),
    ],
    ids=["startxref", "length", "first", "earlier"],
)
def test_numbers_of_any_length_are_read(data: bytes) -> None:
    found = Objects(data).find(b"2")
    assert found is not None
    assert b"(second)" in data[slice(*found)]
    assert MANY not in Objects(data)


def test_digits_are_their_number_or_beyond_every_file() -> None:
    assert number_of(b"0" * 5000 + b"12") == 12
    assert number_of(b"000") == 0
    assert number_of(MANY) > 10**12


def test_the_file_is_searched_once_for_all_objects(monkeypatch: pytest.MonkeyPatch) -> None:
    searched: list[bytes] = []
    places_of = pdf_objects.places_of
    monkeypatch.setattr(
        pdf_objects, "places_of", lambda word, data: (searched.append(word), places_of(word, data))[1]
    )
    data = b"".join(b"%d 0 obj\n(%d)\nendobj\n" % (number, number) for number in range(1, 300))
    objects = Objects(data + b"17 0 obj\n(last)\nendobj\n")
    assert all(objects.find(b"%d" % number) for number in range(1, 300))
    found = objects.find(b"17")
    assert found is not None
    assert objects.data[slice(*found)].endswith(b"(last)\n")
    assert len(searched) == 1


def test_no_more_sections_are_noted_than_a_file_can_have() -> None:
    table = b"xref\n" + b"0 0\n" * 100_000
    objects = Objects(table + b"1 0 obj\n()\nendobj\nstartxref\n0")
    assert objects.find(b"1")
    assert len(objects._sections) <= 1000


def test_patches_change_what_they_say_and_move_nothing() -> None:
    data = b"abcdefgh"
    assert patched(data, [Patch(6, b"XY"), Patch(1, b"__"), Patch(2, b"??")]) == b"a__defXY"
    assert patched(data, []) is data
