"""Annotations without a list of items, headings that run into paragraphs, and lists set as tables."""

from __future__ import annotations

import pytest

import undocparse
from undocparse.model import Document

_HEAD = """<p>United Nations</p><p>E/CN.44/2031/1</p><p>Economic and Social Council</p>
<p>Commission on Canals and Locks</p><p>Twelfth session</p><p>Vienna, 3-7 March 2031</p>
<h1>Annotated provisional agenda</h1>
"""


def _parse(body: str) -> Document:
    return undocparse.parse(f"<html lang=en><body>{_HEAD}{body}</body></html>".encode(), name="locks.html")


_RUN_IN = [
    ("Opening of the session", "The Chair will open the session on Monday, 3 March, in the morning."),
    ("Dredging of canals", "Members may wish to compare what dredging costs in their own countries."),
    ("Lock keepers and their houses", "The Commission will hear a keeper of each of five great locks."),
]


@pytest.mark.parametrize("tag", ["b", "i"])
def test_headings_that_run_into_paragraphs_are_the_agenda(tag: str) -> None:
    body = "".join(
        f"<p><{tag}>{n}. {title}.</{tag}> {text}</p>" for n, (title, text) in enumerate(_RUN_IN, 1)
    )
    document = _parse(body)
    assert [item.title for item in document.agenda] == [title for title, _ in _RUN_IN]
    assert [one.items for one in document.annotations] == [("1",), ("2",), ("3",)]
    assert [[p.text for p in one.paragraphs] for one in document.annotations] == [[t] for _, t in _RUN_IN]


def test_numbered_sentences_of_an_introduction_are_not_the_agenda() -> None:
    body = (
        "<h2>Introduction</h2><p>1. The Commission held its last session in Vienna.</p>"
        "<p>2. The bureau took note of its report.</p>"
    ) + "".join(f"<h3>{n}. {title}</h3><p>{text}</p>" for n, (title, text) in enumerate(_RUN_IN, 1))
    assert [item.title for item in _parse(body).agenda] == [title for title, _ in _RUN_IN]


_LIST = "<h2>Provisional agenda</h2>" + "".join(f"<p>{n}. {t}.</p>" for n, (t, _) in enumerate(_RUN_IN, 1))
_ANNOTATED = f"{_LIST}<h2>Annotations</h2>" + "".join(
    f"<h3>{n}. {title}</h3><p>{text}</p>" for n, (title, text) in enumerate(_RUN_IN, 1)
)
_ROWS = (
    "<tr><td>E/CN.44/2031/2</td><td>Report of the Secretary-General on sluices</td><td>Issued</td></tr>"
    "<tr><td>[forthcoming]</td><td>Note by the Secretariat on towpaths</td><td>Forthcoming</td></tr>"
)


def test_rows_of_a_table_are_entries_of_a_list() -> None:
    table = f"<table><tr><th>Symbol</th><th>Title</th><th>Status</th></tr>{_ROWS}</table>"
    last = _parse(f"{_ANNOTATED}<p><b>Documentation</b></p>{table}").annotations[-1]
    assert [(one.symbol, one.title, one.status) for one in last.documents] == [
        ("E/CN.44/2031/2", "Report of the Secretary-General on sluices", "issued"),
        (None, "Note by the Secretariat on towpaths", "forthcoming"),
    ]
    assert len(last.paragraphs) == 1


@pytest.mark.parametrize(
    "heading", ["List of documents issued", "Resolutions adopted by the Commission at its eleventh session"]
)
def test_a_table_of_the_whole_document_is_none_of_the_last_item(heading: str) -> None:
    table = f"<table><tr><th>Symbol</th><th>Title</th><th>Status</th></tr>{_ROWS}</table>"
    last = _parse(f"{_ANNOTATED}<p><b>{heading}</b></p>{table}").annotations[-1]
    assert (len(last.paragraphs), last.documents) == (1, ())


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("Oral report of the Chair on lock gates", True),
        ("Previously, the Commission took note of the findings on weirs (E/CN.44/2029/7).", False),
        ("By its decision 12/4, the Commission urged keepers to count their boats.", False),
    ],
)
def test_what_is_a_document_below_a_heading(text: str, listed: bool) -> None:
    body = _ANNOTATED.replace(
        "<h3>2. Dredging of canals</h3>", f"<h3>2. Dredging of canals</h3><p>{text}</p>"
    )
    second = _parse(body).annotations[1]
    assert second.items == ("2",)
    assert [one.title for one in second.documents] == ([text] if listed else [])
    assert len(second.paragraphs) == (1 if listed else 2)
