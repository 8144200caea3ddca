"""Agendas as web pages and text files of the 1990s and 2000s hold them: typed, without pages or type."""

from __future__ import annotations

import pytest
from agenda_building import agenda_in, rows_of

import undocparse
from undocparse.model import Document

_HEAD = """Distr.
GENERAL

KILN/SB/1996/1
15 December 1995

Original: ENGLISH

SUBSIDIARY BODY ON KILNS
Second session
Geneva, 27 February-4 March 1996

PROVISIONAL AGENDA AND ANNOTATIONS

Note by the secretariat

"""
_LEAD = (
    "The provisional agenda for the second session of the Body, proposed after consultation with officers, "
    "is as follows:"
)


def _read(body: str) -> Document:
    return undocparse.parse((_HEAD + body).encode(), name="kilns.txt")


def test_the_list_begins_below_the_sentence_that_leads_in_to_it() -> None:
    text = f"""I. INTRODUCTION

1. Arrangements have been made for the second session to be held at the Palais. It will open on Tuesday.

II. PROVISIONAL AGENDA

2. {_LEAD}

1. Opening of the session.

2. Organizational matters:

(a) Adoption of the agenda;

(b) Firing of the sample kilns.

3. Report on the session.
"""
    document = _read(text)
    assert [item.key for item in document.agenda.walk()] == ["1", "2", "2.a", "2.b", "3"]
    assert [p.number for p in document.annotations[0].paragraphs if p.number] == ["1", "2"]
    assert all("PROVISIONAL AGENDA" not in p.text for p in document.annotations[0].paragraphs)


@pytest.mark.parametrize(
    ("lead", "leads"),
    [
        (_LEAD, True),
        ("Under this agenda item the Board will consider two questions:", False),
        ("Under item 3 of the provisional agenda the Board will consider two questions:", False),
    ],
)
def test_a_sentence_on_one_item_leads_in_to_no_list(lead: str, leads: bool) -> None:
    prose = "The Board will open its session in the usual way, and the President will then speak at length."
    text = f"Firing\n\n{prose}\n\nGlazing\n\n{lead}\n\n4. Glazes of the coast\n\n5. Glazes of the hills\n"
    agenda = agenda_in(text, titled=False)
    assert agenda is not None
    assert agenda.from_headings is not leads


@pytest.mark.parametrize("bare", ["3 Glazes of the coast", "3 - Glazes of the coast"])
def test_a_number_may_have_lost_its_stop(bare: str) -> None:
    text = f"Provisional agenda\n\n1. Clay\n2. Peat\n{bare}\n4. Other matters\n"
    assert [row.split()[0] for row in rows_of(agenda_in(text))] == ["1", "2", "3", "4"]


def test_an_entry_goes_on_right_below_its_text() -> None:
    text = """Provisional agenda

1.   Clay of the hills:

     (a) Reports of the Boards of the United Kilns
         Programme and the Glaze Fund, and of others that are named below;

     (b) Peat.

2.   Other matters.
"""
    titles = rows_of(agenda_in(text))
    assert titles[1].startswith("1.a Reports of the Boards of the United Kilns Programme and the Glaze Fund")


@pytest.mark.parametrize(
    "head", ["KILN/SB/1996/1\nPage 2", "KILN/SB/1996/1\nEnglish\npage 2", "KILN/SB/1996/1 page 2"]
)
def test_heads_of_pages_inside_a_text_are_furniture(head: str) -> None:
    list_ = "1. Clay\n\n2. Peat\n\n{head}\n\n3. Ash\n\n4. Other matters\n"
    document = _read("Provisional agenda\n\n" + list_.format(head=head))
    assert [item.key for item in document.agenda.walk()] == ["1", "2", "3", "4"]
    assert not document.unassigned
    assert all(item.group is None and not item.entries for item in document.agenda.walk())


@pytest.mark.parametrize(
    ("heading", "paragraph"),
    [
        ("Item {n}. {title}", "The Board will consider {title} and then rest. It may speak of it again."),
        (
            "Item {n} of the agenda. {title}",
            "{n}. The Board will consider {title} and then rest for a while.",
        ),
        ("Item {n}: {title}", "The Board will have before it:\n\n• Report on {title} (KILN/SB/1996/{n})"),
    ],
)
def test_headings_over_text_are_no_list(heading: str, paragraph: str) -> None:
    titles = ("Clay of the hills", "Peat and its ashes", "Sand of the coast", "Report of the Board")
    parts = [
        f"{heading.format(n=n, title=title)}\n\n{paragraph.format(n=n, title=title.lower())}\n"
        for n, title in enumerate(titles, 1)
    ]
    document = _read("\n".join(parts))
    assert [item.title for item in document.agenda.walk()] == list(titles)
    annotated = [one for one in document.annotations if one.items]
    assert [one.items for one in annotated] == [("1",), ("2",), ("3",), ("4",)]
    assert all(one.paragraphs for one in annotated)


@pytest.mark.parametrize("title", ["Matters under decision 14/CP.1", "Kilns under R.E.2", "Emissions of CO2"])
def test_numbers_that_belong_to_a_title_are_no_marks(title: str) -> None:
    assert rows_of(agenda_in(f"Provisional agenda\n\n1. Clay\n2. {title}\n3. Peat\n"))[1] == f"2 {title}"


@pytest.mark.parametrize("title", ["Clay and peat7", "CLAY AND PEAT7", "Clay and peat.7"])
def test_marks_glued_to_a_title_are_left_out(title: str) -> None:
    assert rows_of(agenda_in(f"Provisional agenda\n\n1. Clay\n2. {title}\n3. Peat\n"))[1][:-1].endswith(
        ("pea", "PEA")
    )
