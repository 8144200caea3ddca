"""Word, HTML and Markdown that cost more than they show, or hold what is no text."""

from __future__ import annotations

import re
import sys

import pytest
from word_files import cell, level, listed, para, printed, read_word, row, run, table, word_file

from undocparse import Limits, errors
from undocparse.layout.pages import Layout
from undocparse.limits import Budget
from undocparse.readers import load, read
from undocparse.readers.docx_package import Package
from undocparse.readers.inline import Piece, Style, compose

BREAK = '<w:r><w:br w:type="page"/></w:r>'
SPANS = "<table>" + "<tr><td colspan=200 rowspan=200>x</td></tr>" * 30 + "</table>"
UNTOLD = {
    "word-symbol": word_file(
        '<w:p><w:r><w:t>Re</w:t><w:sym w:char="001B"/><w:t>d</w:t><w:sym w:char="D800"/></w:r></w:p>'
    ),
    "html-number": b"<!DOCTYPE html><p>Re&#27;d&#xD800;</p>",
    "html-raw": "<!DOCTYPE html><p>Re\x1bd\ufffe\x9b</p>".encode(),
    "markdown-number": b"# Re&#x1b;d&#xD800;\n",
    "text": "Re\x1bd\ufffe and more text of a line".encode(),
}
BEYOND = {
    "word-lines": (word_file(para("a") * 7), Limits(lines=5)),
    "word-pages": (word_file(para(run("a") + BREAK) * 7), Limits(pages=5)),
    "word-cells": (word_file(table(row(*[cell("a")] * 7))), Limits(cells=5)),
    "html-lines": (b"<!DOCTYPE html>" + b"<p>a" * 7, Limits(lines=5)),
    "html-cells": (b"<!DOCTYPE html><table><tr>" + b"<td>a" * 7, Limits(cells=5)),
    "markdown-lines": (b"# a\n\n" * 7, Limits(lines=5)),
    "markdown-cells": (b"# a\n\n" + b"|" + b" a |" * 7 + b"\n|" + b"---|" * 7, Limits(cells=5, lines=6)),
}


def counted(monkeypatch: pytest.MonkeyPatch, name: str) -> list[str]:
    """The parts that are read as XML while a Word file is."""
    asked: list[str] = []
    whole = getattr(Package, name)
    monkeypatch.setattr(Package, name, lambda self, part: asked.append(part) or whole(self, part))
    return asked


def test_a_header_is_read_once_for_all_sections(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = counted(monkeypatch, "xml")
    section = '<w:sectPr><w:headerReference r:id="header1" w:type="default"/></w:sectPr>'
    layout = read_word(para("", section) * 20, parts={"header1": para("Running head")})
    assert asked.count("word/header1.xml") == 1
    assert [(line.text, line.region) for line in layout.lines] == [("Running head", "head")]


def test_spans_of_cells_cost_what_they_show() -> None:
    (grid,) = read(load(b"<!DOCTYPE html>" + SPANS.encode())).pages[0].grids
    assert [(cell.column, cell.columns) for cell in grid.cells] == [(at, 1) for at in range(30)]


def test_spans_are_kept_in_a_table_of_ordinary_width() -> None:
    source = "<table><tr><td colspan=2 rowspan=2>a<td>b<tr><td rowspan=9>c<tr><td>d<td>e</table>"
    (grid,) = read(load(b"<!DOCTYPE html>" + source.encode())).pages[0].grids
    assert [(c.text, c.row, c.column, c.rows, c.columns) for c in grid.cells] == [
        ("a", 0, 0, 2, 2),
        ("b", 0, 2, 1, 1),
        ("c", 1, 2, 2, 1),
        ("d", 2, 0, 1, 1),
        ("e", 2, 1, 1, 1),
    ]


@pytest.mark.parametrize("data", UNTOLD.values(), ids=UNTOLD)
def test_what_is_no_text_leaves_no_trace_that_harms(data: bytes) -> None:
    text = " ".join(line.text for line in read(load(data)).lines)
    assert text.replace("\ufffd", "").startswith("Red")
    assert re.search("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe]", text) is None


@pytest.mark.parametrize(("data", "limits"), BEYOND.values(), ids=BEYOND)
def test_what_lies_beyond_a_limit_is_left_out_and_told(data: bytes, limits: Limits) -> None:
    budget = Budget(limits)
    layout: Layout = read(load(data), budget)
    assert len(printed(layout)) == 5 or (limits.cells == 5 and len(printed(layout)) == 6)
    (told,) = budget.diagnostics()
    assert "2 more" in told.message


@pytest.mark.parametrize(
    "data", [word_file("<w:p/>" * 900), b"<!DOCTYPE html>" + b"<br>" * 900], ids=["word", "html"]
)
def test_a_tree_larger_than_its_share_of_memory_is_refused(data: bytes) -> None:
    assert read(load(word_file(para("x"))), Budget(Limits(memory=1_000_000))).pages
    with pytest.raises(errors.TooLargeError, match="elements"):
        read(load(data), Budget(Limits(memory=1_000_000)))


def test_numbers_of_lists_beyond_all_levels_are_left_out() -> None:
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{level(0, "decimal", "%1.")}{level(1, "decimal", "%2" * 200)}'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="77">'
        f'<w:startOverride w:val="{"9" * 5000}"/>{level(77, "decimal", "%1.")}</w:lvlOverride></w:num>'
    )
    body = listed("a", 1, 0) + listed("b", 1, 77) + listed("c", 1, -2) + listed("d", 1, 1) + listed("e", 1, 0)
    layout = read_word(body, parts={"numbering": numbering})
    assert printed(layout) == ["1. a", "b", "c", "d", "2. e"]


def test_a_comment_of_a_style_sheet_that_never_ends_takes_the_rest() -> None:
    style = "<style>p.a{font-weight:bold} x{y{p.b{font-weight:bold}}} /* p.c{font-weight:bold}</style>"
    body = f"{style}<p class=a>a<p class=b>b<p class=c>c<p style='font-size:{'1' * 50}pt'>d"
    layout = read(load(f"<!DOCTYPE html><body>{body}".encode()))
    assert [(line.text, line.bold) for line in layout.lines] == [
        ("a", True),
        ("b", True),
        ("c", False),
        ("d", False),
    ]


def test_a_long_text_has_single_blanks_too() -> None:
    pieces = [Piece(" a\t b\n" * 40_000), Piece("1", Style(raised=True)), Piece("  c")]
    line = compose(pieces)
    assert line.text == "a b " * 39_999 + "a b c"
    assert line.marks == (("1", len(line.text) - 2),)


def test_a_page_nested_deeper_than_it_can_be_read_is_not_cut_in_silence() -> None:
    with pytest.raises(errors.TooLargeError, match="nested too deep"):
        read(load(b"<!DOCTYPE html><p>first" + b"<div>" * 5000 + b"x<p>last"))


def test_where_too_many_calls_are_open_it_is_a_typed_error() -> None:
    data = b"<!DOCTYPE html>" + b"<div>" * 180 + b"x"

    def deeper(calls: int) -> Layout:
        return deeper(calls - 1) if calls else read(load(data))

    assert [line.text for line in deeper(0).lines] == ["x"]
    with pytest.raises(errors.TooLargeError, match="too deep"):
        deeper(sys.getrecursionlimit() - 300)


def test_markdown_of_nothing_but_marks_is_read_as_text() -> None:
    layout = read(load(b"# *Agenda*\n\n1. Opening\n\n" + b"*_" * 20_000))
    assert [each.code for each in layout.diagnostics] == ["limit-reached"]
    assert [line.text[:10] for line in layout.lines] == ["# *Agenda*", "1. Opening", "*_*_*_*_*_"]


def test_attributes_beyond_number_are_left_out_and_told() -> None:
    attributes = " ".join(f'a{number}=">"' for number in range(1100))
    layout = read(load(f"<!DOCTYPE html><p {attributes}>One</p><p class='a' id=b>Two</p>".encode()))
    assert [line.text for line in layout.lines] == ["One", "Two"]
    assert [each.code for each in layout.diagnostics] == ["limit-reached"]


def test_rules_of_style_beyond_number_are_told() -> None:
    rules = "".join(f".c{number} {{ display: none }}" for number in range(2100))
    layout = read(load(f"<!DOCTYPE html><style>{rules}</style><p class=c2099>Shown</p>".encode()))
    assert [line.text for line in layout.lines] == ["Shown"]
    assert [each.code for each in layout.diagnostics] == ["limit-reached"]
