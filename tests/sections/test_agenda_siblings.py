"""Lists that differ in one respect from the usual one: all give their items and nothing else."""

from __future__ import annotations

import pytest
from agenda_building import agenda_in, rows_of

import undocparse
from undocparse.layout.blocks import blocks_of
from undocparse.readers import load, read
from undocparse.sections.agenda.candidates import candidates
from undocparse.sections.agenda.entries import entries_of
from undocparse.sections.agenda.words import list_words


def _said(rows: str) -> list[str]:
    return [row.strip() for row in rows.strip().splitlines()]


PARTS = """Contents

I. Provisional agenda

II. Annotations

I. Agenda

1. Opening

2. Lamps

3. Mirrors

II. Annotations

Opening

1. The oldest keeper opens the session.

2. No documents are foreseen.

Lamps

3. The lamps are lit.
"""


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param(PARTS, "1 Opening\n2 Lamps\n3 Mirrors", id="headings of the parts are no items"),
        pytest.param(
            """Agenda

A. Light

Lamps [1]

a. Oil lamps

b. Electric lamps

B. Sound

Bells [2]

Horns [3]

a. Fog horns

b. Other horns
""",
            "1 Lamps\n1.a Oil lamps\n1.b Electric lamps\n2 Bells\n3 Horns\n3.a Fog horns\n3.b Other horns",
            id="letters below numbers in brackets",
        ),
        pytest.param(
            "Agenda\n\nLamps [1]\n\nOil lamps [1.1]\n\nElectric lamps [1.2]\n\nBells [2]\n",
            "1 Lamps\n1.1 Oil lamps\n1.2 Electric lamps\n2 Bells",
            id="dotted numbers in brackets",
        ),
        pytest.param(
            "Agenda\n\n100. Lamps\n\n100.1 Oil lamps\n\n100.2 Electric lamps\n\n101. Bells\n",
            "100 Lamps\n100.1 Oil lamps\n100.2 Electric lamps\n101 Bells",
            id="dotted numbers over a hundred",
        ),
        pytest.param(
            "Agenda\n\nA. Light\n\n1. Lamps\n\n2. Mirrors\n\nB. Sound\n\n3. Bells\n\n4. Horns\n",
            "1 Lamps\n2 Mirrors\n3 Bells\n4 Horns",
            id="letters over numbers that go on are groups",
        ),
        pytest.param(
            """Agenda

1. Upkeep of the lighthouses on the northern coast, of those on the southern coast and of
   the lightships

   Report of the Keeper-General on the northern lights (LK/3/2)

   Note by the Secretariat on rust (LK/3/4)

2. Bells
""",
            "1 Upkeep of the lighthouses on the northern coast, of those on the southern coast and of the "
            "lightships\n2 Bells",
            id="documents below a title of two lines",
        ),
        pytest.param(
            """Agenda

1. Upkeep of lighthouses (resolution 71/4).
   Status of rust (LK/3/2)

2. Bells
""",
            "1 Upkeep of lighthouses (resolution 71/4)\n2 Bells",
            id="a document that is known by its symbol only",
        ),
        pytest.param(
            "Agenda\n\n15. Lamps\n\n1 6. Bells\n\n17, Fog\n\n18. Rust\n",
            "15 Lamps\n16 Bells\n17 Fog\n18 Rust",
            id="digits that stand apart, and a comma for a stop",
        ),
        pytest.param(
            "Agenda\n\n1 - Lamps\n\n2 – Bells\n\n3: Fog\n",
            "1 Lamps\n2 Bells\n3 Fog",
            id="a dash or a colon behind the number",
        ),
        pytest.param(
            "Agenda\n\nItem 1. Lamps\n\nSub-item 1 (a). Oil\n\nSub-item 1 (b). Gas\n\nItem 2. Fog\n",
            "1 Lamps\n1.a Oil\n1.b Gas\n2 Fog",
            id="the word for a part of an item",
        ),
        pytest.param(
            """Agenda

1. Upkeep of lighthouses;
   Documentation
   Report of the Secretariat on rust (LK/3/2)

2. Bells
""",
            "1 Upkeep of lighthouses\n2 Bells",
            id="documents set on to their item",
        ),
    ],
)
def test_siblings(text: str, rows: str) -> None:
    assert rows_of(agenda_in(text)) == _said(rows)


_HEAD = """United Nations                              LK/3/1
                                            Distr.: General
                                            4 March 2043

Assembly of Lighthouse Keepers
Third session
Vienna, 3-5 June 2043

Annotated provisional agenda

AGENDA

The coast and its lights
"""


@pytest.mark.parametrize(
    "items", ["\n\n1. Lamps\n\n2. Bells\n\n3. Fog\n", "\n\nLamps [1]\n\nBells [2]\n\nFog [3]\n"]
)
def test_the_heading_of_the_first_group_is_no_title(items: str) -> None:
    document = undocparse.parse((_HEAD + items).encode(), name="list.txt")
    assert document.header.title == "Annotated provisional agenda"
    assert [(one.key, one.group) for one in document.agenda] == [
        (key, "The coast and its lights") for key in "123"
    ]


def test_parts_of_a_later_item_begin_no_list() -> None:
    layout = read(load(b"25 a) Lamps\n\n25 b) Bells\n", name="days.txt"))
    known = list_words("en")
    entries = entries_of(blocks_of(list(layout.lines), layout), known)
    assert not list(candidates(entries, known, titled=False))


@pytest.mark.parametrize(
    ("last", "rows"), [("3 Other lights", ["3 Other lights"]), ("14 March: arrival", [])]
)
def test_bare_numbers_of_a_web_page_are_those_of_items_but_days_are_not(last: str, rows: list[str]) -> None:
    lines = "".join(f"<p>{text}</p>" for text in ("1 Opening", "2 Lamps", last))
    page = f"<html><body><h1>Assembly</h1><h2>Agenda</h2>{lines}</body></html>"
    assert rows_of(agenda_in(page, "agenda.html")) == ["1 Opening", "2 Lamps", *rows]
