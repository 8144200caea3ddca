"""Where the last annotation ends and the timetable begins, and what is behind the timetable."""

from __future__ import annotations

import pytest

import undocparse
from undocparse.model import Document

_HEAD = """Distr.: General
18 December 2031

Original: English

KILN/C/113/1

Committee on Kilns
113th session
Geneva, 16-18 March 2032

Provisional agenda and annotations

Provisional agenda

1. Opening of the session.

2. Clay of the hills.

3. Other matters.

Annotations

"""
_PROSE = "The Committee kept this matter under review at its last session; it asked for a report on it soon."
_DAYS = """Tuesday, 16 March

10 a.m.-1 p.m. Item 1. Opening of the session

3-6 p.m. Item 2. Clay of the hills

Wednesday, 17 March

10 a.m.-1 p.m. Item 3. Other matters

"""
_NOTE = "The hours given above are provisional and may be changed by the bureau of the Committee at any time."


def _read(last: str, heading: str, behind: str, number: str = "") -> Document:
    body = (
        f"1. Opening of the session\n\n{_PROSE}\n\n2. Clay of the hills\n\n{_PROSE}\n\n"
        f"3. Other matters\n\n{number}{_PROSE}\n\n{last}{heading}{_DAYS}{behind}\n"
    )
    return undocparse.parse((_HEAD + body).encode(), name="kilns.txt")


@pytest.mark.parametrize("heading", ["Timetable\n\n", "Annex\n\nProposed programme of work\n\n"])
def test_notes_below_a_titled_timetable_annotate_no_item(heading: str) -> None:
    document = _read("", heading, _NOTE)
    assert len(document.timetable) == 3
    assert [p.text for p in document.annotations[-1].paragraphs] == [_PROSE]
    assert _NOTE in " ".join(document.unassigned)


def test_text_goes_on_behind_a_timetable_without_a_title() -> None:
    document = _read("", "", _NOTE)
    assert [p.text for p in document.annotations[-1].paragraphs] == [_PROSE, _NOTE]


def test_numbered_text_goes_on_behind_a_timetable() -> None:
    document = _read("", "Timetable\n\n", f"5. {_NOTE}", number="4. ")
    assert [p.number for p in document.annotations[-1].paragraphs] == ["4", "5"]


@pytest.mark.parametrize("heading", ["Timetable\n\n", "Annex\n\nTimetable\n\n", "Annex\n\n"])
def test_what_is_short_above_the_title_stays_with_its_item(heading: str) -> None:
    document = _read("Documentation\n\nReport on the kilns of the plains (forthcoming)\n\n", heading, "")
    assert [one.title for one in document.annotations[-1].documents] == ["Report on the kilns of the plains"]
