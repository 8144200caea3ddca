from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from undocparse import Document
from undocparse.compare import align, differences

_TEXTS = st.one_of(
    st.sampled_from(["", "In 2017, 40 lamps", "8 May 2017", "3 p.m.", "40 lamps", "a 1,5 b", "7 7 7", "–"]),
    st.text(max_size=12),
)
_KEYS = st.sampled_from(["1", "2", "2.a", "3"])
_SYMBOLS = st.none() | st.sampled_from(["A/1", "A/2"])
_PARAGRAPHS = st.fixed_dictionaries({"number": st.none() | st.sampled_from(["1", "a)"]), "text": _TEXTS})
_DOCUMENTS = st.fixed_dictionaries({"symbol": _SYMBOLS, "title": st.none() | _TEXTS, "text": _TEXTS})
_ANNOTATIONS = st.fixed_dictionaries(
    {
        "items": st.lists(_KEYS, max_size=2),
        "heading": st.none() | _TEXTS,
        "paragraphs": st.lists(_PARAGRAPHS, max_size=4),
        "documents": st.lists(_DOCUMENTS, max_size=3),
    }
)
_SITTINGS = st.fixed_dictionaries(
    {
        "date": st.none() | st.sampled_from(["2017-06-20", "2017-06-21"]),
        "starts": st.none() | st.sampled_from(["10:00", "15:00"]),
        "ends": st.none() | st.sampled_from(["13:00", "18:00"]),
        "entries": st.lists(
            st.fixed_dictionaries({"items": st.lists(_KEYS, max_size=1), "title": _TEXTS}), max_size=2
        ),
    }
)
_ITEMS = st.fixed_dictionaries({"key": _KEYS, "title": _TEXTS})
_REFERENCES = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(["decision", "document"]),
        "number": st.none() | st.sampled_from(["1/2", "A/1"]),
        "body": st.none() | st.just("A"),
        "pinpoint": st.none() | st.just("4"),
        "via": st.sampled_from(["explicit", "anaphora"]),
        "text": st.just("x"),
        "where": st.just({"section": "annotations", "path": "/annotations/0/paragraphs/0/text"}),
    }
)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    whole: dict[str, Any] = {
        "source": {"name": "x", "sha256": "x", "media_type": "x", "pages": 1, "reader": "text"},
        "language": draw(st.sampled_from(["en", "fr", None])),
        "header": {"title": draw(st.none() | _TEXTS), "agenda_items": draw(st.lists(_KEYS, max_size=1))},
        "agenda": draw(st.lists(_ITEMS, max_size=3)),
        "annotations": draw(st.lists(_ANNOTATIONS, max_size=3)),
        "timetable": draw(st.lists(_SITTINGS, max_size=3)),
        "footnotes": draw(
            st.lists(st.fixed_dictionaries({"mark": st.just("1"), "text": _TEXTS}), max_size=2)
        ),
    }
    if whole["annotations"] and whole["annotations"][0]["paragraphs"]:
        whole["references"] = draw(st.lists(_REFERENCES, max_size=2))
    return Document.model_validate(whole)


@settings(max_examples=40)
@given(documents())
def test_a_document_does_not_differ_from_itself(document: Document) -> None:
    assert differences(document, document) == ()


@settings(max_examples=60)
@given(documents(), documents())
def test_the_other_way_round_the_same_differs(one: Document, other: Document) -> None:
    there = {(d.kind, d.first_path, d.second_path, d.first, d.second) for d in differences(one, other)}
    back = {(d.kind, d.second_path, d.first_path, d.second, d.first) for d in differences(other, one)}
    assert there == back


@settings(max_examples=30)
@given(st.lists(documents(), min_size=2, max_size=3))
def test_every_part_stands_in_one_row(versions: list[Document]) -> None:
    rows = align(versions).rows
    for place, document in enumerate(versions):
        paths = [row.paths[place] for row in rows if row.paths[place]]
        assert len(paths) == len(set(paths))
        for index, annotation in enumerate(document.annotations):
            expected = {
                f"/annotations/{index}/paragraphs/{each}" for each in range(len(annotation.paragraphs))
            }
            assert expected <= set(paths)
    assert all(any(row.paths) for row in rows)
