"""Tells what a file is by its content; names and suffixes have no say."""

from __future__ import annotations

import io
import re
import tarfile
import zipfile

from undocparse.readers.encoding import decode

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
DOC = "application/msword"
RTF = "application/rtf"
ODT = "application/vnd.oasis.opendocument.text"
WPD = "application/vnd.wordperfect"
WORD_XML = "application/vnd.ms-wordml+xml"
ENCRYPTED = "application/x-ole-encrypted"
HTML = "text/html"
AKN = "application/akn+xml"
OWN_MARKUP = "urn:undocparse:akn:1"
"""The namespace of what this program adds to Akoma Ntoso, in files that it wrote itself."""
TEXT = "text/plain"
MARKDOWN = "text/markdown"
UNKNOWN = "application/octet-stream"
DAMAGED_ZIP = "application/x-damaged-zip"

DESCRIPTIONS = {
    "image/png": "a PNG image",
    "image/jpeg": "a JPEG image",
    "image/gif": "a GIF image",
    "image/tiff": "a TIFF image",
    "image/bmp": "a bitmap image",
    "image/webp": "a WebP image",
    "application/postscript": "a PostScript file",
    "application/gzip": "a gzip archive",
    "application/x-7z-compressed": "a 7-Zip archive",
    "application/x-rar": "a RAR archive",
    "application/zip": "a zip archive",
    "application/x-tar": "a tar archive",
    "application/x-archive": "an ar archive",
    "application/x-cpio": "a cpio archive",
    "application/epub+zip": "an e-book",
    "application/x-executable": "a program",
    "application/vnd.ms-excel": "a spreadsheet",
    "application/vnd.ms-powerpoint": "a presentation",
    "application/x-ole-storage": "an Office file other than a Word document",
    "application/xml": "an XML file",
    "application/json": "a JSON file",
    UNKNOWN: "binary data",
}
"""What undocparse does not read, in words for a person."""

_MAGIC = (
    (b"\x89PNG", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"%!PS", "application/postscript"),
    (b"\x7fELF", "application/x-executable"),
    (b"{\\rtf", RTF),
    (b"\xffWPC", WPD),
)
_ARCHIVES = (
    (b"\x1f\x8b", "application/gzip"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"Rar!\x1a\x07", "application/x-rar"),
    (b"!<arch>\n", "application/x-archive"),
)
_CPIO = re.compile(rb"0707(?:0[12][\dA-Fa-f]{104}|07[0-7]{70})")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_STREAMS = (  # in this order: an encrypted package says nothing else, and Word files embed the others
    ("EncryptedPackage", ENCRYPTED),
    ("WordDocument", DOC),
    ("Workbook", "application/vnd.ms-excel"),
    ("PowerPoint Document", "application/vnd.ms-powerpoint"),
)
_ZIP_FOLDERS = (
    ("word/", DOCX),
    ("xl/", "application/vnd.ms-excel"),
    ("ppt/", "application/vnd.ms-powerpoint"),
)
_COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
_HTML = re.compile(rb"\s*(?:<!doctype\s+html|<html|<head|<body)", re.IGNORECASE)
_AKN = re.compile(r"(?:<!--(?>.*?-->)\s*+)*+<akomaNtoso\b", re.DOTALL)
_MARKDOWN = re.compile(
    r"""(?mx)
      ^[ ]{0,3}\#{1,6}[ ]+\S                          # a heading
    | ^[ ]{0,3}\|?[ ]*:?-{3,}:?[ ]*(?:\|[ ]*:?-{3,}:?[ ]*)+\|?[ ]*$   # the rule under a table's head
    | ^\[\^\w+\]:[ ]                                   # a footnote
    """
)
_EMPHASIS = re.compile(r"(?<![\w*])\*\*[^\s*][^*\n]*(?:\n[^*\n]+)?[^\s*]\*\*(?![\w*])")


def media_type(data: bytes) -> str:
    """The media type of a file's content; `UNKNOWN` for bytes that are no text."""
    head = data[:1024]
    found = _container_type(data)  # what holds documents is none of them, though one may begin at its head
    if found is None and b"%PDF-" in head:
        return PDF
    found = found or next((each for magic, each in _MAGIC if head.startswith(magic)), None)
    if found is None and head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        found = "image/webp"
    if found is None and head.startswith(b"BM") and b"\x00" in head[:16]:
        found = "image/bmp"
    return found or _text_type(data)


def _container_type(data: bytes) -> str | None:
    """What an archive, or an Office file, is; None for others."""
    if data.startswith(_OLE):
        return _ole_type(data)
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK00PK\x03\x04")):
        return _zip_type(data)
    found = next((each for magic, each in _ARCHIVES if data.startswith(magic)), None)
    if _CPIO.match(data):
        found = "application/x-cpio"
    return found or ("application/x-tar" if _is_tar(data[: tarfile.BLOCKSIZE]) else None)


def _is_tar(block: bytes) -> bool:
    """Whether a block is the head of an archive's first member, by its checksum."""
    try:
        tarfile.TarInfo.frombuf(block, "utf-8", "surrogateescape")
    except (tarfile.HeaderError, ValueError):
        return False
    return True


def is_markdown(text: str) -> bool:
    """Whether a text has headings, table rules or footnotes in Markdown, or at least two bold stretches."""
    if _MARKDOWN.search(text):
        return True
    found = _EMPHASIS.finditer(text)
    return next(found, None) is not None and next(found, None) is not None


def _ole_type(data: bytes) -> str:
    for stream, found in _OLE_STREAMS:
        if stream.encode("utf-16-le") in data:
            return found
    return "application/x-ole-storage"


def _zip_type(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            if "mimetype" in names and archive.getinfo("mimetype").file_size < 200:
                return _opendocument(archive.read("mimetype").decode("ascii", "replace").strip())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError):
        return DAMAGED_ZIP
    for folder, found in _ZIP_FOLDERS:
        if any(name.startswith(folder) for name in names):
            return found
    return DOCX if "[Content_Types].xml" in names else "application/zip"


def _opendocument(declared: str) -> str:
    if declared.startswith(ODT):
        return ODT
    if "spreadsheet" in declared:
        return "application/vnd.ms-excel"
    return declared if declared in DESCRIPTIONS else "application/zip"


def _text_type(data: bytes) -> str:
    if _HTML.match(_COMMENT.sub(b"", data[:4096]).lstrip(b"\xef\xbb\xbf")):
        return HTML
    text = decode(data)
    if text is None:
        return UNKNOWN
    head = text[:2000].lstrip("\ufeff \t\r\n")
    if head.startswith("<?xml"):
        return _xml_type(head)
    if _AKN.match(head):
        return AKN
    if head.startswith(("{", "[{")) and head[1:].lstrip().startswith(('"', "{", "}")):
        return "application/json"
    return MARKDOWN if is_markdown(text) else TEXT


def _xml_type(head: str) -> str:
    if "Word.Document" in head or "schemas.microsoft.com/office/word/2003" in head:
        return WORD_XML
    if "<akomaNtoso" in head:
        return AKN
    return HTML if "<html" in head else "application/xml"
