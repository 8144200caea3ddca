"""References as Chinese versions print them: the noun behind its number, all that is said of it before."""

from __future__ import annotations

import pytest

from undocparse.references.find import find_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "大会2008年12月19日第63/233号、2010年12月20日第65/154号和66/288号决议",
            [("resolution", number, "A", None) for number in ("63/233", "65/154", "66/288")],
        ),
        (
            "安全理事会第1373(2001)和1540(2004)号决议",
            [("resolution", "1373 (2001)", "S", None), ("resolution", "1540 (2004)", "S", None)],
        ),
        ("大会第67/290号决议第15段", [("resolution", "67/290", "A", "15")]),
        ("大会第217 A (III)号决议", [("resolution", "217 A (III)", "A", None)]),
        ("大会第55/5 B和C号决议", [("resolution", f"55/5 {letter}", "A", None) for letter in "BC"]),
        (
            "人权理事会第18/6号决议和大会第70/1号决议",
            [("resolution", "18/6", "A/HRC", None), ("resolution", "70/1", "A", None)],
        ),
        ("《联合国宪章》第五十一条", [("article", "51", "UN-Charter", None)]),
        ("见A/80/100和A/80/101", [("document", f"A/80/{n}", None, None) for n in (100, 101)]),
        ("《大会正式记录，补编第7号》", []),
        ("ES-10/15号决议", [("resolution", "ES-10/15", "A", None)]),
    ],
    ids=[
        "list",
        "council",
        "paragraph",
        "old",
        "letters",
        "bodies",
        "article",
        "symbols",
        "series",
        "unmarked",
    ],
)
def test_references_in_chinese(text: str, expected: list[tuple[str, str, str | None, str | None]]) -> None:
    assert [(one.kind, one.number, one.body, one.pinpoint) for one in find_in(text, "zh")] == expected


def test_day_and_title_before_a_number_are_its_own() -> None:
    [found] = find_in("大会2015年9月25日题为“江河，运河”的第70/1号决议", "zh")
    assert (found.date, found.title, found.body) == ("2015-09-25", "江河，运河", "A")
    assert found.text == "第70/1号决议"
