from __future__ import annotations

import pytest

from undocparse.layout.pages import Layout, Line, Page
from undocparse.sections.masthead.job_number import job_number
from undocparse.sections.masthead.margin_languages import languages_in
from undocparse.sections.masthead.symbols import is_symbol_line, is_tail, own_symbol
from undocparse.sections.masthead.titles import is_garbled
from undocparse.sections.masthead.vocabulary import vocabulary

JOBS = [
    ("V.07-84359 (F) 010607 040607", "V.07-84359"),
    ("GE.25-05965 (E)", "GE.25-05965"),
    ("25-00227 (E) 240125", "25-00227"),
    ("25-05275* (E) 280425", "25-05275"),
    ("25-09066X (E) 170625", "25-09066"),
    ("V.29-64573 0418T (F)", "V.29-64573"),
    ("GE.96-51477", "GE.96-51477"),
    ("K0360265.s", "K0360265"),
    ("84-I7984 1304q (E)", "84-17984"),
    ("92-45958 3565i (E)", "92-45958"),
    ("97-31726 (E) 181197 /...", "97-31726"),
    ("*2500227*", None),
    ("A/80/62", None),
    ("12-15 July", None),
    ("1946-1996", None),
]


@pytest.mark.parametrize(("text", "number"), JOBS, ids=[each[0] for each in JOBS])
def test_job_number(text: str, number: str | None) -> None:
    layout = Layout("pdf", "", [Page(1, lines=[Line(0, 1, "Text"), Line(1, 1, text)])])
    assert job_number(layout)[0] == number


@pytest.mark.parametrize(
    "text",
    [
        "A/80/62*−E/2025/12*",
        "E/2025/34 (Part I)-E/ICEF/2025/7 (Part I)",
        "A/39/36I",
        "E/CN A/109",
        "DP/20 25/L.2",
        "UNEP/CBD/BS/WG-L&R/4/1/Add.1",
        "IDB.49/1/Add.1",
        "E/ICEF/672(Première partie)",
        "ICCD/COP(8)/CST/8",
    ],
)
def test_symbol_line(text: str) -> None:
    assert is_symbol_line(text)


@pytest.mark.parametrize(
    "text", ["English/French", "See A/80/62, annex", "and/or", "HIV/AIDS", "1/2", "2024/25 session"]
)
def test_no_symbol_line(text: str) -> None:
    assert not is_symbol_line(text)


def test_tail_of_a_symbol() -> None:
    assert is_tail("/80/62*−E/2025/12*")
    assert not is_tail("80/62")


SYMBOLS = [
    (["A", "/80/62*−E/2025/12*"], "A/80/62", ("E/2025/12",)),
    (["A/79/843*-S/2025/201*"], "A/79/843", ("S/2025/201",)),
    (["E/2025/34 (Part I)-E/ICEF/2025/7 (Part I)"], "E/2025/34 (Part I)", ("E/ICEF/2025/7 (Part I)",)),
    (["A/39/36I"], "A/39/361", ()),
    (["E/CN A/109"], "E/CN.4/109", ()),
    (["DP/20 25/L.2"], "DP/2025/L.2", ()),
    (["DP-FPA/2025/1"], "DP-FPA/2025/1", ()),
]


@pytest.mark.parametrize(("texts", "symbol", "others"), SYMBOLS, ids=[each[1] for each in SYMBOLS])
def test_own_symbol(texts: list[str], symbol: str, others: tuple[str, ...]) -> None:
    lines = [Line(number, 1, text) for number, text in enumerate(texts)]
    found = own_symbol(Layout("pdf", "", [Page(1, lines=lines)]), lines, vocabulary("en"))
    assert (found.symbol, found.others) == (symbol, others)


ITEMS = [
    ("en", "Item 3 (b) of the provisional agenda*", "3 (b)"),
    ("en", "Agenda items 14, 32, 60 and 132", "14, 32, 60 and 132"),
    ("en", "Items 23 (a) and 7 (a)", "23 (a) and 7 (a)"),
    ("en", "ftem 108 of the provisional agenda*", "108"),
    ("en", "Item 19 (b) of the annotated agenda**", "19 (b)"),
    ("en", "Agenda item 3.", "3"),
    ("fr", "Point 1 c) de l’ordre du jour provisoire", "1 c)"),
    ("fr", "Points 100 et 101 de l'ordre du jour", "100 et 101"),
    ("fr", "Question 12 de l’ordre du jour", "12"),
    ("en", "Item 3 is about fountains", None),
    ("en", "Agenda", None),
]


@pytest.mark.parametrize(("language", "text", "numbers"), ITEMS, ids=[each[1] for each in ITEMS])
def test_item_line(language: str, text: str, numbers: str | None) -> None:
    match = vocabulary(language).item.fullmatch(text)
    assert (match and match["numbers"].strip()) == numbers


AUTHORS = [
    ("en", "Note by the Secretariat", True),
    ("en", "Draft study by the Expert Mechanism", True),
    ("en", "Submission from the secretariat", True),
    ("en", "Concept paper prepared by the Secretariat", True),
    ("en", "Ruritania: draft resolution", True),
    ("en", "Right to fountains", False),
    ("en", "Provisional agenda", False),
    ("fr", "Note du Secrétariat", True),
    ("fr", "Rapport de l’Administrateur", True),
    ("fr", "Document établi par le secrétariat", True),
    ("fr", "Ordre du jour provisoire annoté", False),
]


@pytest.mark.parametrize(("language", "text", "is_one"), AUTHORS, ids=[each[1] for each in AUTHORS])
def test_author(language: str, text: str, is_one: bool) -> None:
    assert bool(vocabulary(language).author.match(text)) is is_one


def test_languages_of_a_line() -> None:
    assert languages_in("English, French and Russian only", vocabulary("en")) == (["en", "fr", "ru"], True)
    assert languages_in("anglais/espagnol", vocabulary("fr")) == (["en", "es"], False)
    assert languages_in("English breakfast", vocabulary("en")) == ([], False)


@pytest.mark.parametrize(
    ("title", "garbled"),
    [
        ("nnFs'tnv nF FD sT WMcP", True),
        ("Provisional agenda of the WTO/UNCTAD ITC joint group", False),
        ("iPad and eLearning", False),
        ("ORDRE DU JOUR PROVISOIRE", False),
    ],
)
def test_titles_that_are_no_words(title: str, garbled: bool) -> None:
    assert is_garbled(title) == garbled
