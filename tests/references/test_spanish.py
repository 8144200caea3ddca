"""References as Spanish versions print them: "de" inside dates, "y" and "a" in lists, the body behind."""

from __future__ import annotations

import pytest

from undocparse.references.find import find_in


def _told(text: str) -> list[tuple[str, str | None, str | None, str | None]]:
    return [(one.kind, one.number, one.body, one.pinpoint) for one in find_in(text, "es")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "sus resoluciones 61/57, de 6 de diciembre de 2006, 62/46, de 5 de diciembre de 2007, y 63/57",
            [("resolution", number, "A", None) for number in ("61/57", "62/46", "63/57")],
        ),
        (
            "la resolución 1373 (2001) del Consejo de Seguridad, de 28 de septiembre de 2001",
            [("resolution", "1373 (2001)", "S", None)],
        ),
        (
            "de conformidad con el párrafo 5 de la resolución 60/251 de la Asamblea General",
            [("resolution", "60/251", "A", "5")],
        ),
        (
            "las resoluciones del Consejo Económico y Social 2019/4 a 2019/6",
            [("resolution", number, "E", None) for number in ("2019/4", "2019/5", "2019/6")],
        ),
        (
            "el artículo 19 de la Convención sobre los Derechos del Niño",
            [("article", "19", "CRC", None)],
        ),
        (
            "el artículo 12 del reglamento de la Junta de Comercio y Desarrollo",
            [("rule", "12", "TD/B", None)],
        ),
    ],
    ids=["list-with-dates", "council", "paragraph", "range", "article", "rule"],
)
def test_references_in_spanish(text: str, expected: list[tuple[str, str, str | None, str | None]]) -> None:
    assert _told(text) == expected


def test_the_day_of_adoption_is_read() -> None:
    [found] = find_in("la resolución 78/126, de 18 de diciembre de 2023", "es")
    assert found.date == "2023-12-18"
