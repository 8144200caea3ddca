"""References as Arabic versions print them: words written as one, letters and sessions of their own."""

from __future__ import annotations

import re

import pytest

from undocparse.references.find import find_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "إلى قراراتها 61/57 المؤرخ 6 تموز/يوليه 2007 و 62/46 المؤرخ 5 كانون الأول/ديسمبر 2007 و63/57",
            [("resolution", number, "A", None) for number in ("61/57", "62/46", "63/57")],
        ),
        (
            "بقراري مجلس الأمن 1373 (2001) و 1540 (2004)",
            [("resolution", number, "S", None) for number in ("1373 (2001)", "1540 (2004)")],
        ),
        ("الفقرة 15 من قرار الجمعية العامة 67/290", [("resolution", "67/290", "A", "15")]),
        ("قرار الجمعية العامة 217 ألف (د-3)", [("resolution", "217 A (III)", "A", None)]),
        (
            "القراران دإ-24/2 ودإط-10/15",
            [("resolution", number, "A", None) for number in ("S-24/2", "ES-10/15")],
        ),
        ("للمادة 19 من اتفاقية حقوق الطفل", [("article", "19", "CRC", None)]),
        ("القرار ٧٠/١", [("resolution", "70/1", "A", None)]),
        ("وA/80/100 وAdd.1", [("document", n, None, None) for n in ("A/80/100", "A/80/100/Add.1")]),
        ("القـــرار 70/1", [("resolution", "70/1", "A", None)]),
    ],
    ids=["list", "body-between", "paragraph", "letter", "special", "article", "figures", "symbol", "strokes"],
)
def test_references_in_arabic(text: str, expected: list[tuple[str, str, str | None, str | None]]) -> None:
    assert [(one.kind, one.number, one.body, one.pinpoint) for one in find_in(text, "ar")] == expected


def test_a_word_that_says_its_has_the_body_that_was_named_before() -> None:
    text = "واتخذ المجلس الاقتصادي والاجتماعي هذا النص، مشيرا إلى قراره 2019/4"
    assert [one.body for one in find_in(text, "ar")] == ["E"]


def test_the_text_of_a_reference_is_as_printed() -> None:
    [found] = find_in("القرار ٧٠/١، المعنون ”الأنهار، والقنوات“", "ar")
    assert (found.text, found.title) == ("القرار ٧٠/١", "الأنهار، والقنوات")


def test_strokes_and_vowels_change_no_number() -> None:
    text = "القراران 217 ألف (د-3) ودإ-24/2 المؤرخ 5 كانون الأول/ديسمبر 2007"
    stretched = re.sub("([\u0621-\u064a])", "\\1\u0640\u064e", text)
    numbers = [(one.number, one.date) for one in find_in(text, "ar")]
    assert numbers == [("217 A (III)", None), ("S-24/2", "2007-12-05")]
    assert [(one.number, one.date) for one in find_in(stretched, "ar")] == numbers
