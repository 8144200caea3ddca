"""Documents that are no agendas: some carry one in an annex, others hold other numbered lists."""

from __future__ import annotations

import pytest

import undocparse
from undocparse.model import Document, Header
from undocparse.readers import load, read
from undocparse.sections.agenda import find_annexed

_HEAD = """United Nations                                                {symbol}

General Assembly                                              Distr.: General
                                                              4 March 2043
                                                              Original: English

Ninety-eighth session
Agenda item 12
Oceans

"""
_LIST = """        Provisional agenda of the Forum

1. Opening of the Forum.

2. Lamps:

   (a) Oil lamps;

   (b) Electric lamps.

3. Adoption of the report.
"""
_KEYS = ["1", "2", "2.a", "2.b", "3"]


def _parsed(text: str, symbol: str = "A/98/77") -> Document:
    return undocparse.parse((_HEAD.format(symbol=symbol) + text).encode(), name="other.txt")


_LETTER = f"""     I have the honour to transmit the provisional agenda of the Forum of Lighthouse Keepers.

Annex

{_LIST}"""


def test_the_agenda_that_a_decision_adopts_is_read_and_its_place_said() -> None:
    document = _parsed(
        f"        Draft decision\n\n     The General Assembly approves the following:\n\n{_LIST}"
    )
    assert document.document_type == "other"
    assert [item.key for item in document.agenda.walk()] == _KEYS
    assert "agenda-in-annex" in [one.code for one in document.diagnostics]


@pytest.mark.parametrize(
    ("title", "keys"), [("Letter dated 2 March 2043", _KEYS), ("Report of the Forum", [])]
)
def test_a_letter_carries_an_agenda_and_a_report_records_one(title: str, keys: list[str]) -> None:
    layout = read(load(_LETTER.encode(), name="letter.txt"))
    found, _, _ = find_annexed(list(layout.lines), layout, Header(title=title), "en")
    assert [node.key for node in (found.walk() if found else ())] == keys


def test_the_heading_of_an_annexed_agenda_may_hold_a_long_name() -> None:
    name = "of the World Conference on the Review of the Implementation of the Programme for Lighthouses, "
    listed = _LIST.replace("of the Forum\n", f"{name}Lightships, Beacons and Other Aids to Navigation\n", 1)
    layout = read(load(_LETTER.replace(_LIST, listed).encode(), name="letter.txt"))
    found, _, _ = find_annexed(list(layout.lines), layout, Header(title="Letter dated 2 March 2043"), "en")
    assert found is not None
    assert [node.key for node in found.walk()] == _KEYS


WITHOUT = {
    "rules about agendas": """        Rules of procedure of the Forum of Lighthouse Keepers

Annex

        Agenda

1. The provisional agenda shall be drawn up by the keeper. It shall include all items asked for by the Forum.

2. Any member may propose items. The Forum decides on their inclusion by a majority of those present.

3. The agenda shall be adopted at the beginning of the session. It may be revised at any time.
""",
    "operative paragraphs": """        Draft resolution

     The General Assembly,

     Recalling its agenda,

1. Decides to keep the lighthouses lit;

2. Requests the Secretary-General to report on lamps;

3. Decides to include in the provisional agenda of its next session the item entitled "Lamps".
""",
    "contents of a report": """        Study of lighthouses

Contents

                                                                  Page
I. Agenda and organization of work ..........................      3

II. Lamps ...................................................      4

III. Mirrors ................................................      9

        I. Agenda and organization of work

1. The experts met twice and spoke about lamps for most of the time.

2. They agreed on most things and left the others for later.
""",
}


@pytest.mark.parametrize("kind", WITHOUT)
def test_other_numbered_lists_are_no_agenda(kind: str) -> None:
    assert not list(_parsed(WITHOUT[kind]).agenda)
