"""Word files to pages of lines and grids, read from their XML parts.

The parts are read with lxml and not with python-docx: text boxes, footnotes, automatic numbers, tracked
changes and content controls have no place in that library's model, and its objects make each run slow.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from lxml import etree

from undocparse.errors import UnreadableError
from undocparse.layout.pages import Grid, Layout, Line, Page, Region
from undocparse.limits import Budget
from undocparse.model.diagnostics import Diagnostic
from undocparse.readers.attributes import integer
from undocparse.readers.docx_notes import Notes, note_lines, read_notes, star_note
from undocparse.readers.docx_numbering import Numbering
from undocparse.readers.docx_package import Package, R, W
from undocparse.readers.docx_story import Settings, Story
from undocparse.readers.docx_styles import is_on, read_styles
from undocparse.readers.sniff import DOCX

_MASTHEAD = 5  # lines; a header that has as many is no running head
_TWIP = 1 / 20  # points


def read_docx(data: bytes, name: str, budget: Budget | None = None) -> Layout:
    """A Word file (.docx, .docm) as lines, one a paragraph.

    The first page's header is read as body text, since mastheads stand there; all other headers and footers
    are lines of page 1 in regions `head` and `foot`, each distinct line once. Pages are those that Word noted
    when it last set the file; without such notes only breaks that the author set begin a page.

    Args:
        data: the file's bytes.
        name: what errors call the file.
        budget: how much of it may be read.

    Raises:
        UnreadableError: the file is damaged or has no document part.
        EncryptedError: its parts are encrypted.
        TooLargeError: it unpacks to more than a document can have.
    """
    budget = budget or Budget(name=name)
    package = Package(data, name, budget)
    root = package.xml(package.main)
    body = None if root is None else root.find(f"{W}body")
    if body is None:
        raise UnreadableError(name, "the Word file has no body", "open it in Word and save it again")
    parts = _Parts(package)
    sections = list(body.iter(f"{W}sectPr"))
    settings, notes = _settings(parts, sections, budget), _notes(parts, sections)
    story = Story(settings, notes)
    story.read(body)
    furniture = _furniture(parts, sections, settings)
    layout = Layout("docx", DOCX, _pages(story, furniture, settings, notes))
    layout.diagnostics.extend(_diagnostics(story, settings))
    return layout


class _Parts:
    """The parts that the main part relates to."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._relations = package.relations(package.main)

    def of_kind(self, kind: str) -> etree._Element | None:
        """The first part of a kind ("styles"), as XML."""
        target = next((target for each, target in self._relations.values() if each == kind), None)
        return None if target is None else self._package.xml(target)

    def target(self, identifier: str) -> str | None:
        """The name of the part that a relation leads to."""
        relation = self._relations.get(identifier)
        return None if relation is None else relation[1]

    def named(self, name: str) -> etree._Element | None:
        """A part, as XML."""
        return self._package.xml(name)


@dataclass(slots=True)
class _Furniture:
    """Lines of headers and footers, and what of them is none."""

    masthead: Story
    heads: list[Line]
    feet: list[Line]
    notes: list[Line]


def _settings(parts: _Parts, sections: list[etree._Element], budget: Budget) -> Settings:
    styles = read_styles(parts.of_kind("styles"))
    settings = Settings(styles, Numbering(parts.of_kind("numbering"), styles), budget)
    given = parts.of_kind("settings")
    stop = None if given is None else given.find(f"{W}defaultTabStop")
    if stop is not None:
        settings.default_tab = integer(stop.get(f"{W}val"), 720, low=20) * _TWIP
    for section in sections:
        kind = section.find(f"{W}type")
        settings.starts.append("nextPage" if kind is None else kind.get(f"{W}val", "nextPage"))
    return settings


def _notes(parts: _Parts, sections: list[etree._Element]) -> Notes:
    roots = {"footnote": parts.of_kind("footnotes"), "endnote": parts.of_kind("endnotes")}
    return read_notes(roots, sections, parts.of_kind("settings"))


def _furniture(parts: _Parts, sections: list[etree._Element], settings: Settings) -> _Furniture:
    """All headers and footers; the one that heads page 1 is the masthead.

    A part is read once however many sections refer to it: each distinct line counts once.
    """
    found = _Furniture(_fresh(settings), [], [], [])
    lines: set[str] = set()
    read: set[str] = set()
    for place, section in enumerate(sections):
        first = place == 0 and _has_title_page(section)
        for reference in section:
            part = parts.target(reference.get(f"{R}id", "")) if reference.tag in _REFERENCES else None
            root = None if part is None or part in read else parts.named(part)
            if part is None or root is None:
                continue
            story = _fresh(settings)
            story.read(root)
            own = reference.get(f"{W}type", "default") == "first"
            if reference.tag == _HEADER and place == 0 and _is_masthead(story, own=own, first=first):
                found.masthead = story
            else:
                read.add(part)
                _sort(story, reference.tag == _HEADER, found, lines)
    return found


def _fresh(settings: Settings) -> Story:
    """A story that counts its lists from their starts."""
    return Story(replace(settings, numbering=settings.numbering.restarted()))


def _has_title_page(section: etree._Element) -> bool:
    title = section.find(f"{W}titlePg")
    return title is not None and is_on(title)


def _is_masthead(story: Story, *, own: bool, first: bool) -> bool:
    """Whether a header is read as text: that of a first page of its own, or one too long to run."""
    if own:
        return first
    return not first and len(story.lines) >= _MASTHEAD


def _sort(story: Story, head: bool, found: _Furniture, seen: set[str]) -> None:
    for line in story.lines:
        if line.text in seen:
            continue
        seen.add(line.text)
        if star_note(line):
            found.notes.append(line)
            continue
        region: Region = "head" if head else "foot"
        line.region = region
        (found.heads if head else found.feet).append(line)


def _pages(story: Story, furniture: _Furniture, settings: Settings, notes: Notes) -> list[Page]:
    """The pages with their lines in reading order, numbered through."""
    lines = _by_page(story.lines)
    noted = {1: list(furniture.notes)}
    for note in notes.found:
        for line in note_lines(note, _fresh(settings).settings):
            noted.setdefault(line.page, []).append(line)
    grids: dict[int, list[Grid]] = {}
    for grid in story.grids:
        grids.setdefault(grid.page, []).append(grid)
    pages = []
    for number in range(1, settings.budget.pages(max([1, *lines, *noted])) + 1):
        page = Page(number, lines=[*lines.get(number, []), *noted.get(number, [])])
        page.grids = grids.get(number, [])
        pages.append(page)
    first = pages[0]
    first.lines = [*furniture.masthead.lines, *furniture.heads, *first.lines, *furniture.feet]
    first.grids = [*furniture.masthead.grids, *first.grids]
    for number, line in enumerate(line for page in pages for line in page.lines):
        line.number = number
    return pages


def _by_page(lines: Iterable[Line]) -> dict[int, list[Line]]:
    found: dict[int, list[Line]] = {}
    for line in lines:
        found.setdefault(line.page, []).append(line)
    return found


def _diagnostics(story: Story, settings: Settings) -> Iterator[Diagnostic]:
    for kind in sorted(story.unread):
        message = f"The Word file embeds another document ({kind}), which was not read."
        yield Diagnostic(code="docx-part-not-read", severity="warning", message=message)
    for form in sorted(settings.numbering.unprinted):
        message = f"Automatic numbers of the format {form!r} were left out: how Word prints them is not sure."
        yield Diagnostic(code="docx-number-left-out", severity="warning", message=message)


_HEADER = f"{W}headerReference"
_REFERENCES = frozenset({_HEADER, f"{W}footerReference"})
