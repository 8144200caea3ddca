"""Documents in pieces for search indexes."""

from __future__ import annotations

from cProfile import Profile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import undocparse
from undocparse.model import Agenda, AgendaItem, Annotation, Document, Paragraph, Source
from undocparse.model.chunks import Chunk

FIXTURES = Path(__file__).parents[2] / "fixtures" / "docs"


@pytest.fixture(scope="module")
def document() -> Document:
    return undocparse.parse(FIXTURES / "bridges.fr.pdf")


def _of(*texts: str) -> Document:
    source = Source(name="x", sha256="ab" * 32, media_type="text/plain", pages=1, reader="text")
    paragraphs = tuple(Paragraph(text=text) for text in texts)
    return Document(source=source, annotations=(Annotation(items=("1",), paragraphs=paragraphs),))


def _under(document: Document, key: str) -> list[Chunk]:
    return [chunk for chunk in document.chunks() if chunk.kind == "annotation" and chunk.items[-1:] == (key,)]


def test_a_piece_says_whose_item_it_is_and_where_it_stands(document: Document) -> None:
    (chunk,) = _under(document, "1.a")
    assert (chunk.symbol, chunk.items) == ("PONT/COSP/2016/1", ("1", "1.a"))
    assert chunk.titles == ("Questions d’organisation", "Ouverture de la session")
    assert chunk.text == "\n".join(paragraph.text for paragraph in document.item("1.a").paragraphs)
    assert chunk.pages
    assert len(chunk.places) == 2
    assert chunk.in_context.startswith(
        "PONT/COSP/2016/1 > Questions d’organisation > Ouverture de la session"
    )


def test_pieces_have_all_paragraphs_titles_and_sittings(document: Document) -> None:
    text = "\n".join(chunk.text for chunk in document.chunks())
    for annotation in document.annotations:
        assert all(paragraph.text in text for paragraph in annotation.paragraphs)
        assert all(listed.text in text for listed in annotation.documents)
    assert all(item.title in text for item in document.agenda.walk())
    assert all(entry.title in text for sitting in document.timetable for entry in sitting.entries)


def test_ids_are_the_same_in_every_reading(document: Document) -> None:
    ids = [chunk.id for chunk in document.chunks()]
    assert len(set(ids)) == len(ids)
    assert ids == [chunk.id for chunk in undocparse.parse(FIXTURES / "bridges.fr.pdf").chunks()]


def test_long_paragraphs_are_cut_between_sentences() -> None:
    texts = [chunk.text for chunk in _of("One sentence. Another one; and a third. Last").chunks(longest=24)]
    assert texts == ["One sentence.", "Another one;", "and a third. Last"]


@given(st.lists(st.text("ab .;", min_size=1, max_size=60), max_size=6), st.integers(1, 40))
def test_no_piece_is_too_long_and_no_letter_is_lost(texts: list[str], longest: int) -> None:
    chunks = _of(*texts).chunks(longest)
    assert all(0 < len(chunk.text) <= longest for chunk in chunks)
    joined = "".join(chunk.text for chunk in chunks)
    assert "".join(joined.split()) == "".join("".join(texts).split())


def _calls(items: int) -> int:
    """How many functions are called for an agenda of so many items, all annotated."""
    keys = [str(number) for number in range(1, items + 1)]
    document = _of().model_copy(
        update={
            "agenda": Agenda(tuple(AgendaItem(key=key, title="Lights") for key in keys)),
            "annotations": tuple(Annotation(items=(key,), heading="Lights") for key in keys),
        }
    )
    with Profile() as profile:
        document.chunks()
    return sum(entry.callcount for entry in profile.getstats())


def test_the_cost_of_pieces_grows_in_a_straight_line() -> None:
    assert _calls(800) < 2.2 * _calls(400)


def test_a_length_below_one_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one character"):
        _of("a").chunks(0)


def test_the_text_is_in_the_order_of_the_document(document: Document) -> None:
    lines = document.text.split("\n")
    title, opening, lunch = (
        next(n for n, line in enumerate(lines) if text in line)
        for text in (document.header.title or "", "s’ouvrira le lundi", "10:00–13:00")
    )
    assert title < opening < lunch
