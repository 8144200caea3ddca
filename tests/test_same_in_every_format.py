"""The same document says the same, whatever it was saved as, and whatever language it is in."""

from __future__ import annotations

import tomllib
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from evaluation.components import walk
from evaluation.gold import read_gold
from evaluation.matching import fold, unlabelled

import undocparse

FIXTURES = Path(__file__).parent.parent / "fixtures"
GOLDS = {path.name.removesuffix(".gold.json"): read_gold(path) for path in (FIXTURES / "gold").iterdir()}
PAIRS = [
    pytest.param(one, other, id=f"{one}-{other.rsplit('.', 1)[1]}")
    for gold in GOLDS.values()
    for one, other in combinations(gold["files"], 2)
    if one == gold["file"]
]
TRANSLATIONS = sorted(name for name in GOLDS if name.endswith(".en") and name.replace(".en", ".fr") in GOLDS)
Json = dict[str, Any]


def parsed(file: str, cache: dict[str, Json] = {}) -> Json:  # noqa: B006 - parsed once for all tests
    if file not in cache:
        cache[file] = undocparse.parse(FIXTURES / "docs" / file).model_dump(mode="json")
    return cache[file]


def agenda_of(document: Json) -> list[tuple[str, str]]:
    return [(item["key"], fold(item["title"])) for item in walk(document["agenda"])]


def annotations_of(document: Json) -> list[tuple[str, ...]]:
    return [
        ("+".join(annotation["items"]), *(fold(unlabelled(p["text"]))[:60] for p in annotation["paragraphs"]))
        for annotation in document["annotations"]
    ]


def documents_of(document: Json) -> list[tuple[str, ...]]:
    return [
        ("+".join(annotation["items"]), *(d["symbol"] or fold(d["title"]) for d in annotation["documents"]))
        for annotation in document["annotations"]
    ]


def timetable_of(document: Json) -> list[tuple[Any, ...]]:
    return [
        (sitting["date"], sitting["starts"], sitting["ends"], fold(sitting["track"]), *entries(sitting))
        for sitting in document["timetable"]
    ]


def entries(sitting: Json) -> list[tuple[Any, ...]]:
    return [(tuple(e["items"]), fold(e["title"]), e["continued"]) for e in sitting["entries"]]


def references_of(document: Json) -> list[tuple[Any, ...]]:
    found = {(r["kind"], r["number"], r["body"], r["pinpoint"]) for r in document["references"]}
    return sorted(found, key=str)


def footnotes_of(document: Json) -> list[tuple[str, str]]:
    return sorted((note["mark"], fold(note["text"])) for note in document["footnotes"])


PARTS = [agenda_of, annotations_of, documents_of, timetable_of, references_of, footnotes_of]


KNOWN = tomllib.loads((Path(__file__).parent / "known_differences.toml").read_text("utf-8"))


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.__name__.removesuffix("_of"))
@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_formats_agree(request: pytest.FixtureRequest, one: str, other: str, part: Any) -> None:
    known = KNOWN.get(other, {}).get(part.__name__.removesuffix("_of"))
    if known:
        request.applymarker(pytest.mark.xfail(reason=known, strict=True))
    assert part(parsed(other)) == part(parsed(one))


@pytest.mark.parametrize("name", TRANSLATIONS)
def test_languages_agree(name: str) -> None:
    english, french = parsed(f"{name}.pdf"), parsed(f"{name.replace('.en', '.fr')}.pdf")
    assert [key for key, _ in agenda_of(english)] == [key for key, _ in agenda_of(french)]
    assert [(a["items"], len(a["paragraphs"])) for a in english["annotations"]] == [
        (a["items"], len(a["paragraphs"])) for a in french["annotations"]
    ]
    assert [sitting_of(s) for s in english["timetable"]] == [sitting_of(s) for s in french["timetable"]]
    assert references_of(english) == references_of(french)


def sitting_of(sitting: Json) -> tuple[Any, ...]:
    rows = [(tuple(e["items"]), e["continued"]) for e in sitting["entries"]]
    return sitting["date"], sitting["starts"], sitting["ends"], rows
