"""Times of day as documents write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from undocparse.languages.clock import find_times

SPANS = [
    ("en", "10 a.m.–1 p.m.", "10:00", "13:00"),
    ("en", "10 a.m. to 1 p.m.", "10:00", "13:00"),
    ("en", "1.15–2.45 p.m.", "13:15", "14:45"),
    ("en", "1:15 p.m.–2:30 p.m.", "13:15", "14:30"),
    ("en", "3 – 6:00 p.m.", "15:00", "18:00"),
    ("en", "11–1 p.m.", "11:00", "13:00"),
    ("en", "10 a.m.-12 noon", "10:00", "12:00"),
    ("en", "12.30-2 p.m.", "12:30", "14:00"),
    ("en", "10.00-13.00", "10:00", "13:00"),
    ("en", "1000-1300 hours", "10:00", "13:00"),
    ("en", "3.00–6.00", "15:00", "18:00"),
    ("en", "3 p.m.", "15:00", None),
    ("fr", "10 heures-13 heures", "10:00", "13:00"),
    ("fr", "10 h à 13 h", "10:00", "13:00"),
    ("fr", "15 h 30", "15:30", None),
    ("fr", "de 10h30 à 13h", "10:30", "13:00"),
    ("fr", "9 h 30-12 h 30", "09:30", "12:30"),
    ("fr", "10 heures-midi", "10:00", "12:00"),
]


@pytest.mark.parametrize(("language", "text", "starts", "ends"), SPANS, ids=[row[1] for row in SPANS])
def test_span(language: str, text: str, starts: str, ends: str | None) -> None:
    [found] = find_times(text, language)
    assert (found.starts, found.ends, found.start, found.end) == (starts, ends, 0, len(text))


@pytest.mark.parametrize(
    ("language", "text", "part"),
    [
        ("en", "Morning", "morning"),
        ("en", "afternoon", "afternoon"),
        ("en", "Lunch break", "lunch"),
        ("fr", "Après-midi", "afternoon"),
        ("fr", "Matin", "morning"),
        ("fr", "soirée", "evening"),
    ],
)
def test_part_of_the_day(language: str, text: str, part: str) -> None:
    [found] = find_times(text, language)
    assert (found.starts, found.ends, found.part) == (None, None, part)


def test_part_and_times_are_one_mention() -> None:
    [found] = find_times("Morning (10 a.m. to 1 p.m.)", "en")
    assert (found.starts, found.ends, found.part) == ("10:00", "13:00", "morning")


def test_two_spans() -> None:
    assert [found.starts for found in find_times("10 a.m.–1 p.m. and 3–6 p.m.", "en")] == ["10:00", "15:00"]


@pytest.mark.parametrize(
    "text",
    ["10–13 June 2025", "2010–2015", "article 3.10", "A/80/150", "items 3 to 5", "pp. 10-12", "25:00-26:00"],
)
def test_no_time(text: str) -> None:
    assert not find_times(text, "en")


@given(first=st.integers(7 * 60, 22 * 60), length=st.integers(1, 119), language=st.sampled_from(["en", "fr"]))
def test_any_span_that_is_printed_is_read(first: int, length: int, language: str) -> None:
    def printed(minutes: int) -> str:
        hour, minute = divmod(minutes, 60)
        if language == "fr":
            return f"{hour} h {minute:02}" if minute else f"{hour} heures"
        return f"{(hour - 1) % 12 + 1}{f'.{minute:02}' if minute else ''} {'p.m.' if hour > 11 else 'a.m.'}"

    [found] = find_times(f"{printed(first)}–{printed(first + length)}", language)
    assert found.starts == f"{first // 60:02}:{first % 60:02}"
    assert found.ends == f"{(first + length) // 60:02}:{(first + length) % 60:02}"
