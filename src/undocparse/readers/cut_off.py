"""Whether a file ends as its format says it must: engines read a broken download without complaint."""

from __future__ import annotations

import re

from undocparse.model.diagnostics import Diagnostic
from undocparse.readers import sniff

_PADDING = b"\x00\t\n\x0c\r\x1a "  # what mail servers and old disks put after the end
_ENDS = {
    sniff.PDF: (b"%%eof", 1024),  # ISO 32000-1, annex H.3: readers look for it in the last 1024 bytes
    sniff.HTML: (b"</html", 0),
}
"""What a file of a kind ends with, in lower case, and within how many bytes of the end; 0 for anywhere."""

_LENGTH = re.compile(rb"/Linearized\b[^>]*?/L\s+(\d+)")
_BEGIN = re.compile(rb"<html\b", re.IGNORECASE)


def cut_off(kind: str, data: bytes) -> list[Diagnostic]:
    """A warning where the end of a file is missing.

    Args:
        kind: its media type.
        data: its bytes.
    """
    if kind not in _ENDS or not (_lacks_its_end(kind, data) or _is_shorter_than_said(kind, data)):
        return []
    message = "The file breaks off before its end: pages or paragraphs may be missing. Fetch it again."
    return [Diagnostic(code="file-cut-off", severity="warning", message=message)]


def _lacks_its_end(kind: str, data: bytes) -> bool:
    if kind == sniff.HTML and not _BEGIN.search(data[:4096]):
        return False  # a piece of a page, which has no end to lack
    end, within = _ENDS[kind]
    return end not in data.rstrip(_PADDING)[-within:].lower()


def _is_shorter_than_said(kind: str, data: bytes) -> bool:
    """A PDF made for the web has an end after its first page too, but says how long it is."""
    said = _LENGTH.search(data[:1024]) if kind == sniff.PDF else None
    return said is not None and int(said[1]) > len(data)
