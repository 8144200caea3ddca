from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from undocparse.languages.calendar import find_dates

SPANS = [
    ("en", "8 January 2025", "2025-01-08", "2025-01-08"),
    ("en", "January 8, 2025", "2025-01-08", "2025-01-08"),
    ("en", "17–19 June 2025", "2025-06-17", "2025-06-19"),
    ("en", "17\u00a0February–14\u00a0March 2025", "2025-02-17", "2025-03-14"),
    ("en", "28 November to 3 December 2011", "2011-11-28", "2011-12-03"),
    ("en", "25 July 2024–31 July 2025", "2024-07-25", "2025-07-31"),
    ("en", "from 14 to 18 July 2025", "2025-07-14", "2025-07-18"),
    ("en", "between 5 and 8 June 2025", "2025-06-05", "2025-06-08"),
    ("en", "28 December – 3 January 2026", "2025-12-28", "2026-01-03"),
    ("en", "Monday, 10, to Friday, 14 March 2025", "2025-03-10", "2025-03-14"),
    ("en", "Monday to Friday, 10–14 March 2025", "2025-03-10", "2025-03-14"),
    ("en", "February 17–March 14, 2025", "2025-02-17", "2025-03-14"),
    ("en", "5 OCTOBER 1992", "1992-10-05", "1992-10-05"),
    ("en", "the 5th of June 2025", "2025-06-05", "2025-06-05"),
    ("en", "2025-03-04", "2025-03-04", "2025-03-04"),
    ("en", "item 3, 18 February 2025", "2025-02-18", "2025-02-18"),
    ("fr", "30 mai 2007", "2007-05-30", "2007-05-30"),
    ("fr", "3-5 octobre 2007", "2007-10-03", "2007-10-05"),
    ("fr", "1er-5 juin 2015", "2015-06-01", "2015-06-05"),
    ("fr", "du 9 au 18 octobre 2006", "2006-10-09", "2006-10-18"),
    ("fr", "27 mai-5 juin 2024", "2024-05-27", "2024-06-05"),
    ("fr", "Mercredi 3 octobre 2007", "2007-10-03", "2007-10-03"),
    ("fr", "entre le 5 et le 8 juin 2025", "2025-06-05", "2025-06-08"),
    ("fr", "31 AOÛT 1972", "1972-08-31", "1972-08-31"),
    ("en", "2025年7月7日至9日", "2025-07-07", "2025-07-09"),
]


@pytest.mark.parametrize(("language", "text", "first", "last"), SPANS, ids=[each[1] for each in SPANS])
def test_span(language: str, text: str, first: str, last: str) -> None:
    (mention,) = find_dates(text, language)
    assert (str(mention.first), str(mention.last), mention.year_printed) == (first, last, True)


LISTS = [
    ("en", "14–18 and 21–23 July 2025", ["2025-07-14/2025-07-18", "2025-07-21/2025-07-23"]),
    (
        "en",
        "3, 4 and 5 June 2025",
        ["2025-06-03/2025-06-03", "2025-06-04/2025-06-04", "2025-06-05/2025-06-05"],
    ),
    (
        "en",
        "30, 31 August and 1 September 2027",
        ["2027-08-30/2027-08-30", "2027-08-31/2027-08-31", "2027-09-01/2027-09-01"],
    ),
    ("en", "6 September 2011 and 8 March 2012", ["2011-09-06/2011-09-06", "2012-03-08/2012-03-08"]),
    ("fr", "le 1er et le 2 juin 2015", ["2015-06-01/2015-06-01", "2015-06-02/2015-06-02"]),
]


@pytest.mark.parametrize(("language", "text", "days"), LISTS, ids=[each[1] for each in LISTS])
def test_list(language: str, text: str, days: list[str]) -> None:
    assert [f"{mention.first}/{mention.last}" for mention in find_dates(text, language)] == days


@pytest.mark.parametrize(
    ("text", "language", "weekday"),
    [
        ("Tuesday, 18 February", "en", 1),
        ("18 February 2025 (Tuesday)", "en", 1),
        ("Lundi 3 mars", "fr", 0),
        ("3 mars", "fr", None),
    ],
)
def test_weekday(text: str, language: str, weekday: int | None) -> None:
    (mention,) = find_dates(text, language, year=2025)
    assert mention.weekday == weekday
    assert mention.first is not None
    assert mention.first.year == 2025


def test_without_a_year_only_month_and_day_are_known() -> None:
    (mention,) = find_dates("10 June", "en")
    assert (mention.first, mention.month, mention.day, mention.year_printed) == (None, 6, 10, False)


def test_given_year_is_not_a_printed_one() -> None:
    (mention,) = find_dates("29 December–2 January", "en", year=2024)
    assert (mention.first, mention.last) == (date(2024, 12, 29), date(2025, 1, 2))
    assert not mention.year_printed


def test_torn_years_are_read_where_asked_for() -> None:
    (mention,) = find_dates("25 July 19 84", "en", torn=True)
    assert mention.first == date(1984, 7, 25)
    assert find_dates("25 July 19 84", "en")[0].first is None


@pytest.mark.parametrize(
    "text", ["31 June 2025", "paragraph 2 may wish", "A/80/62", "In May 3 countries", "", "10–13"]
)
def test_no_date(text: str) -> None:
    assert find_dates(text, "en") == []


MONTHS = {
    "en": ("January February March April May June July August September October November December"),
    "fr": ("janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
}
DAYS = st.dates(date(1946, 1, 1), date(2080, 1, 1))


@given(DAYS, st.sampled_from(["en", "fr"]), st.sampled_from([" ", "\u00a0"]), st.booleans())
def test_every_day_is_read(day: date, language: str, blank: str, upper: bool) -> None:
    text = f"{day.day}{blank}{MONTHS[language].split()[day.month - 1]}{blank}{day.year}"
    text = text.upper() if upper else text
    (mention,) = find_dates(f"(… {text})", language)
    assert (mention.first, mention.last) == (day, day)
    assert f"(… {text})"[mention.start : mention.end] == text


@given(DAYS, st.integers(1, 300), st.sampled_from(["-", "–", "−", " – "]))
def test_every_span_is_read(first: date, length: int, dash: str) -> None:
    last = first + timedelta(days=length)
    names = MONTHS["en"].split()
    head = str(first.day)
    if (first.year, first.month) != (last.year, last.month):
        head += f" {names[first.month - 1]}"
    text = f"{head}{dash}{last.day} {names[last.month - 1]} {last.year}"
    (mention,) = find_dates(text, "en")
    assert (mention.first, mention.last) == (first, last)


@given(st.text(alphabet="0123456789 ,–-andtoMayJune/.\n", max_size=80))
def test_any_text_is_survived_and_offsets_lie_in_it(text: str) -> None:
    end = 0
    for mention in find_dates(text, "en", year=2025):
        assert end <= mention.start < mention.end <= len(text)
        end = mention.end
