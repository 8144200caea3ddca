"""Damaged and hostile Word files: typed errors, and nothing else."""

from __future__ import annotations

import pytest
from word_files import para, printed, read_word, unzipped, word_file, zipped

from undocparse import errors
from undocparse.readers import load, read


def broken(**changed: str | bytes | None) -> bytes:
    files = unzipped(word_file(para("x")))
    for name, content in changed.items():
        path = {"document": "word/document.xml", "rels": "_rels/.rels"}[name]
        if content is None:
            del files[path]
        else:
            files[path] = content
    return zipped(files)


LAUGHS = '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><d>&b;</d>'
DAMAGED = {
    "no-document": (broken(document=None), errors.UnreadableError),
    "no-body": (broken(document="<d/>"), errors.UnreadableError),
    "no-xml": (broken(document="this is no XML"), errors.UnreadableError),
    "half-xml": (broken(document="<d><w>"), errors.UnreadableError),
    "entities": (broken(document=LAUGHS), errors.UnreadableError),
    "deep": (broken(document="<d>" * 5000 + "</d>" * 5000), errors.TooLargeError),
    "bomb": (broken(document=b"<d>" + b" " * 70_000_000 + b"</d>"), errors.TooLargeError),
    "cut": (word_file(para("x"))[:400], errors.UnreadableError),
}


@pytest.mark.parametrize(("data", "kind"), DAMAGED.values(), ids=DAMAGED)
def test_damage_is_a_typed_error(data: bytes, kind: type[Exception]) -> None:
    with pytest.raises(kind, match="given"):
        read(load(data, name="given.docx"))


def test_a_changed_byte_is_found() -> None:
    data = bytearray(word_file(para("x" * 500)))
    place = data.index(b"word/document.xml") + 60
    data[place] ^= 0xFF
    with pytest.raises(errors.UndocparseError):
        read(load(bytes(data)))


def test_a_file_without_relations_is_read() -> None:
    assert printed(read(load(broken(rels=None)))) == ["x"]


def test_strict_open_xml_is_read() -> None:
    files = unzipped(word_file(para("Strict")))
    strict = files["word/document.xml"]
    assert isinstance(strict, bytes)
    files["word/document.xml"] = strict.replace(
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    assert printed(read(load(zipped(files)))) == ["Strict"]


def test_an_embedded_document_is_said_to_be_unread() -> None:
    found = read_word(para("x") + '<w:altChunk r:id="other"/>')
    assert [each.code for each in found.diagnostics] == ["docx-part-not-read"]
