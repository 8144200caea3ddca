"""Lists of documents without space between their entries, and tables that no longer belong to an item."""

from __future__ import annotations

import pytest

import undocparse
from undocparse.model import Annotation

_HEAD = """United Nations                                   LOOM/COP/2033/1

Conference of the Parties to the Convention on Looms
Sixth session
Geneva, 2-4 May 2033

Annotated provisional agenda

Provisional agenda

1.   Opening of the session.
2.   Adoption of the agenda.
3.   Dyes and mordants.

Annotations

1.   OPENING OF THE SESSION

The President will open the session on Monday, 2 May 2033, at 10 a.m. in conference room 4.

2.   ADOPTION OF THE AGENDA
The Conference may wish to adopt its agenda on the basis of the provisional agenda.

3.   DYES AND MORDANTS

The Conference will have an exchange of views on dyes that are made from plants and on their trade.

"""


def _last(behind: str) -> Annotation:
    document = undocparse.parse((_HEAD + behind).encode(), name="looms.txt")
    assert [one.items for one in document.annotations] == [("1",), ("2",), ("3",)]
    assert all(len(one.paragraphs) == 1 for one in document.annotations)
    return document.annotations[-1]


@pytest.mark.parametrize(
    "listed",
    [
        "Report of the Secretariat on madder and weld (LOOM/COP/2033/4)\n"
        "Note by the Secretariat on indigo, woad and other blue dyes of\n"
        "northern regions (LOOM/COP/2033/5)\n"
        "Conference room paper on mordants",
        "LOOM/COP/2033/4 Report of the Secretariat on madder and weld\n"
        "LOOM/COP/2033/5 Note by the Secretariat on indigo, woad and other blue dyes of\n"
        "northern regions\n"
        "Conference room paper on mordants",
    ],
)
def test_entries_that_stand_line_below_line_are_told_apart(listed: str) -> None:
    assert [(one.symbol, one.title) for one in _last(f"Documentation\n\n{listed}\n").documents] == [
        ("LOOM/COP/2033/4", "Report of the Secretariat on madder and weld"),
        (
            "LOOM/COP/2033/5",
            "Note by the Secretariat on indigo, woad and other blue dyes of northern regions",
        ),
        (None, "Conference room paper on mordants"),
    ]


def test_the_status_behind_the_longest_title_of_a_column_is_no_part_of_it() -> None:
    listed = """Documentation

Symbol            Title                              Status

LOOM/COP/2033/4   Report of the Secretariat on       issued
                  madder

LOOM/COP/2033/5   Note by the Secretariat on indigo  in preparation
                  and woad
"""
    assert [(one.title, one.status) for one in _last(listed).documents] == [
        ("Report of the Secretariat on madder", "issued"),
        ("Note by the Secretariat on indigo and woad", "forthcoming"),
    ]


@pytest.mark.parametrize(
    "heads",
    [
        "Resolution        Title                Date of adoption",
        "Symbol      Title              Date of issue",
    ],
)
@pytest.mark.parametrize(
    "timetable", ["", "Annex\n\nTimetable\n\nMonday, 2 May 2033\n\n10 a.m.   1. Opening\n\n"]
)
def test_a_closing_table_with_dates_is_no_list_of_the_last_item(heads: str, timetable: str) -> None:
    table = f"""Texts of the last session

{heads}

5/1               Fast colours         3 June 2032

5/2               Natural fibres       4 June 2032
"""
    assert _last(timetable + table).documents == ()


def test_an_entry_that_a_page_cuts_inside_its_title_is_one() -> None:
    listed = "Documentation\n\nReport of the Secretariat on the trade in\n\fmadder (LOOM/COP/2033/4)\n"
    assert [(one.symbol, one.title) for one in _last(listed).documents] == [
        ("LOOM/COP/2033/4", "Report of the Secretariat on the trade in madder"),
    ]


def test_a_sentence_that_ends_in_two_symbols_is_no_entry() -> None:
    took = "Previously, the Conference took note of the findings (LOOM/COP/2032/4 and LOOM/COP/2032/5)."
    document = undocparse.parse((_HEAD + took + "\n").encode(), name="looms.txt")
    assert (len(document.annotations[-1].paragraphs), document.annotations[-1].documents) == (2, ())


@pytest.mark.parametrize(
    "listed",
    [
        "Documentation\n\nReport on madder (LOOM/COP/2033/4)\n\n",
        "Documentation\n\nReport on madder (LOOM/COP/2033/4)\n\n4.   ",
    ],
)
def test_a_sentence_on_documents_behind_listed_ones_is_a_paragraph(listed: str) -> None:
    text = f"{_HEAD}{listed}No advance documentation is foreseen for this part of the session.\n"
    last = undocparse.parse(text.encode(), name="looms.txt").annotations[-1]
    assert [one.symbol for one in last.documents] == ["LOOM/COP/2033/4"]
    assert last.paragraphs[-1].text == "No advance documentation is foreseen for this part of the session."
