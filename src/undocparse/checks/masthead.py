"""What does not add up in a masthead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from undocparse.checks.evidence import Evidence, doubt, quoted, why_torn
from undocparse.checks.text_layer import title_is_torn
from undocparse.languages.calendar import find_dates
from undocparse.languages.ordinals import find_ordinals
from undocparse.layout.pages import Line
from undocparse.model.diagnostics import Diagnostic
from undocparse.model.header import Header
from undocparse.sections.masthead.vocabulary import plain, vocabulary

_LONGEST = 300  # characters
_LONGEST_LETTER = 420  # characters: titles of letters name sender, subject and addressee (S/2025/71/Rev.1)
_DATE = 40  # characters; a line that is a date has fewer
_LONGEST_MEETING = 400  # days: sessions of the Economic and Social Council last from July to July
_AHEAD = 3 * 366  # days: resolutions call conferences two years ahead and more (A/RES/75/212)
_NAME = 60  # characters; the line of the session is no longer
_YEAR = re.compile(r"(?:/|^)((?:19|20)\d\d)(?:/|$)")


def fields_missing(evidence: Evidence) -> Iterator[Diagnostic]:
    """Fields that every masthead has, and those whose label is printed; texts may come without masthead."""
    for name in _fields_missing(evidence, evidence.document.header):
        message = f"The masthead gives no {name}, or it was not read."
        yield doubt("masthead-field-missing", "header", message, page=1)


def _fields_missing(evidence: Evidence, header: Header) -> Iterator[str]:
    """The names of the fields; what is printed is only looked for where a field is empty."""
    labelled = header.distribution is not None or _prints_label(evidence)
    masthead = labelled or header.symbol is not None
    if header.symbol is None and masthead:
        yield "symbol"
    if header.title is None and any(line.text for line in evidence.head):
        yield "title"
    # covers (A/79/19) and decisions that are published alone (A/DEC/77/521) have none
    if header.date is None and masthead and (labelled or _prints_date(evidence)):
        yield "date"
    if header.organ is None and header.body is None and masthead:
        yield "organ or body"
    if header.distribution is None and _prints(evidence.patterns.distribution, evidence):
        yield "distribution"
    if not header.original_languages and _prints(evidence.patterns.original, evidence):
        yield "original languages"
    session = header.session
    unread = session.number is None and session.text is None
    if unread and any(_names_session(line, evidence) for line in evidence.head):
        yield "session"


def _prints(label: re.Pattern[str], evidence: Evidence) -> bool:
    return any(label.search(line.text) for line in evidence.head)


def _prints_label(evidence: Evidence) -> bool:
    """Whether the head has the label of the distribution or of the original languages."""
    words = evidence.patterns
    return _prints(words.distribution, evidence) or _prints(words.original, evidence)


def _names_session(line: Line, evidence: Evidence) -> bool:
    """Whether a short line says which session it is, and not as a part of the title."""
    title = evidence.document.header.title or ""
    return (
        len(line.text) <= _NAME
        and line.text.strip(" .;:*") not in title
        and evidence.ledger.owner(line) == "header"
        and evidence.patterns.session.search(line.text) is not None
        and any(find_ordinals(line.text, evidence.language))
    )


def _prints_date(evidence: Evidence) -> bool:
    """Whether a short line of the head is a date that the header does not have."""
    header = evidence.document.header
    read = {header.date, header.starts, header.ends}
    for line in evidence.head:
        dates = find_dates(line.text, evidence.language) if len(line.text) <= _DATE else []
        if any(one.first is not None and one.first.isoformat() not in read for one in dates):
            return True
    return False


def title_in_doubt(evidence: Evidence) -> Iterator[Diagnostic]:
    """A title of the document that looks torn, or as if text below it had been swallowed."""
    title = evidence.document.header.title
    longest = _LONGEST_LETTER if title and _is_letter(title, evidence) else _LONGEST
    why = why_torn(title, evidence, longest) if title else None
    if title and why is None and evidence.layout.reader == "pdf" and title_is_torn(title):
        why = "has torn words"
    if title and why:
        message = f"The title of the document, {quoted(title)}, {why}."
        yield doubt("masthead-title-doubtful", "header", message, page=1)


def _is_letter(title: str, evidence: Evidence) -> bool:
    letters = vocabulary(evidence.language).words.letters
    return plain(title).startswith(tuple(map(plain, letters)))


def dates_in_doubt(evidence: Evidence) -> Iterator[Diagnostic]:
    """Days of a meeting that end before they begin, span more than a year, or are far from the issue."""
    header = evidence.document.header
    starts, ends, issued = map(_day, (header.starts, header.ends, header.date))
    if starts and ends and not 0 <= (ends - starts).days <= _LONGEST_MEETING:
        message = f"The meeting of {header.starts} to {header.ends} is of an unlikely length."
        yield doubt("masthead-dates-doubtful", "header", message, page=1)
    if starts and issued and abs((starts - issued).days) > _AHEAD:
        message = f"The document is of {header.date}, the meeting of {header.starts}."
        yield doubt("masthead-dates-doubtful", "header", message, page=1)


def _day(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso else None


def session_in_doubt(evidence: Evidence) -> Iterator[Diagnostic]:
    """A session in the title of the document that is not that of the masthead."""
    header = evidence.document.header
    number = header.session.number
    if number is None or not header.title:
        return
    if vocabulary(evidence.language).author.match(header.title):
        return  # the report of another body on a session of its own (A/80/15)
    session = evidence.patterns.session.search(header.title)
    named = {one.value for one in find_ordinals(header.title, evidence.language)} if session else set()
    if named and not named & {number, number + 1}:  # programmes of work are of the next session
        message = f"The masthead names session {number}, the title {quoted(header.title)} another one."
        yield doubt("masthead-session-doubtful", "header", message, page=1)


def symbol_in_doubt(evidence: Evidence) -> Iterator[Diagnostic]:
    """A year in the symbol that is neither that of the document nor of its meeting, nor next to them."""
    header = evidence.document.header
    year = (
        _YEAR.search(header.symbol or "") if "/D/" not in (header.symbol or "") else None
    )  # a case's number
    years = {int(value[:4]) for value in (header.date, header.starts) if value}
    if year and years and all(abs(int(year[1]) - other) > 1 for other in years):
        message = f"The symbol {header.symbol} is of {year[1]}, the masthead's dates of {_listed(header)}."
        yield doubt("masthead-symbol-doubtful", "header", message, page=1)


def _listed(header: Header) -> str:
    return ", ".join(value for value in (header.date, header.starts) if value)


def names_in_doubt(evidence: Evidence) -> Iterator[Diagnostic]:
    """Names of organ, body and place that look torn, or as if a line of another field had been swallowed."""
    header = evidence.document.header
    for field, longest in (("organ", 200), ("body", 250), ("place", 40), ("author", 250)):
        value = getattr(header, field)
        if value and (why := why_torn(value, evidence, longest)):
            message = f"The masthead's {field}, {quoted(value)}, {why}."
            yield doubt("masthead-name-doubtful", "header", message, page=1)
