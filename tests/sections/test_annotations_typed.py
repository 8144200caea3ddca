"""Annotations as web pages and text files hold them: labels without a blank, headings without type."""

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
Geneva, 16 March-2 April 2032

Provisional agenda and annotations

"""
_PROSE = "The Committee kept this matter under review at its last session; it asked for a report on it soon."


def _read(body: str) -> Document:
    return undocparse.parse((_HEAD + body).encode(), name="kilns.txt")


def test_labels_need_no_blank_behind_them() -> None:
    document = _read(
        f"1.{_PROSE}\n\n2.{_PROSE}\n\nProvisional agenda\n\n"
        "1.Opening of the session by the Keeper of Kilns.\n\n2.Clay and peat:\n\n(a)Clay of the hills;\n\n"
        "(b)Peat of the plains.\n\n3.Other matters.\n\nAnnotations\n\n"
        f"1.Opening of the session\n\n3.{_PROSE}\n\n2.Clay and peat\n\n(a)Clay of the hills\n\n4.{_PROSE}\n"
    )
    assert [item.key for item in document.agenda.walk()] == ["1", "2", "2.a", "2.b", "3"]
    introduction, *annotated = document.annotations
    assert [paragraph.number for paragraph in introduction.paragraphs] == ["1", "2"]
    assert [one.items for one in annotated] == [("1",), ("2",), ("2.a",)]
    assert [paragraph.number for one in annotated for paragraph in one.paragraphs] == ["3", "4"]


@pytest.mark.parametrize("group", ["High-level segment", "A. High-level segment", "HIGH-LEVEL SEGMENT"])
def test_headings_of_groups_between_annotations_are_no_documents(group: str) -> None:
    document = _read(
        f"Provisional agenda\n\n1. Opening of the session.\n\n{group}\n\n2. Clay of the hills.\n\n"
        f"3. Other matters.\n\nAnnotations\n\n1. Opening of the session\n\n{_PROSE}\n\nDocumentation\n\n"
        f"Report on the kilns (KILN/C/113/2)\n\n{group}\n\n2. Clay of the hills\n\n{_PROSE}\n"
    )
    assert [listed.symbol for one in document.annotations for listed in one.documents] == ["KILN/C/113/2"]
    assert [paragraph.text for one in document.annotations for paragraph in one.paragraphs] == [_PROSE] * 2


def test_a_line_over_the_introduction_heads_it() -> None:
    document = _read(
        f"Opening of the session\n\n{_PROSE} Soon.\n\nItem 1. Clay\n\n{_PROSE}\n\nItem 2. Peat\n\n{_PROSE}\n"
    )
    introduction = document.annotations[0]
    assert [(p.heading, p.text) for p in introduction.paragraphs] == [
        ("Opening of the session", f"{_PROSE} Soon.")
    ]


def test_a_decision_that_is_mentioned_is_no_document() -> None:
    document = _read(
        "Item 1. Adoption of the agenda\n\nThe provisional agenda, based on decision KDB.48/Dec.12, is new. "
        "The Committee will have before it the following documents:\n\n• Provisional agenda (KDB.49/1)\n\n"
        f"Item 2. Peat of the plains\n\n{_PROSE}\n\nItem 3. Other matters\n\n{_PROSE}\n"
    )
    assert [listed.symbol for one in document.annotations for listed in one.documents] == ["KDB.49/1"]
    assert "document-not-listed" not in {one.code for one in document.diagnostics}


def test_a_contents_table_may_give_paragraphs_and_pages() -> None:
    document = _read(
        "Paragraphs Page\n\n1. Opening of the session ............... 1–14   3\n\n"
        "2. Clay of the hills ............... 15–49   5\n\n3. Other matters ......... 50   7\n\n"
        f"1. Opening of the session\n\n1. {_PROSE}\n\n2. Clay of the hills\n\n15. {_PROSE}\n"
    )
    titles = [item.title for item in document.agenda.walk()]
    assert titles == ["Opening of the session", "Clay of the hills", "Other matters"]
    assert "text-left-out" not in {one.code for one in document.diagnostics}


@pytest.mark.parametrize(
    ("first", "second", "part", "keys"),
    [
        ("Item 1", "Item 2", "Item 2 (a)", ["1", "2", "2.a"]),
        ("Item I", "Item II", "Item II (a)", ["I", "II", "II.a"]),
        ("ITEM I.", "ITEM II.", "Item II (a).", ["I", "II", "II.a"]),
    ],
)
@pytest.mark.parametrize("numbers", [("", "", ""), ("1. ", "2. ", "3. "), ("1. ", "1. ", "1. ")])
def test_the_word_for_an_item_over_its_title_makes_an_agenda(
    first: str, second: str, part: str, keys: list[str], numbers: tuple[str, str, str]
) -> None:
    one, two, three = numbers
    document = _read(
        f"{first}\n\nOpening of the session\n\n{one}{_PROSE}\n\n{second}\n\nClay and peat\n\n"
        f"{two}{_PROSE}\n\n{part}\n\nClay of the hills\n\n{three}{_PROSE}\n"
    )
    assert document.header.title == "Provisional agenda and annotations"
    assert [item.key for item in document.agenda.walk()] == keys
    assert [(one.items, [p.text for p in one.paragraphs]) for one in document.annotations] == [
        ((key,), [_PROSE]) for key in keys
    ]


def test_the_item_of_the_document_stays_in_the_masthead() -> None:
    head = _HEAD.replace("Provisional agenda and", "Agenda item 1\n\nProvisional agenda and")
    body = f"Item 1\n\nOpening of the session\n\n{_PROSE}\n\nItem 2\n\nClay and peat\n\n{_PROSE}\n"
    document = undocparse.parse((head + body).encode(), name="kilns.txt")
    assert document.header.agenda_items == ("1",)
    assert [item.title for item in document.agenda] == ["Opening of the session", "Clay and peat"]


def test_centred_headings_with_numbers_left_out_are_all_items() -> None:
    titles = {
        41: "Opening of the session of the Committee",
        47: "Clay",
        53: "Peat of the plains",
        60: "Other matters",
    }
    document = _read(
        "\n\n".join(f"{f'{number}. {title}':^90}\n\n{_PROSE}" for number, title in titles.items()) + "\n"
    )
    assert [(item.key, item.title) for item in document.agenda] == [(str(n), t) for n, t in titles.items()]
    assert [one.items for one in document.annotations] == [(str(number),) for number in titles]
