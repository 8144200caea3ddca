"""Files that cannot be read: a typed error that names the file, or a document that says what is missing."""

from __future__ import annotations

from pathlib import Path

import pytest

import undocparse
from undocparse import errors

BAD = Path(__file__).parent.parent / "fixtures" / "bad"


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
    try:
        told = [each.code for each in undocparse.parse(BAD / "truncated.pdf").diagnostics]
    except errors.UndocparseError as error:
        told = [str(error)]
    assert told


def test_a_page_that_is_a_picture_is_said_to_be_one() -> None:
    document = undocparse.parse(BAD / "picture-only.pdf")
    assert document.diagnostics
    assert document.document_type == "other"
    assert not document.agenda.root


def test_a_folder_is_no_document() -> None:
    with pytest.raises(errors.UndocparseError):
        undocparse.parse(BAD)
