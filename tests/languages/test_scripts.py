"""What letters, figures and marks of other scripts mean; every language has all that is asked of it."""

from __future__ import annotations

import ast
import importlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import undocparse
from undocparse.languages import LANGUAGES, words
from undocparse.languages.calendar import find_dates
from undocparse.languages.clock import find_times
from undocparse.languages.ordinals import ordinal
from undocparse.languages.script import extent, plain_signs
from undocparse.layout.endings import ends_in
from undocparse.layout.enumerators import enumerator
from undocparse.sections.timetable.slots import read_slot

_PACKAGE = Path(undocparse.__file__).parent


def _tables() -> set[tuple[str, str, str]]:
    """Table, model, and module, of every table of a data file that the package asks for."""
    found = set()
    for path in _PACKAGE.rglob("*.py"):
        module = ".".join(path.relative_to(_PACKAGE.parent).with_suffix("").parts)
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            match node:
                case ast.Call(ast.Name("words"), [_, ast.Constant(str(table)), ast.Name(model)]):
                    found.add((table, model, module))
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_every_table_whole(language: str) -> None:
    tables = _tables()
    assert len(tables) > 15
    for table, model, module in tables:
        words(language, table, getattr(importlib.import_module(module), model))


def test_the_six_languages_of_the_united_nations_are_there() -> None:
    assert set(LANGUAGES) >= {"ar", "en", "es", "fr", "ru", "zh"}


@pytest.mark.parametrize(
    ("text", "kind", "name", "printed"),
    [
        ("1 -\tافتتاح الدورة", "decimal", "1", "1 -"),
        ("(ب) انتخاب الرئيس", "lower", "b", "(ب)"),
        ("(هـ) مسائل أخرى", "lower", "e", "(هـ)"),
        ("ألف - الجلسات", "upper", "A", "ألف -"),
        ("ثانيا - الشروح", "upper_roman", "II", "ثانيا -"),
        ("(٣) الميزانية", "decimal", "3", "(٣)"),
        ("二、工作安排", "upper_roman", "II", "二、"),
        ("（三）其他事项", "roman", "iii", "（三）"),
        ("3.会议闭幕", "decimal", "3", "3."),
    ],
)
def test_labels_of_other_scripts(text: str, kind: str, name: str, printed: str) -> None:
    label = enumerator(text)
    assert label is not None
    assert (label.kind, label.name, label.printed) == (kind, name, printed)
    assert text[label.width :].strip() == text[len(printed) :].strip()


@pytest.mark.parametrize("text", ["22 - 24", "1 - 3 May", "و قال", "3 – Geneva", "十月"])
def test_what_looks_like_such_a_label_is_none(text: str) -> None:
    assert enumerator(text) is None


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("zh", "2025年6月9日至13日", [("2025-06-09", "2025-06-13")]),
        ("zh", "6月28日至30日和7月1日", [("2025-06-28", "2025-06-30"), ("2025-07-01", "2025-07-01")]),
        ("zh", "29 December 2024", [("2024-12-29", "2024-12-29")]),
        ("zh", "10月2日、3日和4日", [(f"2025-10-0{day}",) * 2 for day in (2, 3, 4)]),
        ("ar", "من 9 إلى 13 حزيران/يونيه 2025", [("2025-06-09", "2025-06-13")]),
        ("ar", "2 و 3 تشرين الأول/أكتوبر", [("2025-10-02",) * 2, ("2025-10-03",) * 2]),
    ],
)
def test_dates(language: str, text: str, expected: list[tuple[str, str]]) -> None:
    found = find_dates(text, language, year=2025)
    assert [(str(one.first), str(one.last)) for one in found] == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("zh", "星期三：上午9时至下午1时；下午3时30分至6时", [("09:00", "13:00"), ("15:30", "18:00")]),
        ("ar", "من الساعة 09:00 إلى الساعة 13:00 ومن الساعة 15:00", [("09:00", "13:00"), ("15:00", None)]),
    ],
)
def test_times(language: str, text: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(one.starts, one.ends) for one in find_times(text, language)] == expected


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("zh", "第七十七届会议", 77),
        ("zh", "第二十届会议", 20),
        ("zh", "第一百零五届", 100),
        ("zh", "第80届会议", 80),
        ("ar", "الدورة السابعة والسبعون", 77),
        ("ar", "الدورة الثانية عشرة", 12),
    ],
)
def test_ordinals(language: str, text: str, value: int) -> None:
    assert ordinal(text, language) == value


@given(st.text(alphabet="الجمعية٠١٢٣،؛()“” a1大会，。（）３", max_size=40), st.sampled_from(LANGUAGES))
def test_plain_signs_keep_every_place(text: str, language: str) -> None:
    plain = plain_signs(text, language)
    assert len(plain) == len(text)
    assert [sign for sign in plain if sign.isalpha()] == [sign for sign in text if sign.isalpha()]


def test_marks_of_all_scripts_end_a_text() -> None:
    assert all(ends_in(f"会议{mark}", ".;:,") for mark in "。；：，؛،")
    assert not ends_in("", ".;:,")


def test_a_chinese_text_counts_for_what_it_says() -> None:
    assert extent("大会议程") == extent("General Asse")


def test_a_stroke_in_the_name_of_a_day_leaves_it_that_day() -> None:
    [day] = read_slot("الأربعـــاء", "ar", 2025).days
    assert day.weekday == 2
