"""References as Russian versions print them: declined names, no word between, "года" behind the year."""

from __future__ import annotations

import pytest

from undocparse.references.find import find_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "свои резолюции 61/57 от 6 декабря 2006 года, 62/46 от 5 декабря 2007 года и 63/57",
            [("resolution", number, "A", None) for number in ("61/57", "62/46", "63/57")],
        ),
        (
            "в резолюциях Совета Безопасности 1373 (2001) и 1540 (2004)",
            [("resolution", number, "S", None) for number in ("1373 (2001)", "1540 (2004)")],
        ),
        ("пункта 15 резолюции 67/290 Генеральной Ассамблеи", [("resolution", "67/290", "A", "15")]),
        (
            "решениями Экономического и Социального Совета 2019/4–2019/6",
            [("decision", number, "E", None) for number in ("2019/4", "2019/5", "2019/6")],
        ),
        ("статьи 19 Конвенции о правах ребенка", [("article", "19", "CRC", None)]),
        ("правило 12 правил процедуры Совета по торговле и развитию", [("rule", "12", "TD/B", None)]),
    ],
    ids=["list-with-dates", "body-between", "paragraph", "range", "article", "rule"],
)
def test_references_in_russian(text: str, expected: list[tuple[str, str, str | None, str | None]]) -> None:
    assert [(one.kind, one.number, one.body, one.pinpoint) for one in find_in(text, "ru")] == expected


def test_the_day_of_adoption_is_read_behind_which_stands_a_word_for_the_year() -> None:
    [found] = find_in("резолюция 78/126 от 18 декабря 2023 года", "ru")
    assert found.date == "2023-12-18"
