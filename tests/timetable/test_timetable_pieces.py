"""Paragraphs that set several entries down are cut where one of them ends: by marks, numbers and titles."""

import pytest
from timetable_building import Row, grid_layout, lines_layout, read, told

from undocparse.model.agenda import Agenda, AgendaItem

AGENDA = Agenda(
    tuple(
        AgendaItem(key=key, label=f"{key}.", title=title)
        for key, title in (
            ("1", "Opening of the session"),
            ("2", "Adoption of the agenda"),
            ("3", "Report of the working group on wells"),
            ("4", "Application of the Programme of Action of Porto on ferries"),
        )
    )
)
OPENING = (("1",), "Opening of the session", False)
ADOPTION = (("2",), "Adoption of the agenda", False)
WELLS = (("3",), "Report of the working group on wells", False)
FERRIES = (("4",), "Application of the Programme of Action of Porto on ferries", False)
GOES_ON = (("3",), "Report of the working group on wells", True)
TALKS = ((), "Informal consultations", False)

FORMS: dict[str, tuple[str, list[object]]] = {
    "semicolons and numbers behind": (
        "Opening of the session [1]; Adoption of the agenda [2]; Report of the working group on wells [3].",
        [OPENING, ADOPTION, WELLS],
    ),
    "numbers behind, run together by line ends": (
        "Report of the working group on wells [3] (continued) "
        "Application of the Programme of Action of Porto on ferries [4]",
        [GOES_ON, FERRIES],
    ),
    "items named before": (
        "Item 1: Opening of the session; Item 3: Report of the working group on wells (continued)",
        [OPENING, GOES_ON],
    ),
    "titles alone, run together": (
        "Opening of the session Report of the working group on wells",
        [OPENING, WELLS],
    ),
    "business without a number before a title": (
        "Informal consultations Report of the working group on wells",
        [TALKS, WELLS],
    ),
    "and behind it": ("Report of the working group on wells Informal consultations", [WELLS, TALKS]),
    "a title in a longer one is no entry": (
        "Briefing on the Adoption of the agenda of the Porto process",
        [((), "Briefing on the Adoption of the agenda of the Porto process", False)],
    ),
    "quoted titles": (
        "item 1, “Opening of the session”; item 3, “Report of the working group on wells” (concluded)",
        [OPENING, GOES_ON],
    ),
}


@pytest.mark.parametrize("form", FORMS)
def test_a_cell_sets_down_each_of_its_entries(form: str) -> None:
    text, entries = FORMS[form]
    rows: list[Row] = [
        ("Date", "Time", "Business"),
        ("Monday, 12 May", "10 a.m.–1 p.m.", text),
        ("", "3–6 p.m.", "Informal consultations"),
    ]
    timetable, _ = read(grid_layout(rows), agenda=AGENDA)
    assert told(timetable)[0] == ("2025-05-12", "10:00", "13:00", entries)


SENTENCES = (
    "At its 1st meeting, on Monday, 12 May, from 10 a.m. to 1 p.m., the Board will take up item 1, “Opening "
    "of the session”; item 2, “Adoption of the agenda”.",
    "At its 2nd meeting, on Tuesday, 13 May, from 3 to 6 p.m., the Board will take up item 3, “Report of the "
    "working group on wells”.",
)


def test_sentences_that_begin_with_the_meeting_are_sittings() -> None:
    lines: list[tuple[float, str]] = [(72.0, "Proposed timetable"), (72.0, "")]
    for sentence in SENTENCES:
        words, line = sentence.split(), ""
        for word in words:
            if len(line) + len(word) > 85:
                lines.append((72.0, line))
                line = ""
            line = f"{line} {word}".strip()
        lines += [(72.0, line), (72.0, "")]
    timetable, _ = read(lines_layout(lines), agenda=AGENDA)
    assert told(timetable) == [
        ("2025-05-12", "10:00", "13:00", [OPENING, ADOPTION]),
        ("2025-05-13", "15:00", "18:00", [WELLS]),
    ]
