"""Files that cannot be read: a typed error that names the file, or a document that says what is missing."""

from __future__ import annotations

from pathlib import Path

import pytest

import undocparse
from undocparse import errors

BAD = Path(__file__).parent.parent / "fixtures" / "bad"
DOCS = BAD.parent / "docs"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("empty.pdf", errors.EmptyError),
        ("encrypted.pdf", errors.EncryptedError),
        ("not-a-zip.docx", errors.UndocparseError),
        ("not-a-document.bin", errors.NotADocumentError),
    ],
)
def test_a_typed_error_names_the_file(name: str, kind: type[errors.UndocparseError]) -> None:
    with pytest.raises(kind, match=name):
        undocparse.parse(BAD / name)


def test_a_file_that_was_cut_off_is_refused_or_doubted() -> None:
    assert _told((BAD / "truncated.pdf").read_bytes(), "truncated.pdf")


PAGE = (
    b"<html><body>"
    + b"".join(b"<p>%d. Report of the bureau</p>" % at for at in range(1, 30))
    + b"</body></html>"
)


@pytest.mark.parametrize(
    ("name", "data"), [("assembly.en.pdf", (DOCS / "assembly.en.pdf").read_bytes()), ("page.html", PAGE)]
)
@pytest.mark.parametrize("percent", [5, 30, 60, 90, 99])
def test_wherever_a_file_is_cut_off_the_reader_is_told(name: str, data: bytes, percent: int) -> None:
    assert not _told(data, name)
    assert not _told(data + b"\n" * 2000, name)
    assert _told(data[: len(data) * percent // 100], name)


def test_a_file_made_for_the_web_that_is_shorter_than_it_says_is_doubted() -> None:
    data = (DOCS / "assembly.en.pdf").read_bytes()
    head, rest = data.split(b"\n", 1)
    for said, told in ((len(data), False), (len(data) + 1000, True)):
        linearized = b"9999 0 obj\n<< /Linearized 1 /L %d /N 3 >>\nendobj\n" % said
        assert _told(b"\n".join((head, linearized, rest)), "web.pdf") is told


def _told(data: bytes, name: str) -> bool:
    """Whether the reader of a file is told that its end is missing."""
    try:
        document = undocparse.parse(data, name=name)
    except errors.UndocparseError as error:
        return name in str(error)
    return "file-cut-off" in {each.code for each in document.diagnostics}


def test_a_page_that_is_a_picture_is_said_to_be_one() -> None:
    document = undocparse.parse(BAD / "picture-only.pdf")
    assert document.diagnostics
    assert document.document_type == "other"
    assert not document.agenda.root


def test_a_folder_is_no_document() -> None:
    with pytest.raises(errors.UndocparseError):
        undocparse.parse(BAD)
