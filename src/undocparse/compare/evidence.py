"""What a text says in the same way in all languages: dates, times of day, numbers."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from undocparse.languages import FALLBACK, LANGUAGES
from undocparse.languages.calendar import DateMention, find_dates
from undocparse.languages.clock import find_times
from undocparse.languages.script import script

Span = tuple[int, int]
_GROUP = {",": re.compile(r",\d{3}(?!\d)"), ".": re.compile(r"\.\d{3}(?!\d)")}
_BLANKS = "   \N{THIN SPACE}"
_NUMBER = re.compile(
    rf"(?<![\w./])(?<![^\W\d][-‐‑])\d+(?:[{_BLANKS}.,'’٫٬]\d{{3}}(?!\d))*(?:[.,٫]\d+)?(?![\w/]|[-‐‑][^\W\d])"
)
_UNSPACED = re.compile(rf"\d+(?:[{_BLANKS}.,]\d{{3}}(?!\d))*(?:[.,]\d+)?")
_THOUSANDS = re.compile(rf"[{_BLANKS}'’٬]")
_JOINT = 8  # characters between dates of a list (", and on ") at most
_LIST = timedelta(days=14)  # a longer span is printed as a span in every language, not day by day


class Evidence(NamedTuple):
    """What a text says in the same way in all languages.

    Attributes:
        dates: the first and last days of each of its dates: ISO 8601, without a year `--MM-DD`. The dates of
            a list are one.
        within: days inside its short spans, which another language may print one by one.
        times: starts and ends of its times of day, `HH:MM`.
        numbers: its other numbers, with a point before decimals and nothing between thousands.
    """

    dates: tuple[tuple[str, ...], ...] = ()
    within: frozenset[str] = frozenset()
    times: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()

    @property
    def days(self) -> tuple[str, ...]:
        """The days of all dates."""
        return tuple(day for each in self.dates for day in each)


@lru_cache(maxsize=4096)  # aligning and comparing ask of the same texts
def evidence_of(text: str, language: str | None, apart: tuple[Span, ...] = ()) -> Evidence:
    """The dates, times and numbers of a text.

    Args:
        text: any text.
        language: BCP 47 primary subtag; English where it is null or has no data.
        apart: spans that are no numbers: those of references.
    """
    known = language if language in LANGUAGES else FALLBACK
    rest = _blanked(text, apart)
    rest = "".join(str(unicodedata.digit(char)) if char.isdecimal() else char for char in rest)
    dates = find_dates(rest, known)
    rest = _blanked(rest, ((each.start, each.end) for each in dates))
    times = [each for each in find_times(rest, known) if each.starts]
    rest = _blanked(rest, ((each.start, each.end) for each in times))
    found = (_NUMBER if script(known).spaced else _UNSPACED).findall(rest)
    return Evidence(
        dates=tuple(_lists(dates)),
        within=frozenset(day for each in dates for day in _inside(each)),
        times=tuple(time for each in times for time in (each.starts, each.ends) if time),
        numbers=tuple(plain_number(number, known) for number in found),
    )


def plain_number(printed: str, language: str) -> str:
    """A number as programs write it: "1 234,5", "1,234.5" and "1.234,5" are `1234.5`.

    Args:
        printed: as a document has it, in digits of ASCII.
        language: BCP 47 primary subtag, which says what a comma is.
    """
    number = _THOUSANDS.sub("", printed).replace("٫", ".")
    point, group = (",", ".") if script(language).decimal_comma else (".", ",")
    if number.count(group) == 1 and not _GROUP[group].search(number):
        point, group = group, point  # "2.5" in a language that writes "2,5"
    number = number.replace(group, "").replace(point, ".")
    return number.lstrip("0") or "0"


def _blanked(text: str, spans: Iterable[Span]) -> str:
    """The text with other characters in place of spans, as long as it was."""
    for start, end in spans:
        text = f"{text[:start]}{'|' * (end - start)}{text[end:]}"
    return text


def _lists(dates: list[DateMention]) -> Iterator[tuple[str, ...]]:
    """The days of each list of dates."""
    together: list[DateMention] = []
    for mention in dates:
        if together and mention.start - together[-1].end > _JOINT:
            yield tuple(day for each in together for day in _ends(each))
            together = []
        together.append(mention)
    if together:
        yield tuple(day for each in together for day in _ends(each))


def _ends(mention: DateMention) -> tuple[str, ...]:
    if mention.first is None or mention.last is None:
        return (f"--{mention.month:02}-{mention.day:02}",)
    first, last = mention.first.isoformat(), mention.last.isoformat()
    return (first,) if first == last else (first, last)


def _inside(mention: DateMention) -> tuple[str, ...]:
    first, last = mention.first, mention.last
    if first is None or last is None or last - first > _LIST:
        return ()
    return tuple(date.fromordinal(day).isoformat() for day in range(first.toordinal() + 1, last.toordinal()))
