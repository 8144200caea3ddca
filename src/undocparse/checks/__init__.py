"""What does not add up in a document: one function per finding, all of them in the table `CHECKS`."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from undocparse.checks.agenda import (
    agenda_ended_early,
    agenda_missing,
    agenda_numbers_out_of_order,
    agenda_numbers_skipped,
    agenda_of_one_item,
    agenda_starts_late,
    agenda_titles_in_doubt,
)
from undocparse.checks.annotations import (
    annotations_missing,
    documents_in_doubt,
    documents_missing,
    documents_told_in_paragraphs,
    headings_unlike_titles,
    items_without_annotation,
    paragraph_numbers_out_of_order,
    paragraphs_in_doubt,
)
from undocparse.checks.coverage import (
    agenda_text_left_out,
    annotation_text_left_out,
    lines_unassigned,
)
from undocparse.checks.evidence import Evidence
from undocparse.checks.masthead import (
    dates_in_doubt,
    fields_missing,
    names_in_doubt,
    session_in_doubt,
    symbol_in_doubt,
    title_in_doubt,
)
from undocparse.checks.schedule import (
    days_left_out,
    tables_not_understood,
    times_left_out,
    timetable_ended_early,
    timetable_missing,
)
from undocparse.checks.text_layer import language_not_read, text_layer_poor
from undocparse.checks.timetable import (
    entries_in_doubt,
    entries_of_unknown_items,
    items_never_scheduled,
    sittings_at_one_time,
    sittings_out_of_order,
    sittings_outside_meeting,
    sittings_without_date,
    sittings_without_entries,
)
from undocparse.model.diagnostics import Diagnostic

Check = Callable[[Evidence], Iterator[Diagnostic]]
"""Looks at a document as it was read, and yields what is doubtful; what was mended while reading is not
found again."""

CHECKS: tuple[Check, ...] = (
    language_not_read,
    text_layer_poor,
    fields_missing,
    title_in_doubt,
    names_in_doubt,
    dates_in_doubt,
    session_in_doubt,
    symbol_in_doubt,
    agenda_missing,
    agenda_of_one_item,
    agenda_numbers_out_of_order,
    agenda_numbers_skipped,
    agenda_starts_late,
    agenda_ended_early,
    agenda_titles_in_doubt,
    annotations_missing,
    items_without_annotation,
    headings_unlike_titles,
    paragraphs_in_doubt,
    paragraph_numbers_out_of_order,
    documents_missing,
    documents_told_in_paragraphs,
    documents_in_doubt,
    timetable_missing,
    tables_not_understood,
    timetable_ended_early,
    days_left_out,
    times_left_out,
    sittings_out_of_order,
    sittings_outside_meeting,
    items_never_scheduled,
    sittings_without_date,
    sittings_without_entries,
    sittings_at_one_time,
    entries_of_unknown_items,
    entries_in_doubt,
    lines_unassigned,
    agenda_text_left_out,
    annotation_text_left_out,
)
"""All checks, in the order of the document's parts."""


def check(evidence: Evidence) -> list[Diagnostic]:
    """All findings of all checks; what was told while reading is not told again.

    Args:
        evidence: the finished document, and the lines that it was read from.
    """
    told = {finding.code for finding in evidence.document.diagnostics}
    return [finding for one in CHECKS for finding in one(evidence) if finding.code not in told]
