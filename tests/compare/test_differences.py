from __future__ import annotations

from collections.abc import Callable
from itertools import combinations
from typing import Any

import pytest
from tests.compare.compare_building import annotated, changed, version
from tools.seed_differences import PAIRS, drawn

from undocparse import Document
from undocparse.compare import differences

LANTERNS = ("lanterns.en.docx", "lanterns.fr.pdf", "lanterns.es.txt")
POLLINATORS = ("pollinators.en.pdf", "pollinators.fr.docx", "pollinators.fr.md")
OTHERS = ("assembly.en", "bridges.fr", "calendar.fr", "committee.en", "fountains.en", "seeds.en")


@pytest.mark.parametrize(
    ("one", "other"),
    [*combinations(LANTERNS, 2), *combinations(POLLINATORS, 2)]
    + [(f"{name}.docx", f"{name}.pdf") for name in OTHERS],
)
def test_languages_and_formats_of_a_document_do_not_differ(one: str, other: str) -> None:
    assert differences(version(one), version(other)) == ()


def test_seeded_differences_are_found_each_once() -> None:
    pairs = [(version(one), version(other)) for one, other in PAIRS]
    for other, made in drawn(pairs, 39):
        found = differences(other, made.document)
        assert [each.kind in made.kinds for each in found] == [True], (made.name, found)


def _one(change: Callable[[dict[str, Any]], object]) -> tuple[Any, ...]:
    found = differences(version("lanterns.en.docx"), changed(version("lanterns.fr.pdf"), change))
    assert len(found) == 1, found
    return found[0].kind, found[0].first_path, found[0].second_path, found[0].first, found[0].second


def test_an_item_of_another_number_is_one_finding() -> None:
    def renumber(whole: dict[str, Any]) -> None:
        whole["agenda"][7]["key"] = whole["annotations"][7]["items"][0] = "9"
        for sitting in whole["timetable"]:
            for entry in sitting["entries"]:
                entry["items"] = ["9" if key == "8" else key for key in entry["items"]]

    assert _one(renumber) == ("item", "/agenda/7", "/agenda/7", "8", "9")


def test_a_sitting_without_one_of_its_items_is_said() -> None:
    def drop(whole: dict[str, Any]) -> None:
        del whole["timetable"][5]["entries"][1]

    assert _one(drop) == ("business", "/timetable/5", "/timetable/5", "8", None)


def test_another_end_of_a_sitting_is_said() -> None:
    def prolong(whole: dict[str, Any]) -> None:
        whole["timetable"][1]["ends"] = "14:45"

    path = "/timetable/1"
    assert _one(prolong) == ("sitting_time", path, path, "2017-06-20 13:15 14:30", "2017-06-20 13:15 14:45")


def test_another_number_of_the_session_is_said() -> None:
    found = differences(
        version("pollinators.en.pdf"),
        changed(version("pollinators.fr.docx"), lambda whole: whole["header"]["session"].update(number=4)),
    )
    assert [(each.kind, each.first_path, each.first, each.second) for each in found] == [
        ("masthead", "/header/session/number", "3", "4")
    ]


@pytest.mark.parametrize(
    ("english", "language", "other"),
    [
        ("It cost 1,234.5 dollars.", "fr", "Cela a coûté 1 234,5 dollars."),
        ("It cost 12,500 dollars.", "es", "Costó 12.500 dólares."),
        ("There are 750 lanterns.", "ar", "هناك ٧٥٠ فانوسا."),
        ("There are 750 lanterns.", "zh", "共有750盏灯。"),
        ("They met on 7 and 8 February 2017.", "es", "Se reunieron los días 7 y 8 de febrero de 2017."),
        ("They meet from 7 to 9 March 2017.", "fr", "Ils se réuniront les 7, 8 et 9 mars 2017."),
        ("The meeting begins at 3 p.m.", "fr", "La séance commencera à 15 heures."),
        ("There are five lanterns.", "fr", "Il y a 5 lanternes."),
    ],
)
def test_the_same_figures_in_the_manner_of_each_language_do_not_differ(
    english: str, language: str, other: str
) -> None:
    assert differences(annotated("en", english), annotated(language, other)) == ()


@pytest.mark.parametrize(
    ("english", "french", "kind", "values"),
    [
        ("It cost 1,234.5 dollars.", "Cela a coûté 1 234,6 dollars.", "number", ("1234.5", "1234.6")),
        ("It ended on 8 May 2017.", "Il a pris fin le 9 mai 2017.", "date", ("2017-05-08", "2017-05-09")),
        ("It begins at 3 p.m.", "Il commencera à 16 heures.", "time", ("15:00", "16:00")),
        ("It ended on 31 May 2017.", "Il a pris fin le 38 mai 2017.", "date", ("2017-05-31", None)),
        ("There are 96 lanterns.", "Il y a des lanternes.", "number", ("96", None)),
    ],
)
def test_other_figures_are_one_finding(
    english: str, french: str, kind: str, values: tuple[str, str | None]
) -> None:
    found = differences(annotated("en", english), annotated("fr", french))
    assert [(each.kind, (each.first, each.second)) for each in found] == [(kind, values)]


def test_a_missing_paragraph_in_the_middle_takes_its_figures_with_it() -> None:
    texts = ("In 2011 there were 40 lamps.", "In 2012 there were 50 lamps.", "In 2013 there were 60 lamps.")
    found = differences(annotated("en", *texts), annotated("en", texts[0], texts[2]))
    assert [(each.kind, each.first_path, each.first) for each in found] == [
        ("paragraph", "/annotations/0/paragraphs/1", texts[1])
    ]


def test_a_sentence_of_a_finding_is_one_line_of_visible_text() -> None:
    hostile = "lamps\x1b[2J\nand more"
    (found,) = differences(annotated("en", hostile), annotated("en"))
    assert found.first == hostile
    assert found.message.isprintable()


def test_empty_documents_are_alike() -> None:
    source = annotated("en").source
    assert differences(Document(source=source), Document(source=source)) == ()
