from __future__ import annotations

import pytest

from undocparse import errors
from undocparse.layout.pages import Layout
from undocparse.readers import load, read


def html(body: str) -> Layout:
    layout = read(
        load(f"<!DOCTYPE html><html><head><title>t</title></head><body>{body}</body></html>".encode())
    )
    assert (layout.reader, layout.media_type) == ("html", "text/html")
    return layout


TEXTS = {
    "blocks": (
        "<h1>Agenda</h1><p>One <b>two</b>\n three</p>four<div>five</div>",
        ["Agenda", "One two three", "four", "five"],
    ),
    "breaks": ("Distr.: General<br>30 May<br/>Original", ["Distr.: General", "30 May", "Original"]),
    "lists": (
        "<ol start='3'><li>c<li value='7'>g</ol><ol type='a'><li>x</ol><ul><li>u</ul>",
        ["3. c", "7. g", "a. x", "• u"],
    ),
    "scripts": ("<script>var x</script><style>p{}</style>Seen<!-- unseen -->", ["Seen"]),
    "nested": ("<ol><li>One<ol type='a'><li>A</li></ol></li><li>Two</li></ol>", ["1. One", "a. A", "2. Two"]),
    "entities": ("&eacute;&nbsp;&amp;", ["é &"]),
}


@pytest.mark.parametrize(("body", "expected"), TEXTS.values(), ids=TEXTS)
def test_text(body: str, expected: list[str]) -> None:
    assert [line.text for line in html(body).lines] == expected


def test_tables_have_spans() -> None:
    rows = "<tr><th>Date<th colspan=2>Item</tr><tr><td rowspan=9>Mon<td>1<td>A</tr><tr><td>2<td>B</tr>"
    (grid,) = html(f"<table><tbody>{rows}</tbody></table>").pages[0].grids
    assert [(c.row, c.column, c.rows, c.columns, c.text) for c in grid.cells] == [
        *((0, 0, 1, 1, "Date"), (0, 1, 1, 2, "Item")),
        *((1, 0, 2, 1, "Mon"), (1, 1, 1, 1, "1"), (1, 2, 1, 1, "A")),
        *((2, 1, 1, 1, "2"), (2, 2, 1, 1, "B")),
    ]


def test_notes_close_the_page_before_the_job_number() -> None:
    body = "<p>Lamps<sup>*</sup> and oil<sup>1</sup></p><table><tr><td><sup>1</sup> Wick<td>Glass</table>"
    notes = "<hr><p><sup>*</sup> A/90/61.</p><p><sup>1</sup> Of whales.</p><p>26-04416 (E)</p>"
    lines = list(html(body + notes).lines)
    assert [(line.mark, line.text) for line in lines if line.region == "note"] == [
        ("*", "A/90/61."),
        ("1", "Of whales."),
    ]
    assert [line.text for line in lines if line.region == "body"][-1] == "26-04416 (E)"


def test_declared_encodings_are_used() -> None:
    page = '<html><head><meta charset="iso-8859-1"></head><body>Élection</body></html>'
    assert [line.text for line in read(load(page.encode("latin-1"))).lines] == ["Élection"]


def test_deep_pages_are_no_trap() -> None:
    assert "deep" in " ".join(line.text for line in html("<div>" * 1000 + "deep").lines)


def test_a_page_without_text_is_unreadable() -> None:
    with pytest.raises(errors.UnreadableError):
        html("<script>x</script>")
