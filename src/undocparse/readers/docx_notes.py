"""Footnotes and endnotes of a Word file: their marks in the order of their references, and their texts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from lxml import etree

from undocparse.layout.pages import Line
from undocparse.readers.attributes import integer
from undocparse.readers.docx_numbering import number_text
from undocparse.readers.docx_package import W
from undocparse.readers.docx_story import Settings, Story
from undocparse.readers.docx_text import References

_SPECIAL = frozenset({"separator", "continuationSeparator", "continuationNotice"})
_CHICAGO = "*†‡§"
_CHICAGO_END = 40  # a mark of ten stars
_FORMS = {"footnote": "decimal", "endnote": "lowerRoman"}  # ECMA-376 part 1, 17.11.17 and 17.11.18
_STAR_NOTE = re.compile(r"(\*{1,4}|[†‡§])\s*(?=[^\s*†‡§].*\s)")


@dataclass(frozen=True, slots=True)
class NoteNumbers:
    """How one kind of notes is marked (`w:footnotePr`)."""

    form: str
    start: int = 1
    restart: str = "continuous"


@dataclass(slots=True)
class Note:
    """A note that the text refers to; `typed` where its author wrote the mark, which its text repeats."""

    mark: str
    kind: str
    element: etree._Element
    typed: bool
    page: int = 1


@dataclass(slots=True)
class Notes(References):
    """The notes of a file.

    Attributes:
        texts: note elements by kind and identifier.
        numbers: how each kind is marked, section by section.
        found: notes in the order of their references.
    """

    texts: dict[tuple[str, str], etree._Element] = field(default_factory=dict)
    numbers: dict[str, list[NoteNumbers]] = field(default_factory=dict)
    found: list[Note] = field(default_factory=list)
    _counts: dict[str, int] = field(default_factory=dict)
    _placed: int = 0
    _section: int = 0

    def refer(self, kind: str, identifier: str, mark: str | None) -> str:
        """Note a reference and return its mark; "" for a note that the file does not have."""
        element = self.texts.get((kind, identifier))
        if element is None:
            return mark or ""
        typed = mark is not None
        if mark is None:
            mark = self._next(kind)
        self.found.append(Note(mark, kind, element, typed))
        return mark

    def place(self, page: int, section: int) -> None:
        """Give the references since the last call their page; a new section may count anew."""
        for note in self.found[self._placed :]:
            note.page = page
        self._placed = len(self.found)
        if section != self._section:
            self._section = section
            self._restart("eachSect")

    def new_page(self) -> None:
        """Count anew where notes are counted page by page."""
        self._restart("eachPage")

    def _restart(self, where: str) -> None:
        for kind in self.numbers:
            if self._of(kind).restart == where:
                self._counts.pop(kind, None)

    def _of(self, kind: str) -> NoteNumbers:
        numbers = self.numbers[kind]
        return numbers[min(self._section, len(numbers) - 1)]

    def _next(self, kind: str) -> str:
        numbers = self._of(kind)
        count = self._counts.get(kind, numbers.start - 1) + 1
        self._counts[kind] = count
        if numbers.form == "chicago" and count <= _CHICAGO_END:
            return _CHICAGO[(count - 1) % 4] * ((count - 1) // 4 + 1)
        return number_text(count, numbers.form) or str(count)


def read_notes(
    roots: dict[str, etree._Element | None],
    sections: Sequence[etree._Element],
    settings: etree._Element | None,
) -> Notes:
    """The notes of a file.

    Args:
        roots: the footnotes part and the endnotes part, by "footnote" and "endnote".
        sections: `w:sectPr` in order, which may say how notes are marked.
        settings: the settings part, which says it for all sections.
    """
    notes = Notes()
    for kind, root in roots.items():
        for element in () if root is None else root.iterchildren(W + kind):
            if element.get(f"{W}type", "normal") not in _SPECIAL:
                notes.texts[kind, element.get(f"{W}id", "")] = element
        places = [[settings, section] for section in sections] or [[settings]]
        notes.numbers[kind] = [_numbers(kind, each) for each in places]
    return notes


def _numbers(kind: str, places: Sequence[etree._Element | None]) -> NoteNumbers:
    found: dict[str, str] = {}
    for each in places:
        properties = None if each is None else each.find(f"{W}{kind}Pr")
        for child in () if properties is None else properties:
            found[etree.QName(child).localname] = child.get(f"{W}val", "")
    return NoteNumbers(
        found.get("numFmt", _FORMS[kind]),
        integer(found.get("numStart"), 1, low=0),
        found.get("numRestart", "continuous"),
    )


def note_lines(note: Note, settings: Settings) -> list[Line]:
    """The lines of a note, without its mark, which the first one has as a raised run."""
    story = Story(settings)
    story.read(note.element)
    for line in story.lines:
        line.region, line.mark, line.page = "note", note.mark, note.page
    if story.lines and note.typed:
        strip_mark(story.lines[0], note.mark)
    return story.lines


def strip_mark(line: Line, mark: str) -> None:
    """Take a typed mark off the head of a note's text, a repeated one too; the runs keep it."""
    rest = line.text
    while mark and rest.startswith(mark):
        rest = rest[len(mark) :].lstrip(" /")
        if mark.isalnum():
            break  # "1 1 January"
    cut = len(line.text) - len(rest)
    line.marks = tuple((each, place - cut) for each, place in line.marks if place > cut)
    line.text = rest


def star_note(line: Line) -> bool:
    """Make a line of a first page's footer a note where it begins with a star; whether it did.

    Documents of the 1990s have "* Reissued for technical reasons." typed into the footer.
    """
    match = _STAR_NOTE.match(line.text)
    if match is None:
        return False
    line.region, line.mark = "note", match[1]
    strip_mark(line, match[1])
    return True
