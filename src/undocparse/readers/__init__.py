"""Any file to the one intermediate form: the reader is chosen by content, never by the file's name."""

from __future__ import annotations

from importlib import import_module
from pathlib import PurePath

from undocparse.errors import EmptyError, EncryptedError, NotADocumentError, TooLargeError, UnreadableError
from undocparse.layout.pages import Layout
from undocparse.limits import Budget
from undocparse.model.diagnostics import Diagnostic
from undocparse.readers import sniff
from undocparse.readers.cut_off import cut_off
from undocparse.readers.notice import absent
from undocparse.readers.source import MAX_BYTES, Readable, Source, load

__all__ = ["MAX_BYTES", "Readable", "Source", "load", "read"]

_CONVERTED = {
    sniff.DOC: "doc",
    sniff.RTF: "rtf",
    sniff.ODT: "odt",
    sniff.WPD: "wpd",
    sniff.WORD_XML: "xml",
}
"""What LibreOffice turns into a Word file first, with the suffix that it knows the format by."""

_READERS = {
    sniff.PDF: "pdf:read_pdf",
    sniff.DOCX: "docx:read_docx",
    sniff.HTML: "html:read_html",
    sniff.AKN: "akn:read_akn",
    sniff.MARKDOWN: "markdown:read_markdown",
    sniff.TEXT: "text:read_text",
}
"""Module and function that reads what a media type names."""

_BINARY_SUFFIXES = frozenset({".pdf", ".docx", ".docm", ".doc"})
_MAX_TEXT = 20_000_000  # bytes; the longest reports have a tenth
_STUB = 300  # characters; text this short under the name of a Word file is what is left of a failed download


def read(source: Source, budget: Budget | None = None, *, convert_timeout: float = 120.0) -> Layout:
    """The pages of a document, whatever its format.

    Args:
        source: as `load` gives it.
        budget: how much of it may be read; what is left out, the budget tells.
        convert_timeout: seconds that LibreOffice may take over a file that it has to convert first.

    Raises:
        EmptyError: the file has nothing but blanks.
        EncryptedError: it needs a password.
        NotADocumentError: its content is of a kind that undocparse does not read; the error says which.
        UnreadableError: it is damaged.
        TooLargeError: it unpacks to more than a document can have, or is nested too deep.
        TimeLimitError: the time that the budget gives is up.
        ConverterMissingError: LibreOffice is needed and not installed.
    """
    budget = budget or Budget(name=source.origin)
    if source.data.isspace():
        raise EmptyError(source.origin, "the file has nothing but blanks", "fetch the file again")
    kind = sniff.media_type(source.data)
    if kind == sniff.ENCRYPTED:
        raise EncryptedError(source.origin, "the Office file is encrypted", "save a copy without a password")
    if kind == sniff.DAMAGED_ZIP:
        raise UnreadableError(source.origin, "the file is no sound zip archive", "fetch the file again")
    textual = kind in {sniff.TEXT, sniff.MARKDOWN, sniff.HTML, sniff.AKN}
    if textual and len(source.data) > _MAX_TEXT:
        reason = f"the text is longer than {_MAX_TEXT / 1e6:.0f} MB"
        raise TooLargeError(source.origin, reason, "split the file")
    try:
        layout = _read_as(kind, source, budget, convert_timeout)
    except RecursionError as error:  # a caller that is deep itself leaves less room than nesting needs
        reason = "its parts lie too deep in each other"
        raise TooLargeError(source.origin, reason, "read it where fewer calls are open") from error
    layout.diagnostics.extend(cut_off(kind, source.data))
    layout.diagnostics.extend(absent(layout))
    if textual:
        layout.diagnostics.extend(_misnamed(kind, source))
    return layout


def _read_as(kind: str, source: Source, budget: Budget, convert_timeout: float) -> Layout:
    """Each reader is imported where it is needed: they load engines that the others do without."""
    if kind in _CONVERTED:
        from undocparse.readers.doc import read_doc  # noqa: PLC0415

        return read_doc(source.data, source.origin, _CONVERTED[kind], kind, budget, timeout=convert_timeout)
    if kind not in _READERS:
        reason = f"this is {sniff.DESCRIPTIONS.get(kind, kind)}, not a document"
        raise NotADocumentError(source.origin, reason, "save it as PDF, Word or text")
    module, _, function = _READERS[kind].partition(":")
    layout: Layout = getattr(import_module(f"undocparse.readers.{module}"), function)(
        source.data, source.origin, budget
    )
    return layout


def _misnamed(kind: str, source: Source) -> list[Diagnostic]:
    """Say that a file is called a Word or PDF file and is none."""
    suffix = PurePath(source.name).suffix.lower()
    if suffix not in _BINARY_SUFFIXES or (suffix == ".doc" and kind == sniff.HTML):
        return []
    if kind == sniff.TEXT and len(source.data) < _STUB:
        reason = f"the file is called {suffix} but holds a few words of plain text"
        raise UnreadableError(source.origin, reason, "fetch the file again")
    message = f"The file is called {suffix} but holds {kind}; it was read as what it holds."
    return [Diagnostic(code="name-and-content-differ", severity="warning", message=message)]
