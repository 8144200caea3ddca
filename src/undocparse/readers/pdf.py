"""PDF to pages of lines: one fast reading, and a second opinion for the pages that need it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from itertools import chain, count
from typing import Any

from undocparse.errors import EncryptedError, TooLargeError, UnreadableError
from undocparse.layout.pages import Layout, Page
from undocparse.limits import Budget, limit_reached
from undocparse.model.diagnostics import Diagnostic
from undocparse.model.place import Where
from undocparse.readers.pdf_asides import asides_of, placed_among
from undocparse.readers.pdf_codes import has_lost_map
from undocparse.readers.pdf_columns import by_columns
from undocparse.readers.pdf_covered import run_over
from undocparse.readers.pdf_engine import EnginePanic, guarded, is_broken, load_engine
from undocparse.readers.pdf_fonts import PrivateFonts, fonts_in
from undocparse.readers.pdf_lines import page_lines
from undocparse.readers.pdf_objects import Objects, patched
from undocparse.readers.pdf_pdfium import PdfiumPages, size_of
from undocparse.readers.pdf_raised import part_raised
from undocparse.readers.pdf_seen import leave_covered_out, leave_unseen_out, signs_in
from undocparse.readers.pdf_spans import OxidePages, PdfPage, PdfSpan
from undocparse.readers.pdf_tree import short_contents, stands_for_too_many, without_tail
from undocparse.readers.pdf_turned import put_back
from undocparse.readers.pdf_veil import veil

MEDIA_TYPE = "application/pdf"
_OBJECTS = 500_000  # the fast engine takes two seconds to find so many; the longest reports have a tenth
_LAID_OUT = 10_000  # characters and drawn parts; the second engine takes a second, and pages have 6,000


def read_pdf(data: bytes, name: str, budget: Budget | None = None) -> Layout:
    """All pages of a PDF.

    Pages without a text layer come out empty, with a diagnostic; reading a picture of a page is not
    done here.

    Args:
        data: the file's bytes.
        name: what errors call the file.
        budget: how much of it may be read.

    Raises:
        EncryptedError: the file needs a password.
        UnreadableError: it is damaged beyond repair or has no pages.
        TooLargeError: it has too many objects, or its page tree stands for more pages than it has objects.
        TimeLimitError: the time that the budget gives is up.
        EnginePanic: the engine broke down, here or over an earlier file, and `budget.apart` says that another
            process can read this one.
    """
    budget = budget or Budget(name=name)
    if is_broken() and budget.apart:
        raise EnginePanic("it broke down over an earlier file")
    engine, doubts = _opened_here(data, name, budget)
    total = budget.pages(_page_count(engine, name))
    with closing(PdfiumPages(data)) as pdfium:
        pages = _Pages(engine, data, budget, pdfium)
        layout = Layout("pdf", MEDIA_TYPE, list(pages.read(total)), [])
    layout.diagnostics.extend([*doubts, *pages.doubts()])
    if total and not any(page.lines for page in layout.pages):
        layout.diagnostics.append(
            Diagnostic(
                code="no-text-layer",
                severity="error",
                message="No page has a text layer: the file is a set of pictures and needs OCR first.",
            )
        )
    return layout


def _opened_here(data: bytes, name: str, budget: Budget) -> tuple[OxidePages, list[Diagnostic]]:
    try:
        return opened(data, name)
    except EnginePanic as error:
        if budget.apart:
            raise
        raise _why_unreadable(error, name) from error


def opened(data: bytes, name: str) -> tuple[OxidePages, list[Diagnostic]]:
    """The pages by the fast engine, which is not shown what it would take from other files or read in vain.

    Args:
        data: as for `read_pdf`.
        name: likewise.

    Returns:
        The pages, and what is wrong with the file's fonts and contents.

    Raises:
        EncryptedError: as `read_pdf`.
        UnreadableError: likewise.
        TooLargeError: its page tree stands for more pages than it has objects.
        EnginePanic: the engine broke down over the file.
    """
    found, objects = fonts_in(data), Objects(data)
    _check_tree(objects, name)
    fonts, cuts = PrivateFonts(data, found), list(short_contents(objects))
    shown = patched(data, chain(fonts.patches, veil(objects, found.values()), (patch for patch, _ in cuts)))
    lost = any(has_lost_map(objects, font) for font in found.values())
    doubts = [told for _, told in cuts]
    return OxidePages(_open(without_tail(shown), name), fonts), [*doubts, _lost_map()] if lost else doubts


def _check_tree(objects: Objects, name: str) -> None:
    if b"obj" not in objects.data:
        raise UnreadableError(name, "the PDF is damaged", "fetch the file again")
    # an object takes more than a byte: most files need not be searched
    if len(objects.data) > _OBJECTS and (count := objects.data.count(b" obj")) > _OBJECTS:
        raise TooLargeError(name, f"it has {count} objects", "print it to a new PDF")
    if pages := stands_for_too_many(objects):
        reason = f"its few pages stand for {pages} by being named again and again"
        raise TooLargeError(name, reason, "print it to a new PDF")


def _lost_map() -> Diagnostic:
    message = "A font's map to Unicode is not in the file: text in it comes out as codes, not as characters."
    return Diagnostic(code="font-map-lost", severity="error", message=message)


def _open(data: bytes, name: str) -> Any:
    engine = load_engine()
    try:
        with guarded():
            document = engine.PdfDocument.from_bytes(data)
            document.page_count()
            open_to_all = document.authenticate("")
    except EnginePanic:
        raise
    except Exception as error:
        raise _why_unreadable(error, name) from error
    if not open_to_all:
        raise EncryptedError(name, "the PDF is encrypted", "save a copy without a password and read that")
    return document


def _why_unreadable(error: Exception, name: str) -> EncryptedError | UnreadableError:
    words = str(error).lower()
    if "encrypt" in words or "password" in words:
        return EncryptedError(name, "the PDF is encrypted", "save a copy without a password and read that")
    return UnreadableError(name, "the PDF is damaged", "fetch the file again")


def _page_count(engine: OxidePages, name: str) -> int:
    total = len(engine)
    if total == 0:
        raise UnreadableError(name, "the PDF has no pages", "fetch the file again")
    return total


class _Pages:
    """Reads page after page, and keeps what is doubtful about them."""

    def __init__(self, engine: OxidePages, data: bytes, budget: Budget, pdfium: PdfiumPages) -> None:
        self._engine, self._data, self._budget, self._pdfium = engine, data, budget, pdfium
        self._numbers = count()
        self._diagnostics: list[Diagnostic] = []
        self._signs = signs_in(data)
        self._unseen: list[int] = []
        self._recognized: list[int] = []

    def read(self, total: int) -> Iterator[Page]:
        """The first pages, as far as their lines may be read."""
        for index in range(total):
            self._budget.check()
            page = self._page(index)
            del page.lines[self._budget.lines(len(page.lines)) :]
            yield page

    def _page(self, index: int) -> Page:
        """One page, counted from 0."""
        found = self._spans(index)
        if found is None:
            return Page(index + 1)
        found.settle()
        if found.frame and found.frame.turn in {90, 270}:
            self._put_back(found, index)
        # Text boxes with another distribution and date are set in mastheads (A/CONF.230/2025/L.2).
        over = list(run_over(found.spans)) if index == 0 else []
        if self._signs.hides or self._signs.raises or found.pale or over:
            self._look(found, index, over)
        asides = asides_of(found, index + 1)
        lines = page_lines(found.spans, index + 1, self._numbers, found.rulings)
        lines = by_columns(lines, found.width, found.height, found.rulings)
        if asides:
            lines = placed_among(lines, asides, found.rulings, self._numbers)
        return Page(index + 1, found.width, found.height, lines, found.rulings)

    def doubts(self) -> list[Diagnostic]:
        """What is doubtful about the pages read so far."""
        found = list(self._diagnostics)
        if self._unseen:
            message = f"Text that nobody sees on the page was left out (page {_listed(self._unseen)})."
            found.append(Diagnostic(code="hidden-text-left-out", severity="info", message=message))
        if self._recognized:
            message = (
                "The text lies unseen over pictures of the pages, as text recognition writes it, and may be "
                f"wrong (page {_listed(self._recognized)})."
            )
            found.append(Diagnostic(code="text-recognized", severity="warning", message=message))
        return found

    def _spans(self, index: int) -> PdfPage | None:
        """The page by the fast engine, or by the second one where that fails or is doubtful."""
        found = self._fast(index)
        doubt = _doubt(found) if found is not None else ""
        if found is not None and not doubt:
            return found
        if size := self._too_large(index):
            self._diagnostics.append(_no_second_opinion(index, size, doubt))
            return found
        if doubt:
            self._diagnostics.append(_second_opinion(index, doubt))
        from undocparse.readers.pdf_plumber import plumber_page  # noqa: PLC0415 - slow engine, rarely needed

        second = plumber_page(self._data, index)
        return second if found is None or (second and not _garbled(second)) else found

    def _too_large(self, index: int) -> int:
        """How much the second engine would have to lay out, where that is too much; 0 where it is not."""
        try:
            with self._pdfium.page(index) as page:
                size = size_of(page)
        except Exception:  # the engine's errors have no common base; the other finds out for itself
            return 0
        return size if size > _LAID_OUT else 0

    def _fast(self, index: int) -> PdfPage | None:
        """The page by the fast engine; None where it fails, or broke down before."""
        try:
            if is_broken():
                raise EnginePanic("it broke down before")  # noqa: TRY301 - as if here
            with guarded():
                return self._engine.read(index)
        except EnginePanic as error:
            if self._budget.apart:
                raise
            self._diagnostics.append(_second_opinion(index, f"the fast engine failed: {error}"))
        except Exception as error:  # the engine's errors have no common base
            self._diagnostics.append(_second_opinion(index, f"the fast engine failed: {error}"))
        return None

    def _put_back(self, found: PdfPage, index: int) -> None:
        try:
            with self._pdfium.page(index) as page:
                put_back(found, page)
        except Exception:  # the engine's errors have no common base; what was read stays
            return

    def _look(self, found: PdfPage, index: int, over: list[tuple[PdfSpan, list[PdfSpan]]]) -> None:
        """Ask PDFium which text is seen, and which is raised."""
        before = len(found.spans)
        try:
            with self._pdfium.page(index) as page:
                if (self._signs.hides or found.pale) and leave_unseen_out(found, page):
                    self._recognized.append(index + 1)
                if over:
                    leave_covered_out(found, page, over)
                if len(found.spans) < before:
                    self._unseen.append(index + 1)
                if self._signs.raises:
                    part_raised(found, page)
        except Exception:  # the engine's errors have no common base; what is doubtful stays
            return


def _listed(pages: list[int]) -> str:
    return ", ".join(map(str, pages))


def _doubt(page: PdfPage) -> str:
    if page.foreign_widths:
        return "a font has the widths of another document"
    return "many characters have no Unicode value" if _garbled(page) else ""


def _garbled(page: PdfPage) -> bool:
    """Whether more than one character in twenty has no Unicode value."""
    text = "".join(span.text for span in page.spans)
    return 20 * (text.count("\ufffd") + text.count("(cid:")) > len(text) > 0


def _no_second_opinion(index: int, size: int, doubt: str) -> Diagnostic:
    what = f"what was read of it is doubtful, since {doubt}" if doubt else "nothing of it was read"
    parts = f"Page {index + 1} has {size} characters and drawn parts"
    message = f"{parts}, too many for the second engine: {what}."
    return limit_reached(message)


def _second_opinion(index: int, why: str) -> Diagnostic:
    return Diagnostic(
        code="page-read-by-second-engine",
        severity="info",
        message=f"Page {index + 1} was read by the second engine because {why}.",
        where=Where(section="unassigned", page=index + 1),
    )
