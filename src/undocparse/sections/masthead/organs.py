"""Names the organ in the masthead's large type, and the body below it."""

from __future__ import annotations

from collections.abc import Sequence
from unicodedata import combining, normalize

from rapidfuzz import fuzz

from undocparse.languages import LANGUAGES
from undocparse.layout.pages import Line
from undocparse.sections.masthead.meeting import Meeting
from undocparse.sections.masthead.paragraphs import Paragraph
from undocparse.sections.masthead.vocabulary import Vocabulary, plain, vocabulary
from undocparse.sections.masthead.zones import Zones

_ONE_LETTER_OFF = 95  # of 100


def organ_of(zones: Zones, meeting: Meeting, known: Vocabulary) -> tuple[str | None, list[Line]]:
    """The organ's name and its lines.

    Of a document of two organs, the first; of a masthead in two languages, the name in the document's own.
    Where nothing is set in large type, a convention or organ that the first line below names in full.
    """
    lines = zones.organ
    if lines:
        for end in range(1, len(lines) + 1):
            name = _text(lines[:end])
            if plain(name) in known.organs and not _completes(name, lines[end:], known):
                return name, list(lines[:end])
        name = _text(lines)
        if _is_conference(name, known):
            meeting.names.insert(0, Paragraph(list(lines)))
            return None, []
        return _of_two_languages(name, known) or mended_name(name, known.words.organs), list(lines)
    first = next((name for name in meeting.names if known.names.search(name.text)), None)
    first = next((name for name in meeting.names if plain(name.text) in known.organs), first)
    if first is not None and not _is_conference(first.text, known):
        return first.text, first.lines
    return None, []


def _is_conference(name: str, known: Vocabulary) -> bool:
    """Whether a name is that of one conference, which has no organ above it."""
    return known.conferences.match(name) is not None and plain(name) not in known.organs


def _text(lines: Sequence[Line]) -> str:
    return Paragraph(list(lines)).text


def _completes(name: str, rest: Sequence[Line], known: Vocabulary) -> bool:
    """Whether the next line makes the name of another organ of it ("United Nations" … "Environment …")."""
    if not rest:
        return False
    longer = plain(f"{name} {_text(rest)}")
    return any(organ == longer for organ in known.organs)


def _of_two_languages(name: str, known: Vocabulary) -> str | None:
    """The organ's name in the document's language, out of a masthead that sets two in columns."""
    printed = name.split()
    for organ in known.organs:
        rest = _without(plain(name).split(), organ.split())
        if not rest:
            continue
        others = {other for each in LANGUAGES if each != known.language for other in vocabulary(each).organs}
        if any(fuzz.ratio(" ".join(rest), other) >= 90 for other in others):
            mine, wanted = [], organ.split()
            for word in printed:
                if wanted and plain(word) == wanted[0]:
                    mine.append(word)
                    wanted.pop(0)
            return " ".join(mine)
    return None


def _without(words: list[str], name: list[str]) -> list[str] | None:
    """The words left when the name's are taken out in order; null where they are not all there."""
    wanted, rest = list(name), []
    for word in words:
        if wanted and word == wanted[0]:
            wanted.pop(0)
        else:
            rest.append(word)
    return None if wanted else rest


def mended_name(name: str, usual: Sequence[str]) -> str:
    """A usual name in place of one that is a letter off, in the capitals of the text."""
    found = plain(name)
    for one in usual:
        alike = len(name) > 12 and abs(len(one) - len(name)) <= 1 and found != plain(one)
        if alike and fuzz.ratio(found, plain(one)) >= _ONE_LETTER_OFF:
            return _in_its_letters(one, name)
    return name


def _in_its_letters(usual: str, printed: str) -> str:
    """A usual name in capitals, and without accents, where the printed one is."""
    name = usual.upper() if printed.isupper() else usual
    if printed.isascii():
        name = "".join(one for one in normalize("NFD", name) if not combining(one))
    return name


def body_of(meeting: Meeting, organ: str | None, known: Vocabulary) -> Paragraph | None:
    """The body: the last name below the masthead that is not an organ's own."""
    own = {plain(organ)} if organ else set()
    names = [
        name
        for name in meeting.names
        if plain(name.text) not in own and not (organ and plain(name.text) in known.organs)
    ]
    bodies = [name for name in names if known.names.search(name.text) or _is_conference(name.text, known)]
    named = bodies or [name for name in names if name.bold] or names
    return named[-1] if named else None
