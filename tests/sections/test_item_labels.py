"""The number and the title that a heading with the word for an item has, in scripts without capitals."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from undocparse.layout.blocks import Block
from undocparse.sections.item_labels import item_label, latin_items


@pytest.mark.parametrize(
    ("language", "text", "keys", "title"),
    [
        ("ar", "البند 3 (هـ) - تقرير المصابيح", ("3.e",), "تقرير المصابيح"),
        ("ar", "البندان 13 و 75 (أ). تقرير", ("13", "75.a"), "تقرير"),
        ("zh", "议程项目 13和75(a)： 路灯报告", ("13", "75.a"), "路灯报告"),
    ],
)
def test_title_is_whole(language: str, text: str, keys: tuple[str, ...], title: str) -> None:
    label = item_label(Block([], text), language)
    assert label is not None
    assert (label.names, label.title) == (keys, title)


@given(
    st.text(alphabet="البند وهـ()（）3 75和及项目报告，八", max_size=30), st.sampled_from(["ar", "en", "zh"])
)
def test_places_in_latin_numbers_are_places_in_the_text(text: str, language: str) -> None:
    assert len(latin_items(text, language)) == len(text)
