"""Page trees that stand for more pages than the file has, and contents in very many parts."""

from __future__ import annotations

import pytest
from pdf_files import pdf_of, stream

from undocparse.errors import TooLargeError, UnreadableError
from undocparse.readers.pdf import read_pdf
from undocparse.readers.pdf_objects import Objects, patched
from undocparse.readers.pdf_tree import short_contents, stands_for_too_many, without_tail

CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"


def _tree(*kids: bytes, more: int = 0) -> bytes:
    """Nodes from object 3 on, and as many pages behind them."""
    nodes = [b"<< /Type /Pages /Kids [ %s ] /Count 1 >>" % each for each in kids]
    return pdf_of(
        [CATALOG, b"<< /Type /Pages /Kids [ 3 0 R ] /Count 1 >>", *nodes, *[b"<< /Type /Page >>"] * more]
    )


@pytest.mark.parametrize(
    ("data", "pages"),
    [
        (_tree(b"4 0 R " * 600, more=1), 600),
        (_tree(*(b"%d 0 R " % (place + 4) * 10 for place in range(6)), more=1), 10**6),
        (_tree(b"4 0 R " * 600 + b"3 0 R", more=1), 600),
        (_tree(b" ".join(b"%d 0 R" % (place + 4) for place in range(700)), more=700), 0),
        (_tree(b"4 0 R 4 0 R", more=1), 0),
        (_tree(b"3 0 R"), 0),
        (_tree(b"3 0 R 3 0 R"), 2**20 - 1),
    ],
    ids=["again", "again-and-again", "below-itself", "many", "twice", "in-itself-only", "in-itself-twice"],
)
def test_a_tree_is_counted_before_an_engine_walks_over_it(data: bytes, pages: int) -> None:
    assert stands_for_too_many(Objects(data)) == pages


def test_a_tree_that_stands_for_too_many_pages_is_an_error() -> None:
    with pytest.raises(TooLargeError, match=r"a\.pdf: .* 600"):
        read_pdf(_tree(b"4 0 R " * 600, more=1), "a.pdf")


@pytest.mark.parametrize("apart", [False, True])
def test_contents_in_very_many_parts_are_cut_and_told(*, apart: bool) -> None:
    parts = b"[ %s]" % (b"9 0 R " * 5003)
    objects = [b"<< /Type /Page /Contents %s >>" % (b"2 0 R" if apart else parts), parts if apart else b"()"]
    data = pdf_of(objects)
    ((patch, told),) = short_contents(Objects(data))
    shown = patched(data, [patch])
    assert len(shown) == len(data)
    assert shown.count(b"9 0 R") == 5000
    assert (told.code, "3 more" in told.message) == ("limit-reached", True)


def test_contents_as_pages_have_them_stay() -> None:
    few = b"[ %s]" % (b"9 0 R " * 900)
    assert not list(short_contents(Objects(pdf_of([b"<< /Contents %s >>" % few, stream(b"")]))))


def test_a_file_without_any_object_is_not_given_to_an_engine() -> None:
    with pytest.raises(UnreadableError, match="damaged"):
        read_pdf(b"%PDF-1.7\n" + b"\0" * 2000, "a.pdf")


@pytest.mark.parametrize(
    ("tail", "kept"), [(b"x" * 3000, False), (b"7 0 obj ()" + b"x" * 3000, True), (b"x" * 99, True)]
)
def test_what_follows_the_end_is_not_searched_unless_it_has_objects(tail: bytes, *, kept: bool) -> None:
    whole = pdf_of([CATALOG]).rstrip()
    assert without_tail(whole + tail) == (whole + tail if kept else whole)


def test_more_objects_than_any_file_has_are_an_error_before_they_are_looked_for() -> None:
    with pytest.raises(TooLargeError, match="500001 objects"):
        read_pdf(b"%PDF-1.7\n" + b"1 0 obj 0 endobj " * 500_001, "a.pdf")
