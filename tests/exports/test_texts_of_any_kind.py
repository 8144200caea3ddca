"""Exports of documents whose texts hold what a terminal, a table, Markdown or a calendar would obey."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from rich.console import Console

from undocparse.exports.citation_graph import citation_graph, write_graphml
from undocparse.exports.icalendar import to_ics
from undocparse.exports.markdown import to_markdown
from undocparse.exports.plain import one_line, spreadsheet_cell, visible
from undocparse.exports.summary import summary
from undocparse.model import Agenda, AgendaItem, Annotation, Document, Header, Paragraph, Sitting
from undocparse.model.document import Source
from undocparse.model.timetable import Entry, Timetable

TEXTS = st.one_of(
    st.text(st.characters(exclude_categories=()), max_size=40),  # lone surrogates too
    st.text("#-+=>*_`[]()!<|~&;:.,\\1a) \t\r\n\x1b\x0b\u202e\u2028", max_size=20),
)
SOURCE = Source(name="x.pdf", sha256="0" * 64, media_type="application/pdf", pages=1, reader="pdf")


def document(
    text: str, date: str = "2031-03-03", starts: str | None = "10:00", ends: str | None = None
) -> Document:
    sitting = Sitting(date=date, starts=starts, ends=ends, track=text, entries=(Entry(title=text),))
    return Document(
        source=SOURCE,
        header=Header(title=text, symbol=text, organ=text, body=text, place="Vienna"),
        agenda=Agenda((AgendaItem(key="1", label="1.", title=text),)),
        annotations=(
            Annotation(items=("1",), heading=text, paragraphs=(Paragraph(number="1.", text=text),)),
        ),
        timetable=Timetable((sitting,)),
    )


def blanks_alike(text: str) -> str:
    return " ".join(text.split())


@given(TEXTS)
def test_a_title_survives_markdown_as_text(title: str) -> None:
    reader = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    tokens = reader.parse(to_markdown(document(title)))
    shown = [token.children or [] for token in tokens if token.type == "inline"]
    assert {child.type for children in shown for child in children} <= {"text"}
    texts = [blanks_alike("".join(child.content for child in children)) for children in shown]
    wanted = blanks_alike(one_line(title))
    assert texts.count(blanks_alike(f"1. {wanted}")) == 2  # the item and the paragraph
    if wanted:
        assert texts[0] == wanted


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "a | b",
        "[x](y)",
        "<!-- x -->",
        "&lt;",
        "1. one",
        "---",
        "## two ##",
        "**",
    ],
)
def test_markup_in_a_title_is_text(text: str) -> None:
    page = MarkdownIt("commonmark").enable("table").render(to_markdown(document(text)))
    assert not re.search(r"<(?!/?(?:h[123]|ul|li|p)>)", page)


def test_words_numbers_and_symbols_stay_readable_in_markdown() -> None:
    text = "Item 3 (a): resolution 60/251 – the Secretary-General's report, A/C.6/80/L.1_x (R&D) 10%"
    assert f"# {text}\n" in to_markdown(document(text))


@given(TEXTS)
def test_a_title_survives_the_calendar(title: str) -> None:
    icalendar = pytest.importorskip("icalendar")
    written = to_ics(document(title))
    assert all(
        line and not re.search(r"[\x00-\x08\x0a-\x1f\x7f]", line) for line in written.split("\r\n")[:-1]
    )
    calendar = icalendar.Calendar.from_ical(written)
    event = calendar.events[0]
    line = one_line(title)
    assert str(event.get("description", "")) == line.strip()
    called = re.sub(r"\\(.)", r"\1", calendar.get("x-wr-calname", ""))  # the package reads no escapes here
    assert called == (f"{line} – {line}" if title else "")
    assert event["location"] == "Vienna"


@pytest.mark.parametrize(
    ("starts", "ends"), [(None, None), ("22:00", None), ("22:00", "01:00"), ("10:00", "13:00")]
)
@pytest.mark.parametrize("date", ["9999-12-31", "0001-01-01"])
def test_the_first_and_the_last_day_there_is(date: str, starts: str | None, ends: str | None) -> None:
    icalendar = pytest.importorskip("icalendar")
    calendar = icalendar.Calendar.from_ical(to_ics(document("Opening", date, starts, ends)))
    assert calendar.events[0].start.isoformat().startswith(date)


@given(TEXTS)
def test_a_cell_survives_csv_and_is_no_formula(text: str) -> None:
    file = io.StringIO(newline="")
    csv.writer(file, lineterminator="\n").writerow([spreadsheet_cell(text), "end"])
    [[cell, end]] = csv.reader(io.StringIO(file.getvalue(), newline=""))
    assert cell.removeprefix("'") == one_line(text).removeprefix("'")
    assert end == "end"
    assert unicodedata.normalize("NFKC", cell.strip())[:1] not in {"=", "+", "-", "@"}
    cell.encode()


@given(TEXTS)
def test_a_terminal_is_shown_no_more_than_text(title: str) -> None:
    screen = io.StringIO()
    console = Console(file=screen, width=100, force_terminal=False)
    for part in summary(document(title)):
        console.print(part)
    printed = screen.getvalue()
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]", printed)
    assert visible(printed, lines=True) == printed


def test_what_is_not_shown_is_written_out() -> None:
    assert visible("a\x1b[31m\u202eb\n\udcff") == r"a\u001b[31m\u202eb\u000a\udcff"


def test_a_track_in_brackets_is_no_markup(capsys: pytest.CaptureFixture[str]) -> None:
    for part in summary(document("[red]Plenary[/]")):
        Console(width=200).print(part)
    assert capsys.readouterr().out.count("[red]Plenary[/]") >= 3


def test_a_graph_is_sound_xml_whatever_a_title_holds(tmp_path: Path) -> None:
    networkx = pytest.importorskip("networkx")
    path = tmp_path / "graph.graphml"
    write_graphml(citation_graph([document("a\x1b\ud800\uffffb")]), path)
    assert "a\ufffd\ufffd\ufffdb" in {
        node["title"] for _, node in networkx.read_graphml(path).nodes(data=True)
    }
