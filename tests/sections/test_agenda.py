"""Agendas of many forms: what the items are, whatever their labels look like and what stands between them."""

from __future__ import annotations

import pytest

from undocparse.layout.blocks import blocks_of
from undocparse.layout.pages import Layout
from undocparse.readers import load, read
from undocparse.sections.agenda import AgendaList, find_agenda


def _found(text: str, *, language: str = "en", titled: bool = True) -> AgendaList | None:
    layout: Layout = read(load(text.encode(), name="agenda.txt"))
    return find_agenda(blocks_of(list(layout.lines), layout), language, titled=titled)[0]


def _rows(found: AgendaList | None) -> list[str]:
    """Each item as "key title", in document order."""
    if found is None:
        return []
    return [f"{item.key} {item.title}" for item in found.agenda().walk()]


FORMS = {
    "a group heading of two lines, also before item 1": (
        """Provisional agenda

A. Opening matters of the Assembly of Lighthouse Keepers, and what the keepers of the northern and of the
southern lights have in common in accordance with the relevant resolutions of the Assembly and of its Council

1. Opening of the session.

2. Minute of silence.

B. Light

3. Lamps:

   (a) Oil lamps;

   (b) Electric lamps.

4. Mirrors.
""",
        """1 Opening of the session
2 Minute of silence
3 Lamps
3.a Oil lamps
3.b Electric lamps
4 Mirrors""",
    ),
    "numbers below a group begin again under Roman items": (
        """Agenda

I. Organization

  1. Opening

  2. Officers

II. Light

  1. Lamps

  2. Mirrors

III. Other matters
""",
        """I Organization
I.1 Opening
I.2 Officers
II Light
II.1 Lamps
II.2 Mirrors
III Other matters""",
    ),
    "numbers go on under Roman headings": (
        """Agenda

I. Organization

1. Opening

2. Officers

II. Light

3. Lamps

4. Mirrors
""",
        """1 Opening
2 Officers
3 Lamps
4 Mirrors""",
    ),
    "dotted numbers of three levels": (
        """Agenda

1. Organization

1.1. Opening

1.2. Officers

2. Light

2.1. Lamps

2.1.1. Oil lamps

2.1.2. Electric lamps

3. Other matters
""",
        """1 Organization
1.1 Opening
1.2 Officers
2 Light
2.1 Lamps
2.1.1 Oil lamps
2.1.2 Electric lamps
3 Other matters""",
    ),
    "the word for item": (
        """Agenda

Item 1. Opening

Item 2. Lamps:

   (a) Oil lamps

   (b) Electric lamps

Item 3. Mirrors
""",
        """1 Opening
2 Lamps
2.a Oil lamps
2.b Electric lamps
3 Mirrors""",
    ),
    "numbers of a committee, which are those of the plenary": (
        """Agenda

5. Election of officers.

76. Upkeep of lighthouses.

77. Pay of keepers.

121. Other matters.
""",
        """5 Election of officers
76 Upkeep of lighthouses
77 Pay of keepers
121 Other matters""",
    ),
    "numbers in brackets behind the titles, with documents below": (
        """Agenda

Upkeep of lighthouses [76]

Report of the Secretary-General (A/98/210)

Pay of keepers [77]

No advance documentation

Oil and its price [81]

Note by the Secretariat (A/98/77)

Fog [90]
""",
        """76 Upkeep of lighthouses
77 Pay of keepers
81 Oil and its price
90 Fog""",
    ),
    "documents and mandates between the items": (
        """Provisional agenda

1. Opening of the session.

2. Upkeep of lighthouses.

   Documentation

   Report of the Secretary-General on the upkeep of lighthouses (E/LK.3/2031/2)

   Note by the Secretariat on rust (E/LK.3/2031/3)

   The Assembly decided in its resolution 11/4 to keep the upkeep of lighthouses under review each year until
   the last of them was painted.

3. Pay of keepers.

4. Other matters.
""",
        """1 Opening of the session
2 Upkeep of lighthouses
3 Pay of keepers
4 Other matters""",
    ),
    "entries without letters stay below their item": (
        """Agenda

1. Opening.

2. Lamps:

   - Oil lamps;

   - Electric lamps.

3. Mirrors.
""",
        """1 Opening
2 Lamps
3 Mirrors""",
    ),
    "faults of the text layer": (
        """Agenda

l. Opening of the session.

2. Lamps:

   la) Oil lamps;

   (b} Electric lamps.

3. Mirrors: (a) Round mirrors; (b) Flat mirrors.

4. Rust.

5. Paint 6. Fog

7. Bells.

8. Pay.

9. Leave.

1O. Other matters.
""",
        """1 Opening of the session
2 Lamps
2.a Oil lamps
2.b Electric lamps
3 Mirrors
3.a Round mirrors
3.b Flat mirrors
4 Rust
5 Paint
6 Fog
7 Bells
8 Pay
9 Leave
10 Other matters""",
    ),
}


@pytest.mark.parametrize("form", FORMS)
def test_every_form_of_a_list_gives_its_items(form: str) -> None:
    text, rows = FORMS[form]
    assert _rows(_found(text)) == rows.splitlines()


def test_letters_go_on_behind_z_as_doubled_letters() -> None:
    letters = [*(chr(code) for code in range(ord("a"), ord("z") + 1)), "aa", "bb", "ii", "jj"]
    lines = "\n\n".join(f"   ({letter}) Lighthouse of district {letter.upper()};" for letter in letters[:-2])
    rows = _rows(_found(f"Agenda\n\n1. Opening.\n\n2. Lighthouses:\n\n{lines}\n\n3. Fog.\n"))
    assert [row.split()[0] for row in rows] == ["1", "2", *(f"2.{letter}" for letter in letters[:-2]), "3"]


def test_groups_are_those_of_the_headings_above_the_items() -> None:
    text, _ = FORMS["a group heading of two lines, also before item 1"]
    found = _found(text)
    assert found is not None
    groups = [item.group or "" for item in found.agenda()]
    assert [group.split()[0] for group in groups] == ["Opening", "Opening", "Light", "Light"]


def test_bullets_are_entries_of_the_item_above_them() -> None:
    found = _found(FORMS["entries without letters stay below their item"][0])
    assert found is not None
    assert [item.entries for item in found.agenda()] == [(), ("Oil lamps", "Electric lamps"), ()]


def test_documents_behind_the_last_sub_item_are_those_of_the_item() -> None:
    found = _found(
        "Agenda\n\n1. Opening.\n\n2. Lamps:\n\n   (a) Oil lamps;\n\n   (b) Electric lamps.\n\n"
        "   Documentation\n\n   Report of the Secretary-General on lamps (E/LK.3/2031/2)\n\n3. Fog.\n"
    )
    assert found is not None
    assert [node.key for node in found.walk() if node.beneath] == ["2"]


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
    assert _rows(_found(ENDS[end])) == ["1 Opening", "2 Lamps", "3 Mirrors"]


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
    assert _found(NO_AGENDA[kind], titled=False) is None
