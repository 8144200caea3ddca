"""Numbers that are no items: those behind the end of an agenda, and those of other texts."""

from __future__ import annotations

import pytest
from agenda_building import agenda_in, rows_of

ENDS = {
    "paragraphs that are numbered from 1 again": """Agenda

1. Opening.

2. Lamps.

3. Mirrors.

Work of the session

1. The session is opened by the oldest keeper of a lighthouse who is present in the hall at that time.

2. Keepers speak in the order of the latitude of their lighthouses, beginning with the northernmost.

3. Lamps are shown in the entrance hall.

4. Mirrors are shown in the tower, to which keepers are admitted in groups of not more than nine.

5. Oil is sold at the gate.
""",
    "annotations that begin with the title of the first item": """Agenda

1. Opening.

2. Lamps.

3. Mirrors.

Opening

4. The oldest keeper opens the session.

5. No document is foreseen.
""",
}


@pytest.mark.parametrize("end", ENDS)
def test_numbers_behind_the_end_are_no_items(end: str) -> None:
    assert rows_of(agenda_in(ENDS[end])) == ["1 Opening", "2 Lamps", "3 Mirrors"]


NO_AGENDA = {
    "numbered paragraphs": """Upkeep of lighthouses

1. The Assembly of Lighthouse Keepers met in its ninth session. It was opened by the Chair, who welcomed all.

2. The Assembly took note of the report on rust. It asked the Secretariat to paint what had rusted since.

3. The Assembly thanked the keepers of the northern lights. It wished them a calm winter and little fog.
""",
    "steps of an instruction": """Upkeep of lighthouses

The keeper goes up the stairs and does the following each evening, whatever the weather and the season are,
and writes down when it was done and by whom, so that the inspector finds it in the book of the lighthouse:

1. Only one line of the kind.
""",
}


@pytest.mark.parametrize("kind", NO_AGENDA)
def test_what_is_no_agenda_gives_none(kind: str) -> None:
    assert agenda_in(NO_AGENDA[kind], titled=False) is None
