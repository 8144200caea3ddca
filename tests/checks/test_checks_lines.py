"""Lines that no value tells of are doubted; those that are told elsewhere, or say nothing, are not."""

from __future__ import annotations

from typing import Any

import pytest
from evidence_building import (
    AGENDA,
    ANNOTATIONS,
    LINES,
    agenda,
    annotated,
    annotation,
    doubts,
    evidence,
    paragraph,
    sittings,
)

from undocparse.checks import check
from undocparse.model import Agenda

LOST: dict[str, tuple[list[tuple[str | None, str]], dict[str, Any], str, str]] = {
    "list goes on": (
        [("annotations", "4. Other matters")],
        {"lines": LINES[:8]},
        "agenda-ended-early",
        "agenda",
    ),
    "line in no value": (
        [("agenda", "4. Note on the weirs of the northern provinces, with maps")],
        {},
        "text-left-out",
        "agenda",
    ),
    "list of documents not read": (
        [(None, "Documentation")],
        annotated(ANNOTATIONS[0], ANNOTATIONS[1].model_copy(update={"documents": ()}), ANNOTATIONS[2]),
        "documents-missing",
        "documents",
    ),
    "agenda annexed to a letter": (
        [(None, "Provisional agenda"), (None, "1. Opening"), (None, "2. Locks"), (None, "3. Weirs")],
        agenda() | {"document_type": "other"},
        "agenda-missing",
        "agenda",
    ),
    "documents listed without heading": (
        [(None, "E/WEIR/2031/4 Report on locks"), (None, "Note on sluices (E/WEIR/2031/5)")],
        annotated(ANNOTATIONS[0], ANNOTATIONS[1].model_copy(update={"documents": ()}), ANNOTATIONS[2]),
        "documents-missing",
        "documents",
    ),
    "heading of a timetable": ([(None, "TIMETABLE")], sittings(), "timetable-missing", "timetable"),
    "rows outside": (
        [(None, f"{day}, {number} May: weirs") for number, day in enumerate(["Monday", "Tuesday"] * 2, 12)],
        {},
        "timetable-ended-early",
        "timetable",
    ),
    "day without sitting": (
        [("timetable", "Wednesday, 14 May 2031"), ("timetable", "Visit to a weir")],
        {},
        "timetable-day-left-out",
        "timetable",
    ),
    "time without sitting": ([("timetable", "3–6 p.m. Locks")], {}, "timetable-time-left-out", "timetable"),
    "numbered line": ([(None, "12. The Committee met.")], {}, "lines-unassigned", "timetable"),
}


@pytest.mark.parametrize("name", LOST)
def test_lines_of_which_nothing_tells(name: str) -> None:
    more, changes, code, section = LOST[name]
    found = [one for one in doubts(evidence(*more, **changes)) if one.code == code]
    assert {one.where.section for one in found if one.where} == {section}


def test_a_stray_heading_is_told_without_doubt() -> None:
    found = check(evidence((None, "Secretary of the Committee")))
    assert [(one.code, one.severity) for one in found] == [("lines-unassigned", "info")]


def test_days_without_meeting_and_last_days_of_spans_are_not_missed() -> None:
    holiday = [("timetable", "Wednesday, 14 May 2031"), ("timetable", "No meeting")]
    span = [("timetable", "Monday, 12 May, to"), ("timetable", "Thursday, 15 May 2031")]
    assert check(evidence(*holiday)) == check(evidence(*span)) == []


TOLD_ELSEWHERE = {
    "heading of a group": "B. Matters of weirs, sluices and locks of the northern provinces",
    "document behind a label": "Documentation: Report on the repair of weirs, with maps (E/WEIR/2031/2)",
}


@pytest.mark.parametrize("name", TOLD_ELSEWHERE)
def test_lines_that_the_agenda_or_the_documents_tell_are_not_left_out(name: str) -> None:
    group = "Matters of weirs, sluices and locks of the northern provinces"
    grouped = Agenda((AGENDA[0], AGENDA[1].model_copy(update={"group": group}), AGENDA[2]))
    listed = annotation("2", "2.", paragraph("Weirs."), documents=("Report on weirs E/WEIR/2031/2",))
    told = annotated(ANNOTATIONS[0], listed, ANNOTATIONS[2]) | {"agenda": grouped}
    found = check(evidence(("annotations", TOLD_ELSEWHERE[name]), **told))
    assert "text-left-out" not in {one.code for one in found}


POOR = "Tne Cornmi11ee rn3t 0n tbe f1rst d4y 4nd aq;reed w1th tne Ch'a,ir "


def test_a_poor_text_layer_is_doubted_as_a_whole() -> None:
    found = [one for one in doubts(evidence(*[("annotations", POOR)] * 8)) if one.code == "text-layer-poor"]
    assert [one.where for one in found] == [None]
