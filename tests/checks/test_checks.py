"""What is doubted in a document, and that a sound one is not."""

from __future__ import annotations

from typing import Any, Literal

import pytest
from evidence_building import (
    AGENDA,
    ANNOTATIONS,
    LINES,
    SITTINGS,
    agenda,
    annotated,
    annotation,
    doubts,
    evidence,
    header,
    paragraph,
    sitting,
    sittings,
)

from undocparse.checks import check
from undocparse.model import Agenda, AgendaItem, Annotation
from undocparse.model.header import Session
from undocparse.model.tables import Table, TableCell
from undocparse.model.timetable import Timetable


def test_nothing_is_doubted_where_everything_adds_up() -> None:
    assert check(evidence()) == []


FIRST = ("1", "Opening of the session")
SECOND = ("2", "Adoption of the agenda")
CASES: dict[str, tuple[dict[str, Any], str, str]] = {
    "no symbol": (header(symbol=None), "masthead-field-missing", "header"),
    "label without value": (header(distribution=None), "masthead-field-missing", "header"),
    "session printed and not read": (header(session=Session()), "masthead-field-missing", "header"),
    "title goes on": (
        header(title="Provisional agenda. The Committee will meet in Oslo"),
        "masthead-title-doubtful",
        "header",
    ),
    "title garbled": (header(title="nnGr'rrtv nD oF sWT EIRcPS"), "masthead-title-doubtful", "header"),
    "title breaks off": (header(title="Provisional agenda of the"), "masthead-title-doubtful", "header"),
    "body torn": (header(body="on Weirs and Locks (continued"), "masthead-name-doubtful", "header"),
    "meeting ends first": (header(ends="2031-05-02"), "masthead-dates-doubtful", "header"),
    "meeting years away": (header(date="2026-03-03", symbol="X"), "masthead-dates-doubtful", "header"),
    "another session": (header(title="Agenda of the ninth session"), "masthead-session-doubtful", "header"),
    "symbol of another year": (header(symbol="E/WEIR/2019/1"), "masthead-symbol-doubtful", "header"),
    "no agenda": (agenda(), "agenda-missing", "agenda"),
    "numbered titles in no agenda": (
        agenda()
        | {
            "document_type": "organization_of_work",
            "annotations": (
                Annotation(paragraphs=tuple(paragraph(title, str(n)) for n, title in enumerate("ABC"))),
            ),
        },
        "agenda-missing",
        "agenda",
    ),
    "one item": (agenda(FIRST), "agenda-of-one-item", "agenda"),
    "number twice": (agenda(FIRST, SECOND, SECOND), "agenda-number-repeated", "agenda"),
    "numbers fall": (agenda(FIRST, ("9", "Locks"), SECOND), "agenda-out-of-order", "agenda"),
    "begins late": (agenda(("6", "Locks"), ("7", "Sluices")), "agenda-starts-late", "agenda"),
    "two items in one": (
        agenda(("1", "Opening of the session 2. Adoption of the agenda"), ("3", "Locks")),
        "agenda-title-doubtful",
        "agenda",
    ),
    "item breaks off": (agenda(FIRST, ("2", "Adoption of the")), "agenda-title-doubtful", "agenda"),
    "item begins small": (agenda(FIRST, ("2", "and of the agenda")), "agenda-title-doubtful", "agenda"),
    "no annotation": (annotated(), "annotations-missing", "annotations"),
    "an item not annotated": (annotated(*ANNOTATIONS[:2]), "item-without-annotation", "annotations"),
    "heading of something else": (
        annotated(
            *ANNOTATIONS[:2],
            annotation("3", "3. Rivers").model_copy(update={"title_similarity": 0.2}),
        ),
        "annotation-heading-unlike",
        "annotations",
    ),
    "paragraph begins small": (
        annotated(*ANNOTATIONS[:2], annotation("3", "3.", paragraph("of the session."))),
        "paragraph-doubtful",
        "annotations",
    ),
    "paragraph of one word": (
        annotated(*ANNOTATIONS[:2], annotation("3", "3.", paragraph("Forthcoming"))),
        "paragraph-doubtful",
        "annotations",
    ),
    "heading swallowed": (
        annotated(ANNOTATIONS[0], annotation("2", "2.", paragraph("Adoption of the report The Committee"))),
        "paragraph-doubtful",
        "annotations",
    ),
    "paragraph left out": (
        annotated(*ANNOTATIONS[:2], annotation("3", "3.", paragraph("Thanks.", "5"))),
        "paragraph-number-skipped",
        "annotations",
    ),
    "two documents in one": (
        annotated(
            *ANNOTATIONS[:2],
            annotation("3", "3.", documents=["Report E/WEIR/2031/4 Note E/WEIR/2031/5 and E/WEIR/2031/6"]),
        ),
        "document-doubtful",
        "documents",
    ),
    "symbols under documentation": (
        annotated(
            *ANNOTATIONS[:2], annotation("3", "3.", paragraph("See E/WEIR/2031/9.", heading="Documentation"))
        ),
        "document-not-listed",
        "documents",
    ),
    "out of order": (sittings(*reversed(SITTINGS)), "timetable-out-of-order", "timetable"),
    "outside the meeting": (
        sittings(*SITTINGS, sitting("2031-05-19", "10:00", "13:00", FIRST)),
        "timetable-date-outside-meeting",
        "timetable",
    ),
    "no date": (
        sittings(*SITTINGS, SITTINGS[0].model_copy(update={"date": None})),
        "timetable-date-missing",
        "timetable",
    ),
    "no entry": (
        sittings(*SITTINGS, sitting("2031-05-13", "15:00", "18:00")),
        "timetable-sitting-empty",
        "timetable",
    ),
    "twice": (sittings(*SITTINGS, SITTINGS[1]), "timetable-sitting-twice", "timetable"),
    "ends first": (
        sittings(*SITTINGS, sitting("2031-05-13", "15:00", "14:00", FIRST)),
        "timetable-time-doubtful",
        "timetable",
    ),
    "entry breaks off": (
        sittings(*SITTINGS, sitting("2031-05-13", "15:00", "18:00", ("", "Repair of the"))),
        "timetable-entry-doubtful",
        "timetable",
    ),
    "head of a column": (
        sittings(*SITTINGS, sitting("2031-05-13", "15:00", "18:00", ("", "Date"))),
        "timetable-entry-doubtful",
        "timetable",
    ),
    "footnote mark in a title": (
        agenda(FIRST, ("2", "Question of the weirs.3")),
        "agenda-title-doubtful",
        "agenda",
    ),
    "number skipped": (agenda(FIRST, ("4", "Locks")), "agenda-number-skipped", "agenda"),
    "symbol breaks off": (
        annotated(*ANNOTATIONS[:2], annotation("3", "3.", documents=["Report on tides E/WEIR/2031/_"])),
        "document-doubtful",
        "documents",
    ),
    "items not known": (
        sittings(*SITTINGS[:0], sitting("2031-05-12", "10:00", "13:00", ("", "A"), ("", "B"), ("", "C"))),
        "timetable-items-unknown",
        "timetable",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_values_that_do_not_add_up(name: str) -> None:
    changes, code, section = CASES[name]
    found = [one for one in check(evidence(**changes)) if one.code == code]
    assert found
    assert {one.where.section for one in found if one.where} == {section}


@pytest.mark.parametrize(("language", "doubted"), [("sw", True), ("es", False)])
def test_a_language_of_which_nothing_is_known_is_doubted(language: str, *, doubted: bool) -> None:
    found = [one.where for one in check(evidence(language=language)) if one.code == "language-not-read"]
    assert found == [None] * doubted


def test_a_text_without_masthead_misses_no_field_of_it() -> None:
    bare = evidence(lines=LINES[4:], **header(symbol=None, date=None, body=None, distribution=None))
    assert "masthead-field-missing" not in {one.code for one in check(bare)}


def test_a_list_of_a_committees_own_items_skips_none() -> None:
    chosen = agenda(("5", "Elections"), ("76", "Locks")) | {"document_type": "organization_of_work"}
    assert "agenda-number-skipped" not in {one.code for one in check(evidence(**chosen))}


def test_a_shortened_heading_is_like_its_title() -> None:
    short = annotation("2", "2. Weirs").model_copy(update={"title_similarity": 0.3})
    found = doubts(evidence(annotations=(ANNOTATIONS[0], short, ANNOTATIONS[2])))
    assert "annotation-heading-unlike" not in {one.code for one in found}


def test_items_without_sitting_are_those_that_nothing_above_or_below_stands_for() -> None:
    parts = (AgendaItem(key="2.a", title="Weirs of wood"), AgendaItem(key="2.b", title="Weirs of stone"))
    items = Agenda((AGENDA[0], AGENDA[1].model_copy(update={"items": parts}), AGENDA[2]))
    found = check(
        evidence(agenda=items, **sittings(sitting("2031-05-12", "10:00", "13:00", ("2.a", "Wood"))))
    )
    never = [one.where.items for one in found if one.where and one.code == "timetable-item-never-scheduled"]
    assert never == [("1",), ("2.b",), ("3",)]


WEIRS = (("Monday, 12 May", "10 a.m.–1 p.m.", "Locks"), ("Tuesday, 13 May", "3–6 p.m.", "Weirs"))


@pytest.mark.parametrize(
    ("kind", "rows", "doubted"),
    [("other", WEIRS, True), ("other", WEIRS[:1], False), ("timetable", WEIRS[:1], True)],
)
def test_a_table_of_days_and_times_without_a_sitting_is_doubted(
    kind: Literal["other", "timetable"], rows: tuple[tuple[str, ...], ...], doubted: bool
) -> None:
    cells = [
        TableCell(row=r, column=c, text=text) for r, row in enumerate(rows) for c, text in enumerate(row)
    ]
    table = Table(kind=kind, rows=len(rows), columns=3, cells=tuple(cells))
    codes = {one.code for one in check(evidence(tables=(table,), timetable=Timetable()))}
    assert ("table-not-understood" in codes) == doubted


def test_what_stands_round_an_agenda_in_a_resolution_is_text() -> None:
    resolution = header(symbol="E/WEIR/RES/2031/4")
    found = check(evidence((None, "12. The Committee met."), **resolution))
    assert [one.severity for one in found if one.code == "lines-unassigned"] == ["info"]


QUIET: dict[str, dict[str, Any]] = {
    "a cover without date": {"lines": LINES[4:], **header(date=None, distribution=None)},
    "a report on another body's session": header(title="Report of the Weir Board on its ninth session"),
    "a case's number in a symbol": header(symbol="CWL/C/12/D/2019/2004"),
    "a letter with a long title": header(
        title="Letter dated 3 March 2031 from the " + "Lock Keeper and " * 19 + "all"
    ),
}


@pytest.mark.parametrize("changes", QUIET.values(), ids=QUIET)
def test_what_looks_odd_in_a_masthead_and_is_usual(changes: dict[str, Any]) -> None:
    assert not [one.code for one in check(evidence(**changes)) if one.code.startswith("masthead")]
