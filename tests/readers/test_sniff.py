from __future__ import annotations

import io
import struct
import tarfile
import zipfile

import pytest
from word_files import para, word_file, zipped

from undocparse import errors
from undocparse.readers import load, read, sniff

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504
STORED = b"%PDF-1.4\n" + b"x" * 2000
TEXT = "Ordre du jour provisoire\n\n1. Élection du Bureau\n"

CONTENTS = {
    "pdf": (b"%PDF-1.7\n", sniff.PDF),
    "pdf-after-junk": (b"\r\n\r\n%PDF-1.4\n", sniff.PDF),
    "docx": (word_file(para("x")), sniff.DOCX),
    "xlsx": (zipped({"[Content_Types].xml": "", "xl/workbook.xml": ""}), "application/vnd.ms-excel"),
    "odt": (zipped({"mimetype": sniff.ODT, "content.xml": ""}), sniff.ODT),
    "zip": (zipped({"readme.txt": "x"}), "application/zip"),
    "broken-zip": (b"PK\x03\x04 and then nothing of the kind", sniff.DAMAGED_ZIP),
    "doc": (OLE + "WordDocument".encode("utf-16-le"), sniff.DOC),
    "xls": (OLE + "Workbook".encode("utf-16-le"), "application/vnd.ms-excel"),
    "encrypted": (OLE + "EncryptedPackage".encode("utf-16-le"), sniff.ENCRYPTED),
    "rtf": (b"{\\rtf1\\ansi x}", sniff.RTF),
    "png": (b"\x89PNG\r\n\x1a\n", "image/png"),
    "bytes": (bytes(range(256)) * 4, sniff.UNKNOWN),
    "html": (b"\xef\xbb\xbf<!DOCTYPE html><html><body>x", sniff.HTML),
    "html-after-comment": (b"<!-- saved --><html>", sniff.HTML),
    "xml": (b'<?xml version="1.0"?><feed/>', "application/xml"),
    "json": (b'{"symbol": "A/1/1"}', "application/json"),
    "utf-8": (TEXT.encode(), sniff.TEXT),
    "utf-16": (TEXT.encode("utf-16"), sniff.TEXT),
    "utf-16-without-mark": (TEXT.encode("utf-16-le"), sniff.TEXT),
    "windows-1252": (TEXT.encode("cp1252"), sniff.TEXT),
    "starred-text": (b"A/1/1**\n\n* Reissued.\n** Item 3.\n#5\n", sniff.TEXT),
    "markdown-heading": (b"# Provisional agenda\n", sniff.MARKDOWN),
    "markdown-table": (b"| a | b |\n| --- | --- |\n", sniff.MARKDOWN),
    "markdown-emphasis": (b"**General Assembly**\n\n**Sixth Committee**\n", sniff.MARKDOWN),
}


def _zip_of_pdfs() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name in ("a.pdf", "b.pdf"):
            archive.writestr(name, STORED)
    return out.getvalue()


def _tar_of_pdfs() -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        member = tarfile.TarInfo("a.pdf")
        member.size = len(STORED)
        archive.addfile(member, io.BytesIO(STORED))
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (_zip_of_pdfs(), "a zip archive"),
        (_zip_of_pdfs()[:-100], "zip archive"),
        (_tar_of_pdfs(), "a tar archive"),
        (b"!<arch>\n" + b"a.pdf/".ljust(60) + STORED, "an ar archive"),
        (b"070701" + b"0" * 104 + b"a.pdf\0" + STORED, "a cpio archive"),
        (b"Rar!\x1a\x07\x00" + b"\0" * 50 + STORED, "a RAR archive"),
        (OLE + STORED, "an Office file"),
    ],
    ids=["zip", "zip-cut-off", "tar", "ar", "cpio", "rar", "ole"],
)
def test_what_holds_pdfs_is_not_read_as_one_of_them(data: bytes, says: str) -> None:
    with pytest.raises(errors.UndocparseError, match=says):
        read(load(data, name="all.pdf"))


@pytest.mark.parametrize(("data", "expected"), CONTENTS.values(), ids=CONTENTS)
def test_content_decides(data: bytes, expected: str) -> None:
    assert sniff.media_type(data) == expected


@pytest.mark.parametrize(
    ("name", "kind", "says"),
    [
        ("xlsx", errors.NotADocumentError, "spreadsheet"),
        ("xls", errors.NotADocumentError, "spreadsheet"),
        ("zip", errors.NotADocumentError, "zip archive"),
        ("png", errors.NotADocumentError, "PNG image"),
        ("bytes", errors.NotADocumentError, "binary"),
        ("json", errors.NotADocumentError, "JSON"),
        ("broken-zip", errors.UnreadableError, "zip"),
        ("encrypted", errors.EncryptedError, "encrypted"),
    ],
)
def test_what_is_no_document_is_named(name: str, kind: type[Exception], says: str) -> None:
    with pytest.raises(kind, match=says):
        read(load(CONTENTS[name][0], name=name))


def test_an_encrypted_word_97_file_is_told_without_libreoffice() -> None:
    header = struct.pack("<HHHHHH", 0xA5EC, 0x00C1, 0, 0, 0, 0x0100)
    data = OLE + header + b"\0" * 500 + "WordDocument".encode("utf-16-le")
    with pytest.raises(errors.EncryptedError):
        read(load(data, name="old.doc"))


def test_the_name_has_no_say() -> None:
    assert read(load(word_file(para("Agenda")), name="agenda.pdf")).reader == "docx"
    found = read(load(("Provisional agenda\n" * 30).encode(), name="agenda.docx"))
    assert found.reader == "text"
    assert [each.code for each in found.diagnostics] == ["name-and-content-differ"]


def test_a_stub_under_the_name_of_a_word_file_is_unreadable() -> None:
    with pytest.raises(errors.UnreadableError, match=r"agenda\.docx"):
        read(load(b"503 Service Unavailable", name="agenda.docx"))


def test_blanks_only_are_nothing() -> None:
    with pytest.raises(errors.EmptyError):
        read(load(b" \n\n\t "))
