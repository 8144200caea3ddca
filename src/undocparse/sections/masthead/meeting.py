"""Reads the lines below the organ: body, session, place and days of the meeting, agenda items."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from undocparse.languages.calendar import find_dates
from undocparse.layout.endings import OTHER_MARKS
from undocparse.layout.pages import Line
from undocparse.model.header import Session
from undocparse.sections.item_labels import item_keys
from undocparse.sections.masthead.paragraphs import Paragraph, is_open, paragraphs_of
from undocparse.sections.masthead.session import (
    mended_number,
    names_session,
    session_number,
    session_word,
    unbroken,
)
from undocparse.sections.masthead.vocabulary import Vocabulary, plain
from undocparse.sections.masthead.when import When, read_when

_DOTTED = re.compile(r"\d+(?:\.\d+)+")
_ROMAN = re.compile(r"\b[IVXL]+\b")
_BRACKETED = re.compile(r"[\[(].*[\])]")
Kind = Literal["item", "session", "when"]
_CITY_AND_COUNTRY = re.compile(r"(?P<city>[^\W\d_][^,()\d]{2,24}?)(?:,\s[^,()\d]{3,24}|\s\([^,()\d]{3,24}\))")
_ENDS = " ,;:.*()[]–—-" + OTHER_MARKS


@dataclass(slots=True)
class Meeting:
    """What the lines on the meeting say, and which lines say it, by field.

    Attributes:
        mended: what was read out of a poor or wrong text: field, text before and after.
    """

    names: list[Paragraph] = field(default_factory=list)
    session: Session = field(default_factory=Session)
    place: str | None = None
    starts: str | None = None
    ends: str | None = None
    items: list[str] = field(default_factory=list)
    fields: dict[str, list[Line]] = field(default_factory=dict)
    mended: list[tuple[str, str, str]] = field(default_factory=list)


def read_meeting(columns: Sequence[Sequence[Line]], known: Vocabulary) -> Meeting:
    """Body, session, place, days and items of a meeting.

    Args:
        columns: lines below the organ, column by column.
        known: the words of the document's language.
    """
    meeting = Meeting()
    for column in columns:
        listed = False  # what stands below an item's number in its column is the item's title
        for paragraph in _paragraphs(column, known):
            kind = kind_of(paragraph.text, known)
            if kind == "item":
                _read_items(paragraph, meeting, known)
                listed = True
            elif kind == "session":
                _read_session(paragraph, meeting, known)
            elif kind == "when" and not listed:
                _take(read_when(paragraph.text, known), paragraph, meeting)
            elif not listed and _is_name(paragraph.text, known):
                meeting.names.append(paragraph)
            elif _goes_on(column, paragraph, meeting.names):
                meeting.names[-1].lines.extend(paragraph.lines)
    _take_place_alone(meeting)
    return meeting


def _take_place_alone(meeting: Meeting) -> None:
    """A name right above the days, of few words and with a country behind it, is the place."""
    days = meeting.fields.get("starts")
    if not days or meeting.place is not None or len(meeting.names) < 1:
        return
    last = meeting.names[-1]
    match = _CITY_AND_COUNTRY.fullmatch(last.text)
    if match is not None and last.lines[-1].number == days[0].number - 1:
        meeting.names.pop()
        meeting.place = match["city"]
        meeting.fields["place"] = last.lines


def is_place(text: str, known: Vocabulary) -> bool:
    """Whether a line can be a city with its country, and nothing else ("Bonn, Germany")."""
    return _CITY_AND_COUNTRY.fullmatch(text) is not None and not known.names.search(text)


def _paragraphs(column: Sequence[Line], known: Vocabulary) -> list[Paragraph]:
    def begins(line: Line) -> bool:
        return kind_of(line.text, known) is not None

    def names(before: str, line: str) -> bool:
        """Two lines of one type are two names, where the first is whole and the second begins like one."""
        usual = {plain(name) for name in (*known.words.organs, *known.words.bodies)}
        if plain(before) in usual:
            return True
        whole = known.names.search(before) is not None and not is_open(before)
        return whole and (known.names_body(line) or is_place(line, known))

    return paragraphs_of(column, begins, names)


def kind_of(text: str, known: Vocabulary) -> Kind | None:
    """What a line says of the meeting: agenda items, the session, when and where; null for anything else."""
    if known.item_line(text.strip()):
        return "item"
    if names_session(text, known):
        return "session"
    return None if read_when(text, known) is None else "when"


def _read_session(paragraph: Paragraph, meeting: Meeting, known: Vocabulary) -> None:
    """As in "Eighteenth session"; also "Ninth session, Geneva, 4–8 May 1998"."""
    text = unbroken(paragraph.text, known)
    word = session_word(text, known)
    dates = find_dates(text, known.language, torn=True)
    end = len(text)
    if word and dates and dates[0].first and dates[0].start > word.end():
        comma = text.find(",", word.end(), dates[0].start)
        end = comma if comma >= 0 else dates[0].start
        _take(read_when(text[end:], known), paragraph, meeting)
    if meeting.session.text is not None or word is None:
        return
    number = session_number(text[:end], known)
    if number is None and (number := mended_number(text[:end], known)) is not None:
        meeting.mended.append(("session", text[:end].strip(_ENDS), str(number)))
    meeting.session = Session(number=number, text=text[:end].strip(_ENDS))
    meeting.fields["session"] = paragraph.lines


def read_held(paragraph: Paragraph, meeting: Meeting, known: Vocabulary) -> bool:
    """Read place and days that stand in brackets below a title ("(New York, 24–27 March 2025)").

    Returns:
        Whether the paragraph says these and nothing else.
    """
    text = paragraph.text
    when = read_when(text, known)
    if when is None or not (_BRACKETED.fullmatch(text) or meeting.starts is None):
        return False
    _take(when, paragraph, meeting)
    return True


def _take(when: When | None, paragraph: Paragraph, meeting: Meeting) -> None:
    """Take over place and days, each where no line before said it."""
    if when is None:
        return
    if when.starts is not None and meeting.starts is None:
        meeting.starts, meeting.ends = when.starts, when.ends
        meeting.fields["starts"] = meeting.fields["ends"] = paragraph.lines
    if when.place is not None and meeting.place is None:
        meeting.place = when.place
        meeting.fields["place"] = paragraph.lines


def _read_items(paragraph: Paragraph, meeting: Meeting, known: Vocabulary) -> None:
    match = known.item_line(paragraph.text)
    if match is None:
        return
    dotted = _DOTTED.findall(match["numbers"]) or _ROMAN.findall(match["numbers"])
    keys = tuple(dotted) or item_keys(match["numbers"], known.language)
    meeting.items.extend(key for key in keys if key not in meeting.items)
    meeting.fields.setdefault("agenda_items", []).extend(paragraph.lines)


def _goes_on(column: Sequence[Line], paragraph: Paragraph, names: Sequence[Paragraph]) -> bool:
    """Whether brackets right below a name belong to it: "(Fourth Committee)"."""
    if not names or not _BRACKETED.fullmatch(paragraph.text) or paragraph.text[1:2].islower():
        return False
    last, first = names[-1].lines[-1], paragraph.lines[0]
    return last in column and column.index(first) == column.index(last) + 1 and last.bold == first.bold


def names_year(text: str, known: Vocabulary) -> bool:
    """Whether a line counts by years, as the Security Council does ("Eightieth year")."""
    return plain(text).split(" ")[-1] in {plain(word) for word in known.words.year} and len(text) < 40


def _is_name(text: str, known: Vocabulary) -> bool:
    """Whether a paragraph can be the name of a body."""
    found = plain(text)
    if known.meetings.search(text) and text[:1].isdigit():
        return False  # "9912th meeting" of the Security Council
    begins = any(found.startswith(plain(words)) for words in known.words.not_body)
    lettered = sum(character.isalpha() for character in text) > 3
    return lettered and not begins and not names_year(text, known) and not _BRACKETED.fullmatch(text)
