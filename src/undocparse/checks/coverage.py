"""Lines that no section claimed, and claimed lines of which nothing is in the model."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property

from undocparse.checks.evidence import Evidence, counted, doubt, pages, quoted, squeezed
from undocparse.languages.calendar import find_dates
from undocparse.languages.clock import find_times
from undocparse.layout.enumerators import enumerator
from undocparse.layout.pages import Line
from undocparse.model.diagnostics import Diagnostic, Severity
from undocparse.references.resolution_symbols import KIND_OF_NATURE
from undocparse.symbols.find import find, from_canonical

_FEW = 4  # lines; place, day and hour of a meeting are no more
_BEGINNING = 15  # letters of a title that are sure to stand on its first line
_LEADERS = re.compile(r"\s*(?<!\.)(?<!\.\s)(?:\.\s?){4,}+[\d\s–−-]*+$")
_AHEAD = 2000  # characters; the next line of a section is hardly ever farther on
_LONG = 100  # characters: from here on a line is running text, not a label, a name or a heading


def lines_unassigned(evidence: Evidence) -> Iterator[Diagnostic]:
    """Lines that belong to no section, by the section that they seem to be of.

    Single headings, names and telephone numbers are told as `info`; lines that carry numbers of items,
    times, dates, symbols or running text are in doubt. A report with a timetable has other text as well.
    """
    if not (evidence.is_agenda or len(evidence.document.agenda) or len(evidence.document.timetable)):
        return
    reads = evidence.document.document_type != "other" and not _is_adopted(evidence)
    for section, lines in _strays(evidence).items():
        telling = [line for line in lines if reads and _is_telling(line, evidence.language)]
        message = (
            f"{counted(lines)} on {pages(lines)}, among them {quoted((telling or lines)[0].text)}, "
            f"belong to no part of the document."
        )
        yield doubt(
            "lines-unassigned",
            section,
            message,
            severity="warning" if telling else "info",
            page=lines[0].page,
        )


def _is_adopted(evidence: Evidence) -> bool:
    """Whether the document is a resolution or decision: what stands round the agenda in its annex is text."""
    symbol = evidence.document.header.symbol
    return symbol is not None and from_canonical(symbol).nature in KIND_OF_NATURE


def _strays(evidence: Evidence) -> dict[str, list[Line]]:
    """Lines that nobody claimed, by the section before them.

    A few lines below the masthead are its own; more of them are a list that was not found.
    """
    found: dict[str, list[Line]] = defaultdict(list)
    before = "header"
    for section, lines in evidence.stretches:
        if section is None:
            found["agenda" if before == "header" and len(lines) > _FEW else before] += lines
        else:
            before = section
    return found


def _is_telling(line: Line, language: str) -> bool:
    text = line.text
    label = enumerator(text)
    return (
        len(text) >= _LONG
        or line.label is not None
        or (label is not None and label.kind != "bullet")
        or bool(find_times(text, language))
        or bool(find_dates(text, language))
        or any(find(text))
    )


def agenda_text_left_out(evidence: Evidence) -> Iterator[Diagnostic]:
    """Lines that the list of items claimed from its first item on, and of which no item tells.

    Entries without number below an item, which have no key of their own, are told as `info`.
    """
    agenda = evidence.document.agenda
    values = [value for item in agenda.walk() for value in (item.label, item.title, item.group) if value]
    if values:
        yield from _left_out(_from(evidence.of("agenda"), agenda[0].title), values, "agenda")


def annotation_text_left_out(evidence: Evidence) -> Iterator[Diagnostic]:
    """Lines that the annotations claimed, and of which no heading, paragraph or document tells."""
    values = [
        value for item in evidence.document.agenda.walk() for value in (item.title, item.group) if value
    ]
    symbols: set[str] = set()
    for annotation in evidence.document.annotations:
        values.append(annotation.heading or "")
        for paragraph in annotation.paragraphs:
            values += [paragraph.heading or "", paragraph.number or "", paragraph.text]
        values += [listed.text for listed in annotation.documents]
        symbols |= {squeezed(listed.symbol) for listed in annotation.documents if listed.symbol}
    yield from _left_out(evidence.of("annotations"), values, "annotations", symbols)


def _names(line: Line, symbols: Collection[str]) -> bool:
    """Whether a line names one of these documents, after a label or among others: the model parts them."""
    return any(squeezed(str(mention.symbol)) in symbols for mention in find(line.text))


def _from(lines: Sequence[Line], title: str) -> Iterable[Line]:
    """The lines from that on which begins this title."""
    beginning = squeezed(title)[:_BEGINNING]
    at = next((at for at, line in enumerate(lines) if beginning in squeezed(line.text)), len(lines))
    return lines[at:]


def _left_out(
    lines: Iterable[Line], values: Iterable[str], section: str, symbols: Collection[str] = ()
) -> Iterator[Diagnostic]:
    """Lines of running text that are in none of the values; in doubt where one of them has a number.

    Lines that name a document of these symbols are none; that is asked last, since few lines get so far.
    """
    said = _Said(values)
    lost = [
        line
        for line in lines
        if len(line.text) >= _LONG // 2 and not said.has(line) and not (symbols and _names(line, symbols))
    ]
    if lost:
        message = (
            f"{counted(lost)} on {pages(lost)}, among them {quoted(lost[0].text)}, are in no value of the "
            f"{section}."
        )
        numbered = any(line.label or _unlabelled(line) != line.text for line in lost)
        severity: Severity = "warning" if numbered or section != "agenda" else "info"
        yield doubt("text-left-out", section, message, severity=severity, page=lost[0].page)


class _Said:
    """The values of a section, in which lines are looked for.

    Values follow each other as the lines do: each search goes on where the last one ended.
    """

    def __init__(self, values: Iterable[str]) -> None:
        self._values = list(values)
        self._printed = _Run("\n".join(self._values))

    @cached_property
    def _squeezed(self) -> _Run:
        return _Run("".join(map(squeezed, self._values)))

    def has(self, line: Line) -> bool:
        """Whether a value has the line as it is printed, or however it is broken there."""
        text = _unlabelled(line).strip()
        return self._printed.has(text) or self._squeezed.has(squeezed(text))


class _Run:
    """A text in which others are looked for that mostly follow each other."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0

    def has(self, text: str) -> bool:
        """Whether the text has this one; looked for from the last one on, and only then before it."""
        at = self._text.find(text, self._at, self._at + _AHEAD)
        if at < 0:
            at = self._text.find(text)
        self._at = max(at, 0) or self._at
        return at >= 0


def _unlabelled(line: Line) -> str:
    """The text without all labels at its head ("1. (a)"), and without dot leaders and page at its end."""
    text = line.text
    if ".." in text or ". ." in text:
        text = _LEADERS.sub("", text)
    while label := enumerator(text):
        text = text[label.width :]
    return text
