"""Agendas of many forms: what the items are, whatever their labels look like and what stands between them."""

from __future__ import annotations

import pytest
from agenda_building import agenda_in, rows_of

FORMS = {
    "a colon at the line's end inside a title": (
        """Provisional agenda

1. Draft guidelines on the care of lenses:
   second reading

2. State of the northern lights :
   progress and obstacles

   (a) Oil, wicks and glass:
       stocks and prices

   (b) Keepers.

3. Other matters.
""",
        """1 Draft guidelines on the care of lenses: second reading
2 State of the northern lights : progress and obstacles
2.a Oil, wicks and glass: stocks and prices
2.b Keepers
3 Other matters""",
    ),
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
    assert rows_of(agenda_in(text)) == rows.splitlines()


def test_letters_go_on_behind_z_as_doubled_letters() -> None:
    letters = [*(chr(code) for code in range(ord("a"), ord("z") + 1)), "aa", "bb", "ii", "jj"]
    lines = "\n\n".join(f"   ({letter}) Lighthouse of district {letter.upper()};" for letter in letters[:-2])
    rows = rows_of(agenda_in(f"Agenda\n\n1. Opening.\n\n2. Lighthouses:\n\n{lines}\n\n3. Fog.\n"))
    assert [row.split()[0] for row in rows] == ["1", "2", *(f"2.{letter}" for letter in letters[:-2]), "3"]


def test_groups_are_those_of_the_headings_above_the_items() -> None:
    text, _ = FORMS["a group heading of two lines, also before item 1"]
    agenda = agenda_in(text)
    assert agenda is not None
    groups = [item.group or "" for item in agenda.agenda()]
    assert [group.split()[0] for group in groups] == ["Opening", "Opening", "Light", "Light"]


def test_bullets_are_entries_of_the_item_above_them() -> None:
    agenda = agenda_in(FORMS["entries without letters stay below their item"][0])
    assert agenda is not None
    assert [item.entries for item in agenda.agenda()] == [(), ("Oil lamps", "Electric lamps"), ()]


def test_documents_behind_the_last_sub_item_are_those_of_the_item() -> None:
    agenda = agenda_in(
        "Agenda\n\n1. Opening.\n\n2. Lamps:\n\n   (a) Oil lamps;\n\n   (b) Electric lamps.\n\n"
        "   Documentation\n\n   Report of the Secretary-General on lamps (E/LK.3/2031/2)\n\n3. Fog.\n"
    )
    assert agenda is not None
    assert [node.key for node in agenda.walk() if node.beneath] == ["2"]
