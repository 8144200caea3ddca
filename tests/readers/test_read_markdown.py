from __future__ import annotations

import pytest

from undocparse import parse
from undocparse.layout.pages import Layout, Line
from undocparse.readers import load, read

HEAD = "# Provisional agenda\n\n"


def markdown(content: str) -> Layout:
    layout = read(load((HEAD + content).encode()))
    assert layout.reader == "markdown"
    return layout


def lines(content: str) -> list[Line]:
    return list(markdown(content).lines)[1:]


TEXTS = {
    "wrapped": (
        "The Committee will have before it, for consideration,\nthe report.",
        ["The Committee will have before it, for consideration, the report."],
    ),
    "hard-break": ("**General Assembly**  \nSixth Committee", ["General Assembly", "Sixth Committee"]),
    "hard-break-in-a-sentence": (
        "Working Group of experts  \non assistance",
        ["Working Group of experts on assistance"],
    ),
    "short-lines": (
        "Distr.: General\n30 May 2007\nOriginal: English",
        ["Distr.: General", "30 May 2007", "Original: English"],
    ),
    "entries": (
        "It will do what follows at its session in the year 2010:\na) open;\nb) close.",
        ["It will do what follows at its session in the year 2010:", "a) open;", "b) close."],
    ),
    "escapes": (r"\* Reissued \[A/1/1\] 1\. x", ["* Reissued [A/1/1] 1. x"]),
    "entities": ("Questions &amp; answers", ["Questions & answers"]),
    "tags": ("Sixth <i>session</i><br>Rome <u>2007</u>", ["Sixth session", "Rome 2007"]),
    "links": ("see [A/80/1](https://undocs.org/A/80/1) ![emblem](e.png)", ["see A/80/1"]),
    "reference": ("[1]: https://un.example", ["[1]: https://un.example"]),
    "list": ("1. One\n   - a) First\n   - b) Second\n2. Two", ["1. One", "a) First", "b) Second", "2. Two"]),
    "numbers-as-typed": ("4. Four\n\n7. Seven\n\n2) Two", ["4. Four", "7. Seven", "2) Two"]),
    "bullets": ("- one\n- two", ["• one", "• two"]),
    "single-star": ("* Reissued for technical reasons.", ["* Reissued for technical reasons."]),
    "rule": ("Above\n\n---\n\nBelow", ["Above", "Below"]),
    "indented": ("    Indented by four", ["Indented by four"]),
    "fence": ("```\nMonday   10 a.m.\n```", ["Monday 10 a.m."]),
    "quote": ("> Quoted", ["Quoted"]),
    "comment": ("<!-- page 2 -->\n\nText", ["Text"]),
}


@pytest.mark.parametrize(("content", "expected"), TEXTS.values(), ids=TEXTS)
def test_text(content: str, expected: list[str]) -> None:
    assert [line.text for line in lines(content)] == expected


def test_headings_are_bold_and_have_levels() -> None:
    one, two = lines("### **1. Opening**\n\nText")
    assert (one.text, one.heading, one.bold, one.whole) == ("1. Opening", 3, True, True)
    assert (two.heading, two.bold) == (0, False)


def test_emphasis_is_style() -> None:
    (line,) = lines("The **bold** and *italic* words <b>too</b>")
    assert [(run.text, run.bold, run.italic) for run in line.runs] == [
        ("The", False, False),
        ("bold", True, False),
        ("and", False, False),
        ("italic", False, True),
        ("words", False, False),
        ("too", True, False),
    ]
    assert line.text == "The bold and italic words too"


def test_footnotes() -> None:
    text, note, star = lines("Adopted by the Board.[^1]\n\n[^1]: See A/80/1.\n\n\\* Reissued.")
    assert (text.text, text.marks) == ("Adopted by the Board.", (("1", 21),))
    assert [(each.region, each.mark, each.text) for each in (note, star)] == [
        ("note", "1", "See A/80/1."),
        ("note", "*", "Reissued."),
    ]


def test_a_starred_line_below_a_rule_is_a_note() -> None:
    assert [(line.region, line.mark) for line in lines("x\n\n---\n\n\\* Reissued.\n\n## Next")] == [
        ("body", None),
        ("note", "*"),
        ("body", None),
    ]


def test_gaps_and_indents() -> None:
    found = lines("1. One\n   - a) First\n\n\nText")
    assert [line.gap for line in found] == [1.0, 0.0, 2.0]
    assert [line.indent for line in found] == [0.0, 27.0, 0.0]


TABLES = {
    "bars": (
        "| Date | Item |\n| --- | --- |\n| *Mon* | 1 \\| 2 |\n|  | 3 | 4 |",
        [["Date", "Item", ""], ["Mon", "1 | 2", ""], ["", "3", "4"]],
    ),
    "tabs": (
        "<i>Date</i>\t<i>Point</i>\tTitre\nLundi\t1 a)\tOuverture\n\t1 b)\tAdoption ( <i>suite</i>)",
        [["Date", "Point", "Titre"], ["Lundi", "1 a)", "Ouverture"], ["", "1 b)", "Adoption ( suite)"]],
    ),
    "html": (
        "<table><tr><td rowspan='2'>Mon</td><td>1</td></tr><tr><td>2</td></tr></table>",
        [["Mon", "1"], ["2"]],
    ),
}


@pytest.mark.parametrize(("content", "expected"), TABLES.values(), ids=TABLES)
def test_tables(content: str, expected: list[list[str]]) -> None:
    layout = markdown(f"Text\n\n{content}\n\nAfter")
    (grid,) = layout.pages[0].grids
    rows: list[list[str]] = [[] for _ in expected]
    for each in grid.cells:
        rows[each.row].append(each.text)
    assert rows == expected
    assert [line.text for line in layout.lines][-1] == "After"
    assert [line.number for line in layout.lines] == list(range(len(list(layout.lines))))


def test_the_mark_of_a_note_may_have_any_number_of_figures() -> None:
    mark = "1" * 5000
    document = parse(f"# Agenda\n\nText[^{mark}] here.\n\n[^{mark}]: A note.\n".encode(), name="long.md")
    assert [note.text for note in document.footnotes] == ["A note."]
