"""Where nothing in a timetable has a number, each paragraph of a cell is business of its own."""

from __future__ import annotations

from undocparse import parse

PROGRAMME = """\
<html lang="en"><body><table><tr><td>United Nations</td><td>A/DEC/80/900</td></tr>
<tr><td>General Assembly</td><td></td></tr></table>
<p>Eightieth session</p><p>Lamp Committee</p><p>Agenda item 9</p>
<h2>Provisional programme of work of the Lamp Committee at the eightieth session</h2>
<p>Provisional programme of work</p>
<table><tr><td>2 October 2025</td><td>Organization of work</td></tr>
<tr><td>3 October 2025</td><td>Programme planning<br>Protection of lamps</td></tr>
<tr><td>6 October 2025</td><td>Bridges over canals</td></tr>
<tr><td>7 October 2025</td><td>Administration of canals</td></tr></table></body></html>
"""


def test_two_paragraphs_of_a_cell_are_two_entries() -> None:
    timetable = parse(PROGRAMME.encode(), name="programme.html").timetable
    assert [(one.date, [entry.title for entry in one.entries]) for one in timetable] == [
        ("2025-10-02", ["Organization of work"]),
        ("2025-10-03", ["Programme planning", "Protection of lamps"]),
        ("2025-10-06", ["Bridges over canals"]),
        ("2025-10-07", ["Administration of canals"]),
    ]
