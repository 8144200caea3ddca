"""What does not add up in a list of agenda items."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from undocparse.checks.evidence import Evidence, doubt, quoted, why_torn
from undocparse.layout.enumerators import enumerator
from undocparse.layout.pages import Line
from undocparse.model.agenda import AgendaItem
from undocparse.model.diagnostics import Diagnostic

_FEW = 3  # numbered titles; a document may have one or two short paragraphs
_SHORTEST = 3  # characters
_LONGEST = 600  # characters; the longest title of A/80/150, with all its resolutions in brackets, has 480
_TITLE = 250  # characters; a numbered text beyond this is a paragraph
_ENDING = 4  # characters; the mark of a footnote and what stands before it have no more
_MARK = re.compile(r"[a-zà-ÿ)”][.,]?\d{1,2}$")
_NUMBER_INSIDE = re.compile(r"\s(\d{1,3})\.\s+[A-ZÀ-Ý]")
_LETTER_INSIDE = re.compile(r"[;.:,]\s+\(?[a-h]\)\s+[A-ZÀ-Ý]")


def agenda_missing(evidence: Evidence) -> Iterator[Diagnostic]:
    """An agenda by its title, or numbered titles, and no item was read."""
    if len(evidence.document.agenda):
        return
    if evidence.is_agenda:
        message = "The document is an agenda by its title, but no list of items was read in it."
        yield doubt("agenda-missing", "agenda", message, severity="error")
        return
    titles = [*_numbered_paragraphs(evidence), *_headed_lines(evidence)]
    if len(titles) >= _FEW:
        message = f"{len(titles)} numbered titles, such as {quoted(titles[0][0])}, are in no agenda."
        yield doubt("agenda-missing", "agenda", message, page=titles[0][1])


def _numbered_paragraphs(evidence: Evidence) -> Iterator[tuple[str, int | None]]:
    """Text and page of numbered paragraphs that read like titles."""
    for annotation in evidence.document.annotations:
        for paragraph in annotation.paragraphs:
            if (paragraph.number or "").strip(".").isdigit() and _like_a_title(paragraph.text):
                yield paragraph.text, paragraph.page


def _headed_lines(evidence: Evidence) -> Iterator[tuple[str, int | None]]:
    """Text and page of numbered lines that nobody claimed, below a line that heads a list of items."""
    headed, heads = False, evidence.patterns.list_heading
    for line in evidence.free:
        headed = headed or heads.fullmatch(line.text.strip()) is not None
        if headed and _number(line) is not None:
            yield line.text, line.page


def _like_a_title(text: str) -> bool:
    return len(text) <= _TITLE and not text.endswith((".", ";", ":"))


def agenda_of_one_item(evidence: Evidence) -> Iterator[Diagnostic]:
    """A list of one item: the others may have another form."""
    agenda = evidence.document.agenda
    if len(agenda) == 1 and len(agenda[0].items) < 2:
        message = f"The agenda has one item only, {quoted(agenda[0].title)}."
        yield doubt("agenda-of-one-item", "agenda", message, items=(agenda[0].key,))


def agenda_numbers_out_of_order(evidence: Evidence) -> Iterator[Diagnostic]:
    """Numbers of items that stand twice, or come after a higher one."""
    keys = Counter(item.key for item in evidence.document.agenda.walk())
    for key in (key for key, count in keys.items() if count > 1):
        message = f"The agenda has {keys[key]} items with the number {key}."
        yield doubt("agenda-number-repeated", "agenda", message, items=(key,))
    numbers = [(int(item.key), item) for item in evidence.document.agenda if item.key.isdecimal()]
    for (before, _), (number, item) in pairwise(numbers):
        if number < before:
            message = f"Item {number} of the agenda stands behind item {before}."
            yield doubt("agenda-out-of-order", "agenda", message, items=(item.key,), page=_page(item))


def agenda_numbers_skipped(evidence: Evidence) -> Iterator[Diagnostic]:
    """Numbers left out between two items; a committee's list has the items of its own, and skips others."""
    if not evidence.is_agenda:
        return
    numbers = [int(item.key) for item in evidence.document.agenda if item.key.isdecimal()]
    for before, after in pairwise(numbers):
        if after > before + 1:
            message = f"The agenda goes from item {before} to item {after}."
            yield doubt("agenda-number-skipped", "agenda", message, items=(str(before), str(after)))


def agenda_starts_late(evidence: Evidence) -> Iterator[Diagnostic]:
    """An agenda whose first item is not number 1; committees, which have a part of one, are left out."""
    first = next(iter(evidence.document.agenda), None)
    if first is None or not first.key.isdecimal() or not evidence.is_agenda:
        return
    if int(first.key) > 1 and evidence.document.document_type != "agenda":
        message = f"The agenda begins with item {first.key}, {quoted(first.title)}."
        yield doubt("agenda-starts-late", "agenda", message, items=(first.key,), page=_page(first))


def agenda_ended_early(evidence: Evidence) -> Iterator[Diagnostic]:
    """A list behind which the first numbered line goes on where it ended, instead of beginning anew."""
    last = next((item for item in reversed(evidence.document.agenda.root) if item.key.isdecimal()), None)
    listed = evidence.of("agenda")
    if last is None or not listed:
        return
    line = _first_numbered(evidence, listed[-1].number)
    if line is not None and _number(line) == int(last.key) + 1:
        message = (
            f"The list of items ends with number {last.key}, but a line on page {line.page} goes on with "
            f"{quoted(line.text)}."
        )
        yield doubt("agenda-ended-early", "agenda", message, items=(last.key,), page=line.page)


def _first_numbered(evidence: Evidence, behind: int) -> Line | None:
    """The first numbered line outside the timetable behind a line."""
    for section, lines in evidence.stretches:
        for line in lines if section in {None, "annotations"} else ():
            if line.number > behind and _number(line) is not None:
                return line
    return None


def _number(line: Line) -> int | None:
    gap = len(line.runs[0].text) if len(line.runs) > 1 else None
    label = enumerator(line.label or line.text, gap_after=gap)
    return label.value if label and label.kind == "decimal" else None


def agenda_titles_in_doubt(evidence: Evidence) -> Iterator[Diagnostic]:
    """Titles that look torn, or as if something else had been swallowed."""
    for item in evidence.document.agenda.walk():
        if why := _why(item, evidence):
            message = f"The title of item {item.key}, {quoted(item.title)}, {why}."
            yield doubt("agenda-title-doubtful", "agenda", message, items=(item.key,), page=_page(item))


def _why(item: AgendaItem, evidence: Evidence) -> str | None:
    if _MARK.search(item.title[-_ENDING:]):
        return "ends in the mark of a footnote"
    if _LETTER_INSIDE.search(item.title) or _next_inside(item):
        return "has the number of another item in it"
    return "is hardly one" if len(item.title) < _SHORTEST else why_torn(item.title, evidence, _LONGEST)


def _next_inside(item: AgendaItem) -> bool:
    if not item.key.isdecimal():
        return False
    return any(int(number) == int(item.key) + 1 for number in _NUMBER_INSIDE.findall(item.title))


def _page(item: AgendaItem) -> int | None:
    return item.place.page if item.place else None
