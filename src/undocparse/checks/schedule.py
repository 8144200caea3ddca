"""Days and times that are printed, and that no sitting has."""

from __future__ import annotations

from collections.abc import Iterator

from undocparse.checks.evidence import Evidence, counted, doubt, pages, quoted
from undocparse.languages.calendar import find_dates
from undocparse.languages.clock import find_times
from undocparse.layout.endings import ends_sentence
from undocparse.layout.enumerators import enumerator
from undocparse.layout.pages import Line
from undocparse.model.diagnostics import Diagnostic
from undocparse.sections.timetable.slots import may_begin_with_when

_ROW = 90  # characters; a line of a timetable that gives a day or a time is no longer
_ROWS = 4  # lines with days or times; fewer are found in running text and under signatures
_CELLS = 2  # cells with days, and as many with times; no list of documents has both
_HEADING = 80  # characters
_NEAR = 5  # lines of a cell or row
_BULLETS = " \t([•·*-–—"
_AT_ONCE = 3  # characters: what begins here begins the line, bullet or bracket before it


def timetable_missing(evidence: Evidence) -> Iterator[Diagnostic]:
    """A timetable by the document's title, by a heading, or by rows of days and times, and none was read."""
    if len(evidence.document.timetable):
        return
    rows = _rows(evidence)
    if len(rows) >= _ROWS:
        message = (
            f"{counted(rows)} on {pages(rows)}, such as {quoted(rows[0].text)}, have days and times like a "
            f"timetable, but none was read."
        )
        yield doubt("timetable-missing", "timetable", message, severity="error", page=rows[0].page)
    elif evidence.document.document_type == "organization_of_work" and not len(evidence.document.agenda):
        message = "The document is an organization of work by its title, but no sitting was read in it."
        yield doubt("timetable-missing", "timetable", message, severity="error")
    elif heading := _heading(evidence):
        message = f"{quoted(heading.text)} on page {heading.page} heads a timetable, but none was read."
        yield doubt("timetable-missing", "timetable", message, page=heading.page)


def tables_not_understood(evidence: Evidence) -> Iterator[Diagnostic]:
    """Tables with days and times that were not read as timetables, and timetables without a sitting."""
    for table in evidence.document.tables:
        if table.kind == "timetable" and len(evidence.document.timetable):
            continue
        texts = [cell.text for cell in table.cells if 0 < len(cell.text) <= _ROW and not cell.head]
        said = [text for text in texts if may_begin_with_when(text, evidence.language)]
        days = [text for text in said if find_dates(text, evidence.language)]
        times = [text for text in said if any(time.starts for time in find_times(text, evidence.language))]
        if table.kind == "timetable" or (len(days) >= _CELLS and len(times) >= _CELLS):
            such = f", such as {quoted((days or times)[0])}" if days or times else ""
            message = f"A table of {table.rows} rows has days and times{such}, but no sitting was read in it."
            yield doubt("table-not-understood", "timetable", message, page=table.page)


def timetable_ended_early(evidence: Evidence) -> Iterator[Diagnostic]:
    """Rows of days and times that stand outside the timetable."""
    if not len(evidence.document.timetable):
        return
    rows = _rows(evidence)
    if len(rows) >= _ROWS:
        message = (
            f"{counted(rows)} on {pages(rows)}, such as {quoted(rows[0].text)}, have days and times, but are "
            f"not in the timetable."
        )
        yield doubt("timetable-ended-early", "timetable", message, page=rows[0].page)


def _rows(evidence: Evidence) -> list[Line]:
    """Short lines outside masthead and timetable with a day or a span of time, which are no sentences."""
    found = []
    for section, lines in evidence.stretches:
        for place, line in enumerate(lines if section not in {"header", "timetable"} else ()):
            before = lines[place - 1].text if place else ""
            goes_on = len(before) > _ROW // 2 and not ends_sentence(before)
            if len(line.text) <= _ROW and not goes_on and _is_row(line.text, evidence.language):
                found.append(line)
    return found


def _is_row(text: str, language: str) -> bool:
    if not may_begin_with_when(text.lstrip(_BULLETS), language) or (
        ends_sentence(text) and len(text) > _ROW // 2
    ):
        return False
    days = (mention.start for mention in find_dates(text, language) if mention.weekday is not None)
    return min(days, default=_ROW) < _AT_ONCE or any(
        (mention.ends or mention.part) and mention.start < _AT_ONCE for mention in find_times(text, language)
    )


def _heading(evidence: Evidence) -> Line | None:
    """The last line that stands by itself as the heading of a timetable does."""
    heads = evidence.patterns.timetable
    found = None
    for section, lines in evidence.stretches:
        for line in lines if section not in {"header", "agenda"} else ():
            alone = (line.bold or line.centred or line.heading) and len(line.text) <= _HEADING
            if alone and heads.search(line.text) and not (line.label or enumerator(line.text)):
                found = line
    return found


def days_left_out(evidence: Evidence) -> Iterator[Diagnostic]:
    """Days with their weekday that the timetable's lines print, and on which no sitting is.

    Days on which nobody meets, or that only give a deadline, are none; nor are last days of spans.
    """
    dates = {sitting.date for sitting in evidence.document.timetable if sitting.date}
    if not dates:
        return
    lines = evidence.of("timetable")
    lost = []
    for at, line in enumerate(lines):
        if any(day not in dates for day in _days(line, int(min(dates)[:4]), evidence.language)):
            before, after = lines[max(0, at - _NEAR) : at], lines[at : at + _NEAR]
            spans = any(evidence.patterns.open_span.search(each.text) for each in before)
            if not spans and not any(evidence.patterns.idle.search(each.text) for each in after):
                lost.append(line)
    if lost:
        such = quoted(lost[0].text)
        message = f"{counted(lost)} of the timetable print days without a sitting, such as {such}."
        yield doubt("timetable-day-left-out", "timetable", message, page=lost[0].page)


def _days(line: Line, year: int, language: str) -> Iterator[str]:
    """The days of a line that agree with the weekday printed with them."""
    for mention in find_dates(line.text, language, year=year):
        if mention.first and mention.weekday == mention.first.weekday():
            yield mention.first.isoformat()


def times_left_out(evidence: Evidence) -> Iterator[Diagnostic]:
    """Spans of time that begin a line of the timetable, and that no sitting has."""
    timetable = evidence.document.timetable
    times = {(sitting.starts, sitting.ends) for sitting in timetable}
    if not len(timetable):
        return
    lost = [
        line
        for line in evidence.of("timetable")
        if may_begin_with_when(line.text.lstrip(_BULLETS), evidence.language)
        for mention in find_times(line.text, evidence.language)
        if mention.starts
        and mention.ends
        and mention.start < _AT_ONCE
        and (mention.starts, mention.ends) not in times
    ]
    if lost:
        such = quoted(lost[0].text)
        message = f"{counted(lost)} of the timetable print times that no sitting has, such as {such}."
        yield doubt("timetable-time-left-out", "timetable", message, page=lost[0].page)
