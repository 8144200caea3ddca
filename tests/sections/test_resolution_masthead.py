"""The masthead of a resolution ends where the body that adopts it begins to speak."""

from __future__ import annotations

import pytest

from undocparse import parse

ENGLISH = """\
United Nations                                    A/RES/80/900
General Assembly                                  Distr.: General
                                                  12 December 2025

Eightieth session
Agenda item 9

Lamps on canals

The General Assembly,

Recalling its resolution 79/1 of 3 December 2024,

1. Decides to light the canals.
"""
CHINESE = """\
联合国                                    A/RES/80/900
大会                                      Distr.: General
                                          12 December 2025

第八十届会议
议程项目9

运河照明

大会，

回顾其2024年12月3日第79/1号决议，

1. 决定照亮运河。
"""


@pytest.mark.parametrize(
    ("language", "text", "organ", "title"),
    [("en", ENGLISH, "General Assembly", "Lamps on canals"), ("zh", CHINESE, "大会", "运河照明")],
)
def test_its_preamble_is_no_part_of_it(language: str, text: str, organ: str, title: str) -> None:
    document = parse(text.encode(), name=f"resolution.{language}.txt")
    header = document.header
    assert (document.language, header.organ, header.title) == (language, organ, title)
    assert (header.date, header.starts, header.agenda_items) == ("2025-12-12", None, ("9",))
    assert header.session is not None
    assert header.session.number == 80
    assert [(one.number, one.body) for one in document.references] == [("79/1", "A")]
